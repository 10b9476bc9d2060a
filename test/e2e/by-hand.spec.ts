// What a hand does to the plan: drag, resize, drop, keys, lock, why here, tick off, preview; each one undo step that survives a reload.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';

interface TaskRow {
  readonly id: string;
  readonly title: string;
  readonly pinnedStart: string | null;
  readonly durationMinutes: number;
  readonly status: string;
}
interface PlacementRow {
  readonly placement: {
    readonly kind: string;
    readonly id: string;
    readonly start: string;
    readonly end: string;
    readonly pinned: boolean;
  };
}

/** An hour on the week's grid, in pixels. */
const HOUR = 52;

async function taskOf(app: AppPage, title: string): Promise<TaskRow> {
  const task = (await app.stored<TaskRow>('tasks')).find((row) => row.title === title);
  if (!task) throw new Error(`No task is called ${title}`);
  return task;
}

async function placeOf(app: AppPage, id: string): Promise<PlacementRow['placement'] | undefined> {
  return (await app.stored<PlacementRow>('placements'))
    .map((row) => row.placement)
    .find((placement) => placement.id === id);
}

async function dragBy(
  page: Page,
  block: Locator,
  across: number,
  down: number,
  from: 'middle' | 'bottom' = 'middle',
): Promise<void> {
  const box = await block.boundingBox();
  if (!box) throw new Error('The block is not drawn');
  const x = box.x + box.width / 2;
  const y = from === 'bottom' ? box.y + box.height - 2 : box.y + box.height / 2;
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + across / 2, y + down / 2, { steps: 4 });
  await page.mouse.move(x + across, y + down, { steps: 4 });
  await page.mouse.up();
}

const minutesBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60_000;

test.beforeEach(async ({ app }) => {
  await app.openSampleWeek();
  await app.goTo('Week');
});

test('dragging a block pins it an hour later; a resize changes its length; undo takes both back', async ({
  app,
  page,
}) => {
  const { id, durationMinutes } = await taskOf(app, 'Edit launch video script');
  const before = await placeOf(app, id);
  await dragBy(page, app.week.block(/^Task, Edit launch video script/), 0, HOUR);
  await expect.poll(async () => (await taskOf(app, 'Edit launch video script')).pinnedStart).not.toBeNull();
  const moved = await placeOf(app, id);
  expect(minutesBetween(before!.start, moved!.start)).toBe(60);
  expect(moved!.pinned).toBe(true);

  await dragBy(page, app.week.block(/^Task, Edit launch video script/), 0, HOUR / 2, 'bottom');
  await expect
    .poll(async () => (await taskOf(app, 'Edit launch video script')).durationMinutes)
    .toBe(durationMinutes + 30);

  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await taskOf(app, 'Edit launch video script')).durationMinutes).toBe(durationMinutes);
  await app.reload();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await taskOf(app, 'Edit launch video script')).pinnedStart).toBeNull();
  expect(await placeOf(app, id)).toEqual(before);
});

test('an event never moves', async ({ app, page }) => {
  const before = await app.stored('events');
  await dragBy(page, app.week.block(/^Event, Budget workshop/), 0, HOUR);
  expect(await app.stored('events')).toEqual(before);
});

test('a task from To place is dropped on the grid and stays there', async ({ app, page }) => {
  await app.goTo('Tasks');
  await app.addTask('Water the office plants 30m');
  await app.goTo('Week');
  const card = page.getByRole('region', { name: /^To place/ }).getByText('Water the office plants');
  const target = await app.week.block(/^Event, Choir rehearsal/).boundingBox();
  if (!target) throw new Error('The grid is not drawn');
  // An hour above the rehearsal at 19:00 on Tuesday.
  const grid = page.locator('[data-block]').first().locator('xpath=ancestor::section[1]');
  const area = await grid.boundingBox();
  await card.dragTo(grid, {
    targetPosition: { x: target.x - area!.x + target.width / 2, y: target.y - area!.y - HOUR / 2 - 2 },
  });
  await expect.poll(async () => (await taskOf(app, 'Water the office plants')).pinnedStart).not.toBeNull();
  const pinned = (await taskOf(app, 'Water the office plants')).pinnedStart!;
  expect(pinned.slice(0, 10)).toBe('2026-11-24');
  await app.plan();
  expect((await taskOf(app, 'Water the office plants')).pinnedStart).toBe(pinned);
  expect((await placeOf(app, (await taskOf(app, 'Water the office plants')).id))?.start).toBe(pinned);
});

test('keys move a focused block, lock it and tick it off, each said aloud', async ({ app, page }) => {
  const { id } = await taskOf(app, 'Oslo flights');
  const before = await placeOf(app, id);
  const block = app.week.block(/^Task, Oslo flights/);
  await block.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => minutesBetween(before!.start, (await placeOf(app, id))!.start)).toBe(15);
  await expect(page.getByRole('status').filter({ hasText: 'Oslo flights' })).toBeAttached();
  await app.week.block(/^Task, Oslo flights/).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Why here?')).toBeVisible();
  await page.keyboard.press('d');
  await expect.poll(async () => (await taskOf(app, 'Oslo flights')).status).toBe('done');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await taskOf(app, 'Oslo flights')).status).toBe('open');
});

test('why here names factors, blockers and alternatives, and an alternative can be taken', async ({ app, page }) => {
  const { id } = await taskOf(app, 'Edit launch video script');
  const before = await placeOf(app, id);
  await app.week.block(/^Task, Edit launch video script/).click();
  await expect(page.getByText('Promptness')).toBeVisible();
  await expect(page.getByText('What blocked a better slot')).toBeVisible();
  const alternatives = page.getByRole('region', { name: 'Alternatives' }).getByRole('listitem').getByRole('button');
  await expect(alternatives.first()).toBeVisible();
  await alternatives.first().click();
  await expect.poll(async () => (await placeOf(app, id))?.start).not.toBe(before!.start);
  expect((await taskOf(app, 'Edit launch video script')).pinnedStart).not.toBeNull();
});

test('a preview moves nothing before Apply, and only what is ticked after', async ({ app, page }) => {
  await app.goTo('Tasks');
  await app.addTask('Sign the lease 60m p2 tomorrow 12:00');
  await app.addTask('Send the parcel 30m p2 tomorrow 12:00');
  await app.goTo('Week');
  const before = await app.stored('placements');
  await page.getByRole('button', { name: 'Preview changes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Replan preview' })).toBeVisible();
  expect(await app.stored('placements')).toEqual(before);
  await page.getByRole('checkbox', { name: 'Apply Send the parcel' }).uncheck();
  await page.getByRole('button', { name: /^Apply/ }).click();
  await expect
    .poll(async () => (await placeOf(app, (await taskOf(app, 'Sign the lease')).id)) !== undefined)
    .toBe(true);
  expect(await placeOf(app, (await taskOf(app, 'Send the parcel')).id)).toBeUndefined();
});

test('habits are ticked off on Today and stay so after a reload', async ({ app, page }) => {
  await app.goTo('Today');
  await page.getByRole('checkbox', { name: /Lunch walk/ }).check({ force: true });
  await expect
    .poll(async () =>
      (await app.stored<{ habitId: string; state: string }>('habitOccurrences'))
        .filter((row) => row.habitId === 'h-walk')
        .map((row) => row.state),
    )
    .toContain('done');
  await app.reload();
  await expect(page.getByRole('checkbox', { name: /Lunch walk/ })).toBeChecked();
});
