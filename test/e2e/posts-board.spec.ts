// What a hand does to the posts' week: drags that are taken and refused, keys, undo, a reload, a recommendation, what lies behind the figures.
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';
import { PostsPage } from './pages/posts-page';

interface PlacementRow {
  readonly id: string;
  readonly start: string;
  readonly pinned: boolean;
}

async function startOf(app: AppPage, id: string): Promise<string | undefined> {
  return (await app.stored<PlacementRow>('postPlacements')).find((row) => row.id === id)?.start;
}

test.beforeEach(async ({ app, page }) => {
  await app.goTo('Import');
  await app.openSampleWeek();
  await app.goTo('Posts');
  // The sample week comes with its posts placed.
  await expect(new PostsPage(page).block('Mastodon', 'Tips thread')).toBeVisible();
});

test('a drag to a free time pins the post there; undo takes it back, also after a reload', async ({ app, page }) => {
  const posts = new PostsPage(page);
  const before = await startOf(app, 'p-tips');
  await posts.drag(posts.block('Mastodon', 'Tips thread'), 25);
  await expect.poll(() => startOf(app, 'p-tips')).not.toBe(before);
  const after = await startOf(app, 'p-tips');
  expect(Math.abs(Date.parse(after!) - Date.parse(before!) - 25 * 3_600_000)).toBeLessThanOrEqual(30 * 60_000);
  await app.reload();
  expect(await startOf(app, 'p-tips')).toBe(after);
  await expect(posts.block('Mastodon', 'Tips thread')).toHaveAttribute('data-state', 'pinned');
  await page.keyboard.press('Control+z');
  await expect.poll(() => startOf(app, 'p-tips')).toBe(before);
});

test('a drop inside a minimum gap is refused with the first time that would do', async ({ app, page }) => {
  const posts = new PostsPage(page);
  const before = await startOf(app, 'p-case');
  const [hiring, study] = await Promise.all([startOf(app, 'p-hiring'), startOf(app, 'p-case')]);
  const hours = (Date.parse(hiring!) - Date.parse(study!)) / 3_600_000;
  // Two hours beside the other post: LinkedIn keeps 24.
  await posts.drag(posts.block('LinkedIn', 'Case study'), hours + 2);
  await expect(page.getByText(/^Case study fits from /)).toBeVisible();
  expect(await startOf(app, 'p-case')).toBe(before);
  await posts.block('LinkedIn', 'Case study').focus();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/^Case study fits from /)).toHaveCount(0);
});

test('keys walk from post to post and move one, each said aloud', async ({ app, page }) => {
  const posts = new PostsPage(page);
  const before = await startOf(app, 'p-tips');
  await posts.block('Mastodon', 'Tips thread').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => Date.parse((await startOf(app, 'p-tips'))!) - Date.parse(before!)).toBe(15 * 60_000);
  await expect(page.getByRole('status').filter({ hasText: 'Tips thread moved to' })).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(posts.panel.getByText('Why this hour?')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(posts.panel).toHaveCount(0);
});

test('another time of the panel is taken with one click, and a publication is marked and undone', async ({
  app,
  page,
}) => {
  const posts = new PostsPage(page);
  const before = await startOf(app, 'p-tips');
  await posts.block('Mastodon', 'Tips thread').click();
  await posts.panel.getByRole('region', { name: 'Other times' }).getByRole('button').first().click();
  await expect.poll(() => startOf(app, 'p-tips')).not.toBe(before);
  await posts.panel.getByRole('button', { name: 'Published now' }).click();
  await expect(posts.block('Mastodon', 'Tips thread')).toHaveAttribute('data-state', 'published');
  await posts.panel.getByRole('button', { name: 'Record figures' }).click();
  await posts.panel.getByRole('textbox', { name: 'Reach' }).fill('1,500');
  await posts.panel.getByRole('button', { name: 'Save figures' }).click();
  await expect(posts.panel.getByText('1,500')).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(posts.block('Mastodon', 'Tips thread')).not.toHaveAttribute('data-state', 'published');
});

test('a recommendation is applied with one click and can be taken back', async ({ app, page }) => {
  const posts = new PostsPage(page);
  const windows = async () =>
    (await app.stored<{ platform: string; preferredWindows: unknown[] }>('postConstraints')).find(
      ({ platform }) => platform === 'linkedin',
    )?.preferredWindows.length;
  expect(await windows()).toBe(0);
  await posts
    .recommendation(/did best/)
    .getByRole('button', { name: /^Prefer these 3 windows/ })
    .click();
  await expect.poll(windows).toBe(3);
  await page.keyboard.press('Control+z');
  await expect.poll(windows).toBe(0);
});

test('the model is trained, shown against its baselines, and used', async ({ page }) => {
  const posts = new PostsPage(page);
  await posts.figure('Fit').click();
  await posts.panel.getByRole('button', { name: 'Train now' }).click();
  await expect(posts.panel.getByText('R² on the latest posts')).toBeVisible({ timeout: 60_000 });
  await expect(posts.panel.getByText('What it looks at')).toBeVisible();
  await expect(posts.figure('Fit')).toContainText(/0\.\d\d/);
});

test('settings of a platform change its gap, and a bad value is refused at its field', async ({ page }) => {
  const posts = new PostsPage(page);
  await posts.more('Platform settings…');
  const gap = page.getByRole('textbox', { name: 'Hours between posts' });
  await gap.fill('-3');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('A number from 0 to 720.')).toBeVisible();
  await gap.fill('12');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(posts.lane('LinkedIn').getByText('gap 12 h')).toBeVisible();
});

test('N begins a post on this screen', async ({ app, page }) => {
  const posts = new PostsPage(page);
  await page.keyboard.press('n');
  await page.getByRole('textbox', { name: 'Title' }).fill('Office tour');
  await page.getByRole('textbox', { name: 'Not before' }).fill('sat 9:00');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await posts.fill(app);
  await expect(posts.block('LinkedIn', 'Office tour')).toBeVisible();
});
