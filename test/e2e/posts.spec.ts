// Posts, end to end: figures from a platform's export, a week planned by the rules, kept and taken back, and the call when it is time.
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';

interface PlacementRow {
  readonly id: string;
  readonly platform: string;
  readonly start: string;
}
interface PerformanceRow {
  readonly platform: string;
  readonly record: { readonly reach: number; readonly postedAt: string };
}

/** Sixty LinkedIn posts over a year: at nine in the morning they do three times as well. */
function linkedInExport(): string {
  const rows = Array.from({ length: 60 }, (_, index) => {
    const day = new Date(Date.UTC(2025, 10, 3) + index * 6 * 86_400_000).toISOString().slice(0, 10);
    const morning = index % 2 === 0;
    return `${day} ${morning ? '09' : '14'}:00,https://example.com/${index},${morning ? 3000 : 1000},${40 + index}`;
  });
  return ['Created date,Post URL,Unique impressions,Reactions', ...rows].join('\n');
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function addPost(app: AppPage, title: string): Promise<void> {
  await app.page
    .getByRole('button', { name: /^(New post|Add a post)/ })
    .first()
    .click();
  const editor = app.page.getByRole('dialog');
  await editor.getByRole('textbox', { name: 'Title' }).fill(title);
  await editor.getByRole('textbox', { name: 'Text' }).fill(`${title}, in full`);
  await editor.getByRole('button', { name: /^(Save|Add)/ }).click();
  await expect(editor).toBeHidden();
}

test('an export becomes history, the week is filled by the rules, survives a reload and is taken back', async ({
  app,
  page,
}) => {
  test.setTimeout(180_000);
  await app.goTo('Posts');

  await test.step('import the figures', async () => {
    await page.getByRole('button', { name: 'Import performance' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import performance' });
    await dialog.getByLabel('Performance file').setInputFiles(file('linkedin.csv', linkedInExport()));
    await dialog.getByRole('button', { name: 'Import 60 posts' }).click();
    await expect(dialog).toBeHidden();
    await expect.poll(async () => (await app.stored('performance')).length).toBe(60);
    const records = await app.stored<PerformanceRow>('performance');
    expect(new Set(records.map((row) => row.platform))).toEqual(new Set(['linkedin']));
  });

  await test.step('add two posts and fill the week', async () => {
    for (const title of ['Hiring', 'Case study']) await addPost(app, title);
    await page.getByRole('button', { name: 'Fill the week' }).click();
    await expect.poll(async () => (await app.stored('postPlacements')).length, { timeout: 30_000 }).toBe(2);
  });

  const starts = async () =>
    (await app.stored<PlacementRow>('postPlacements')).map(({ start }) => Date.parse(start)).sort((a, b) => a - b);
  const planned = await starts();
  await test.step('every rule is kept', async () => {
    expect(planned[0]).toBeGreaterThanOrEqual(Date.parse('2026-11-24T09:42:00Z'));
    expect(planned[1]! - planned[0]!).toBeGreaterThanOrEqual(24 * 3_600_000);
  });

  await test.step('it survives a reload, stands in the week, and undo takes it back', async () => {
    await app.reload();
    expect(await starts()).toEqual(planned);
    await app.goTo('Week');
    await expect(page.getByRole('button', { name: /^Post, .*Hiring/ }).first()).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await app.stored('postPlacements')).length).toBe(0);
    expect(await app.stored('posts')).toHaveLength(2);
  });
});

test('calls when it is time to post, copies the text and marks it done', async ({ page, host, context }) => {
  test.setTimeout(120_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  // At the real time: the host keeps it.
  await page.goto(host.url);
  await expect(page.getByRole('navigation', { name: 'Sections' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Sections' })
    .getByRole('button', { name: /^Posts\b/ })
    .click();
  const now = new Date(Date.now() - 60_000).toISOString();
  const job = {
    bulk_job_id: 'job_now',
    posts: [{ id: 'due', platform: 'x', title: 'Tips', text: 'Three tips', pinned_start: now }],
  };
  await page.getByLabel('Batch job file').setInputFiles(file('job.json', JSON.stringify(job)));
  const notice = page.getByRole('region', { name: 'Notices' }).getByRole('article').filter({ hasText: 'Time to post' });
  await expect(notice).toContainText('X: Tips', { timeout: 30_000 });
  await notice.getByRole('button', { name: 'Copy text' }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Three tips');

  // Said once: a reload is no reason to say it again.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Time to post')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Week' }).click();
  await page
    .getByRole('button', { name: /^Post, X: Tips/ })
    .first()
    .click();
  await page.getByRole('button', { name: 'Mark done' }).click();
  await expect(page.getByRole('button', { name: /^Post, X: Tips.*out$/ }).first()).toBeVisible();
});
