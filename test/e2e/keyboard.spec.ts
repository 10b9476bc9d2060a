// The keys that work everywhere, each pressed in a real browser.
import type { Page } from '@playwright/test';
import { expect, test } from './app-test';

const title = (page: Page) => page.getByRole('heading', { level: 1 });
const region = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null);

/** An overlay belongs to the keys until it has gone, not only begun to fade. */
async function closed(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.locator('[role="dialog"]')).toHaveCount(0);
}

test('Escape discards a preview while a tooltip is open', async ({ app, page }) => {
  await app.openSampleWeek();
  await app.goTo('Week');
  await page.getByRole('button', { name: 'Preview changes' }).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.getByRole('button', { name: 'Preview changes' }).press('Enter');
  await expect(title(page)).toHaveText('Replan preview');
  await page.getByRole('button', { name: 'Back' }).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(title(page)).not.toHaveText('Replan preview');
});

test('numbers open sections, and their letters what is new', async ({ app, page }) => {
  test.setTimeout(180_000);
  await app.openSampleWeek();
  const sections = ['Today', 'Week', 'Tasks', 'Habits', 'Posts', 'Tournament', 'Insights', 'Import'];
  for (const [index, section] of sections.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(
      page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: new RegExp(`^${section}\\b`) }),
    ).toHaveAttribute('aria-current', 'page');
    await expect(title(page)).toBeVisible();
  }
  await page.keyboard.press('2');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog', { name: 'New task' })).toBeVisible();
  // In a field a letter is a letter.
  await page.keyboard.type('p2n1h');
  await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Title' })).toHaveValue('p2n1h');
  await closed(page);
  await page.keyboard.press('h');
  await expect(page.getByRole('dialog', { name: 'New habit' })).toBeVisible();
  await closed(page);
  const chooser = page.waitForEvent('filechooser');
  await page.keyboard.press('o');
  await chooser;
  await expect(title(page)).toHaveText('Import');
});

test('[ and ] leaf, T returns to today, P plans, Shift P previews, Ctrl Z and Ctrl Shift Z undo and redo', async ({
  app,
  page,
}) => {
  await app.openSampleWeek();
  await app.goTo('Week');
  await expect(title(page)).toHaveText(/23 – 29 November 2026/);
  await page.keyboard.press(']');
  await expect(title(page)).toHaveText(/30 November – 6 December 2026/);
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(title(page)).toHaveText(/16 – 22 November 2026/);
  await page.keyboard.press('t');
  await expect(title(page)).toHaveText(/23 – 29 November 2026/);

  await page.keyboard.press('Shift+P');
  await expect(title(page)).toHaveText('Replan preview');
  await page.keyboard.press('Escape');
  await expect(title(page)).toHaveText(/23 – 29 November 2026/);

  const board = app.week.block(/^Task, Board deck: risks/);
  await expect(board).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(board).toBeHidden();
  await page.keyboard.press('Control+Shift+z');
  await expect(board).toBeVisible();
  const runs = (await app.stored('runs')).length;
  await page.keyboard.press('p');
  await expect.poll(async () => (await app.stored('runs')).length).toBe(runs + 1);
});

test('F6 walks title bar, rail, card and inspector; arrows walk the grid; Alt arrows move and resize', async ({
  app,
  page,
}) => {
  await app.openSampleWeek();
  await app.goTo('Week');
  const block = app.week.block(/^Task, Edit launch video script/);
  await block.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('complementary', { name: 'Details of Edit launch video script' })).toBeVisible();

  const more = page.getByRole('button', { name: 'More', exact: true });
  await more.press('Enter');
  await expect(page.getByRole('menu').locator(':focus')).toBeAttached();
  // Opened by a key, the first item may have the focus already; the arrows go round.
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Done' })).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(more).toBeFocused();
  const walked: (string | null)[] = [];
  for (let step = 0; step < 5; step += 1) {
    await page.keyboard.press('F6');
    walked.push(await region(page));
  }
  const order = ['title', 'rail', 'main', 'inspector'];
  const from = order.indexOf(walked[0] ?? '');
  expect(walked).toEqual([0, 1, 2, 3, 4].map((step) => order[(from + step) % 4]));
  await page.keyboard.press('Shift+F6');
  expect(await region(page)).toBe(walked[3]);

  await block.focus();
  await page.keyboard.press('Escape');
  await block.focus();
  const name = await page.evaluate(() => document.activeElement?.textContent);
  await page.keyboard.press('ArrowRight');
  const beside = await page.evaluate(() => document.activeElement?.textContent);
  expect(beside).not.toBe(name);
  await block.focus();
  const before = await app.week.boxes();
  const height = (boxes: typeof before) => {
    const box = boxes.find((one) => one.name.startsWith('Task, Edit launch video script'));
    return box ? Math.round(box.bottom - box.top) : 0;
  };
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect.poll(async () => height(await app.week.boxes())).toBeLessThan(height(before));
  await page.keyboard.press('Control+z');
  await expect.poll(async () => height(await app.week.boxes())).toBe(height(before));
});

test('the palette opens with Ctrl K, finds and runs a command, and Tab adds a task', async ({ app, page }) => {
  await app.openSampleWeek();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.type('insights');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText('Insights');
  await expect(page.locator('[role="dialog"]')).toHaveCount(0);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('Water the ferns 20m');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await app.stored<{ title: string }>('tasks')).map((task) => task.title))
    .toContain('Water the ferns');
});

test('notices that have gone can be read again', async ({ app, page }) => {
  await app.openSampleWeek();
  await page.getByRole('button', { name: 'Notices' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Notices' }).getByText('Opened the sample week')).toBeVisible();
  await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Notices' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('No notices since Daywright was opened.')).toBeVisible();
  await closed(page);
});
