// Posts and what comes from outside: a batch job in, its plan out, its results back and what learning makes of them; tables and platforms.
import { readFile } from 'node:fs/promises';
import { expect, test } from './app-test';
import { PostsPage } from './pages/posts-page';

interface PlacementRow {
  readonly id: string;
  readonly start: string;
}
interface SettingRow {
  readonly id: string;
  readonly value: unknown;
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

/** Twenty-four posts of X and one urgent, as a pipeline writes them. */
const ORDER = {
  bulk_job_id: 'job_123',
  posts: Array.from({ length: 25 }, (_, index) => ({
    id: `post_${index}`,
    platform: 'x',
    content_type: 'x_post',
    priority: index === 0 ? 'urgent' : 'normal',
    title: `Post ${index}`,
  })),
  scheduling_metadata: {
    start_after: '2026-11-25T00:00:00Z',
    deadline: '2026-12-02T23:59:59Z',
    suggested_concurrency: 2,
  },
};

test('a batch job comes in, its plan goes out with waves, its results come back, and learning answers', async ({
  app,
  page,
}) => {
  test.setTimeout(180_000);
  await app.goTo('Posts');
  const posts = new PostsPage(page);
  const jobFile = page.getByLabel('Batch job file');

  await test.step('a wrong order is refused, each problem on its line', async () => {
    await jobFile.setInputFiles(
      file('job.json', JSON.stringify({ bulk_job_id: 5, posts: [{ id: 'a', platform: 'x', priority: 'soon' }] })),
    );
    const notice = page.getByRole('region', { name: 'Notices' }).getByRole('article');
    await expect(notice).toContainText('bulkJobId is 5');
    await expect(notice).toContainText('posts[0].priority is "soon"');
    await notice.getByRole('button', { name: 'Dismiss' }).click();
    expect(await app.stored('posts')).toEqual([]);
  });

  await jobFile.setInputFiles(file('job.json', JSON.stringify(ORDER)));
  await expect.poll(async () => (await app.stored('postPlacements')).length, { timeout: 30_000 }).toBe(25);
  const placements = (await app.stored<PlacementRow>('postPlacements')).sort((a, b) => (a.start < b.start ? -1 : 1));
  expect(placements[0]!.start >= '2026-11-25T00:00:00Z').toBe(true);
  expect(placements.at(-1)!.start <= '2026-12-02T23:59:59Z').toBe(true);
  // X keeps four hours.
  for (const [index, { start }] of placements.slice(1).entries()) {
    expect(Date.parse(start) - Date.parse(placements[index]!.start)).toBeGreaterThanOrEqual(4 * 3_600_000);
  }

  await test.step('the schedule plan goes out', async () => {
    const download = page.waitForEvent('download');
    await posts.more('Schedule as .json');
    const plan = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(plan.placements).toHaveLength(25);
    expect(plan.waves).toHaveLength(25);
    expect(plan.waves[0]).toEqual({ wave: 1, start: placements[0]!.start, ids: [placements[0]!.id] });
    expect(plan.retryDelaysSeconds).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  await test.step('the job is listed, planned again, and its own plan goes out', async () => {
    await posts.more('Batch jobs');
    await expect(posts.panel.getByText('25: 0 out, 25 planned, 0 without a place')).toBeVisible();
    const plans = async () => (await app.stored('postPlans')).length;
    const before = await plans();
    await posts.panel.getByRole('button', { name: 'Plan again' }).click();
    await expect.poll(plans, { timeout: 30_000 }).toBe(before + 1);
    const download = page.waitForEvent('download');
    await posts.panel.getByRole('button', { name: 'Schedule as .json' }).click();
    const plan = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect([plan.bulkJobId, plan.placements.length]).toEqual(['job_123', 25]);
  });

  const history = async () => (await app.stored('performance')).length;
  await test.step('the results come back, with an offer to take them back', async () => {
    const results = placements.map(({ id, start }, index) => ({
      id,
      posted_at: start,
      started_at: start,
      attempts: 4,
      rate_limited_count: index % 5 === 0 ? 2 : 0,
      reach: 1000 + index,
      is_successful: true,
    }));
    const report = file('results.json', JSON.stringify({ bulk_job_id: 'job_123', results }));
    await page.getByLabel('Batch results file').setInputFiles(report);
    const notice = page.getByRole('article').filter({ hasText: 'Recorded results: 25 new, 0 updated' });
    await notice.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(history).toBe(0);
    await page.getByLabel('Batch results file').setInputFiles(report);
    await expect.poll(history).toBe(25);
    await expect(posts.figure('Rate limited')).toContainText('10%');
    await expect(posts.figure('Adherence')).toContainText('100%');
    await posts.figure('Rate limited').click();
    await expect(posts.panel.getByText('10 of 100 requests')).toBeVisible();
  });
});

test('learning is measured and adjusted, each step is logged, taken back and reset', async ({ app, page }) => {
  test.setTimeout(120_000);
  await app.goTo('Posts');
  const posts = new PostsPage(page);
  // A day of jobs before now, a tenth of their requests refused.
  const ids = Array.from({ length: 24 }, (_, index) => `done_${index}`);
  const at = (index: number) => new Date(Date.UTC(2026, 10, 20) + index * 4 * 3_600_000).toISOString();
  const order = {
    bulk_job_id: 'past',
    posts: ids.map((id, index) => ({ id, platform: 'x', title: id, posted_at: at(index) })),
  };
  await page.getByLabel('Batch job file').setInputFiles(file('past.json', JSON.stringify(order)));
  await expect.poll(async () => (await app.stored('posts')).length).toBe(24);
  const results = ids.map((id, index) => ({
    id,
    posted_at: at(index),
    attempts: 10,
    rate_limited_count: 1,
    reach: 100,
  }));
  await page
    .getByLabel('Batch results file')
    .setInputFiles(file('r.json', JSON.stringify({ bulk_job_id: 'past', results })));
  await expect.poll(async () => (await app.stored('performance')).length).toBe(24);

  const parameters = async () =>
    (await app.stored<SettingRow>('postSettings')).find(({ id }) => id === 'parameters')?.value as
      | { readonly maxConcurrentPosts: number; readonly gapFactor: number }
      | undefined;
  await expect.poll(parameters).toMatchObject({ maxConcurrentPosts: 2, gapFactor: 1 });
  await posts.more('Learning and log');
  await expect(posts.panel.getByText('posts at once 3 → 2')).toBeVisible();
  await expect(posts.panel.getByText(/10\.0% of the requests were refused with 429/)).toBeVisible();
  await posts.panel.getByRole('button', { name: 'Measure and adjust' }).click();
  await expect(posts.panel.getByText(/waits for 20 jobs/)).toBeVisible();
  await posts.panel.getByRole('button', { name: 'Take back' }).click();
  await expect.poll(parameters).toMatchObject({ maxConcurrentPosts: 3 });
  await posts.panel.getByText('UCB', { exact: true }).click();
  await expect(posts.panel.getByText(/^10% of the posts try hours/)).toBeVisible();
  await posts.panel.getByRole('button', { name: 'Reset all' }).click();
  await expect(posts.panel.getByText('Everything was set back to the start by hand.')).toBeVisible();
  await app.reload();
  await posts.more('Learning and log');
  await expect(posts.panel.getByRole('listitem')).toHaveCount(3);
});

test('training tells how far it is, stops when asked, and shows the fit', async ({ app, page }) => {
  test.setTimeout(240_000);
  await app.goTo('Posts');
  const posts = new PostsPage(page);
  const rows = Array.from({ length: 5000 }, (_, index) => {
    const when = new Date(Date.UTC(2023, 0, 1) + index * 7 * 3_600_000 - (index % 5) * 600_000);
    const reach = 500 + (when.getUTCHours() >= 8 && when.getUTCHours() < 12 ? 900 : 0) + ((index * 37) % 200);
    return `${when.toISOString().slice(0, 16).replace('T', ' ')},https://example.com/${index},${reach}`;
  });
  await page.getByRole('button', { name: 'Import performance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import performance' });
  const table = ['Created date,Post URL,Unique impressions', ...rows].join('\n');
  await dialog.getByLabel('Performance file').setInputFiles(file('linkedin.csv', table));
  await dialog.getByRole('button', { name: 'Import 5,000 posts' }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  await posts.figure('Fit').click();
  await posts.panel.getByRole('button', { name: 'Train now' }).click();
  await expect(posts.panel.getByRole('progressbar', { name: 'Training LinkedIn' })).toBeVisible();
  await posts.panel.getByRole('button', { name: 'Cancel' }).click();
  await expect(posts.panel.getByRole('button', { name: 'Train now' })).toBeVisible({ timeout: 15_000 });
  expect(await app.stored('postModels')).toEqual([]);

  await posts.panel.getByRole('button', { name: 'Train now' }).click();
  await expect(posts.panel.getByText('R² on the latest posts')).toBeVisible({ timeout: 60_000 });
  await expect(posts.panel.getByText('The forest beats both plain means')).toBeVisible();
  await expect(posts.figure('Fit')).toContainText(/0\.\d\d/);
  await posts.panel.getByRole('button', { name: 'Train again' }).click();
  await expect
    .poll(async () => (await app.stored<{ fits?: unknown[] }>('postModels'))[0]?.fits?.length, { timeout: 60_000 })
    .toBe(2);
});

test('what is no table is refused by name; a table of one’s own is mapped, remembered and forgotten', async ({
  app,
  page,
}) => {
  await app.goTo('Posts');
  await page.getByRole('button', { name: 'Import performance' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import performance' });
  const choose = (name: string, bytes: Buffer) =>
    dialog.getByLabel('Performance file').setInputFiles({ name, mimeType: 'text/csv', buffer: bytes });
  await choose('empty.csv', Buffer.from(''));
  await expect(dialog.getByText('empty.csv: The file is empty: expected a header and rows')).toBeVisible();
  await choose('figures.xlsx', Buffer.from([0x50, 0x4b, 3, 4, 0, 1, 2]));
  await expect(dialog.getByText(/^figures\.xlsx: The file is a workbook/)).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Columns' })).toHaveCount(0);

  await choose('mine.csv', Buffer.from('When;Seen by\n2026-11-03 09:15;1500\n'));
  const columns = dialog.getByRole('region', { name: 'Columns' });
  const pick = async (label: string, option: string) => {
    await columns.getByRole('combobox', { name: label, exact: true }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
  };
  await pick('Platform', 'X');
  await pick('Posting time', 'When');
  await pick('Reach', 'Seen by');
  await columns.getByRole('button', { name: 'Read with these columns' }).click();
  await dialog.getByRole('button', { name: 'Import 1 post' }).click();
  await expect(dialog).toBeHidden();
  expect(await app.stored('columnMappings')).toHaveLength(1);

  await new PostsPage(page).more('Import performance…');
  await dialog.getByRole('button', { name: 'Forget My X table' }).click();
  await expect.poll(async () => (await app.stored('columnMappings')).length).toBe(0);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await app.stored('columnMappings')).length).toBe(1);
});

test('a platform of one’s own is data: added, changed, planned for, and taken back', async ({ app, page }) => {
  await app.goTo('Posts');
  const posts = new PostsPage(page);
  await posts.more('Add a platform…');
  const panel = page.getByRole('dialog', { name: 'New platform' });
  await panel.getByRole('button', { name: /^Add platform/ }).click();
  await expect(panel.getByText('A platform needs a name.')).toBeVisible();
  await panel.getByRole('textbox', { name: 'Name' }).fill('PeerTube');
  await panel.getByRole('textbox', { name: 'Usual gap, h' }).fill('6');
  await panel.getByRole('button', { name: /^Add platform/ }).click();
  await expect(panel).toBeHidden();
  await expect(posts.lane('PeerTube').getByText('gap 6 h')).toBeVisible();

  await posts.more('Platform settings…');
  const settings = page.getByRole('dialog', { name: 'Settings of PeerTube' });
  const tab = (name: string) =>
    settings.getByRole('radiogroup', { name: 'What to set' }).getByText(name, { exact: true });
  await tab('Types').click();
  await settings.getByRole('button', { name: 'Add a content type' }).click();
  await settings.getByRole('textbox', { name: 'Content type 2', exact: true }).fill('Stream');
  await tab('Studies').click();
  await settings.getByRole('button', { name: 'Add an adjustment' }).click();
  await settings.getByRole('textbox', { name: 'Adjustment 16, hours' }).fill('sat 9-11');
  await settings.getByRole('textbox', { name: 'Adjustment 16, percent' }).fill('100');
  await tab('General').click();
  await settings.getByText('30 min', { exact: true }).click();
  await settings.getByRole('button', { name: 'Save' }).click();
  await expect(settings).toBeHidden();
  const setting = async (name: string) =>
    JSON.stringify((await app.stored<SettingRow>('postSettings')).find(({ id }) => id === name)?.value ?? null);
  expect(await setting('platforms')).toContain('peertube_stream');
  expect(await setting('gridMinutes')).toBe('30');
  expect(await setting('adjustments')).toContain('"contentType":"peertube_post","days":[6],"fromHour":9,"toHour":11');

  await page
    .getByRole('article')
    .filter({ hasText: 'Saved the settings of PeerTube' })
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect.poll(() => setting('gridMinutes')).toBe('null');
  expect(await setting('platforms')).not.toContain('peertube_stream');

  await posts.more('Platform settings…');
  await tab('Types').click();
  await settings.getByRole('button', { name: 'Remove this platform' }).click();
  await expect.poll(() => setting('platforms')).toBe('null');
  await expect(posts.lane('PeerTube')).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(posts.lane('PeerTube')).toBeVisible();
});
