// The task planner on the screen: 46 tasks from the click to drawn placements, a drag with its answer, and undo.
import { BUSY_WEEK_TASKS, busyWeekDocument } from '../helpers/busy-week';
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';

interface PlacementRow {
  readonly key: string;
  readonly placement: { readonly id: string; readonly start: string; readonly end: string; readonly pinned: boolean };
}
interface RunRow {
  readonly tasks: number;
  readonly clickToDrawnMilliseconds: number | null;
  readonly storage?: { readonly transactions: number; readonly rowsWritten: number };
  readonly checks?: { readonly overlaps: number; readonly lockedMoved: number };
}

async function openBusyWeek(app: AppPage): Promise<void> {
  await app.goTo('Settings');
  await app.page
    .getByLabel('Workspace file')
    .setInputFiles([{ name: 'week.json', mimeType: 'application/json', buffer: Buffer.from(busyWeekDocument()) }]);
  await expect(app.page.getByText('Opened week.json').first()).toBeVisible();
}

test('46 tasks are planned, drawn and timed; one is dragged, the plan answers, and all is undone', async ({
  app,
  page,
}) => {
  await openBusyWeek(app);
  await app.goTo('Week');
  await expect(app.week.block(/^Event, Meeting/)).toBeVisible();

  await test.step('plan, with the time shown', async () => {
    await app.plan();
    await expect(app.planned).toHaveText(/^Planned 46 tasks in \d+(\.\d)? m?s$/);
    const placements = await app.stored<PlacementRow>('placements');
    expect(new Set(placements.map(({ placement }) => placement.id)).size).toBe(BUSY_WEEK_TASKS);
    await expect(page.locator('[data-block][data-kind="task"]').first()).toBeVisible();
  });

  await test.step('the run report tells the transaction and the time to the drawn frame', async () => {
    await expect
      .poll(async () => (await app.stored<RunRow>('runs'))[0]?.clickToDrawnMilliseconds ?? null)
      .not.toBeNull();
    const [run] = await app.stored<RunRow>('runs');
    // 46 placements at least, some tasks in pieces, and the record of the run.
    expect(run?.storage?.transactions).toBe(1);
    expect(run?.storage?.rowsWritten).toBeGreaterThanOrEqual(BUSY_WEEK_TASKS + 1);
    expect(run?.checks).toMatchObject({ overlaps: 0, lockedMoved: 0 });
  });

  const before = await app.stored<PlacementRow>('placements');

  await test.step('drag one to another time, and see the answer', async () => {
    const block = page.locator('[data-block][data-kind="task"]').filter({ visible: true }).last();
    const name = (await block.getAttribute('aria-label'))!.split(',')[1]!.trim();
    const box = (await block.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, box.y + 40, { steps: 4 });
    await page.mouse.move(box.x + box.width / 2, box.y + 58, { steps: 4 });
    await page.mouse.up();
    await expect
      .poll(
        async () => (await app.stored<PlacementRow>('placements')).filter(({ placement }) => placement.pinned).length,
      )
      .toBeGreaterThan(0);
    const moved = (await app.stored<PlacementRow>('placements')).find(({ placement }) => placement.pinned)!;
    expect(moved.placement.start).not.toBe(before.find(({ key }) => key === moved.key)?.placement.start);
    await expect(page.getByRole('button', { name: new RegExp(`^Task, ${name},.*locked`) }).first()).toBeVisible();
    await app.plan();
    const after = await app.stored<PlacementRow>('placements');
    expect(after.find(({ key }) => key === moved.key)?.placement.start, 'stays where it was put').toBe(
      moved.placement.start,
    );
  });

  await test.step('undo everything, step by step', async () => {
    const undo = page.keyboard;
    await expect
      .poll(async () => {
        await undo.press('Control+z');
        return (await app.stored('placements')).length;
      })
      .toBe(0);
    expect((await app.stored('tasks')).length).toBe(BUSY_WEEK_TASKS);
  });
});

test('the report of the runs: where the time went, the days, the checks, and the runs as a file', async ({
  app,
  page,
}) => {
  await app.goTo('Insights');
  await expect(page.getByText('Nothing was planned yet.')).toBeVisible();
  await openBusyWeek(app);
  await app.goTo('Week');
  await app.plan();
  await app.plan();
  await app.goTo('Insights');
  await expect(page.getByRole('heading', { name: /^Where \d[\d.]* ms go$/ })).toBeVisible();
  await expect(page.getByText('One transaction, ').first()).toBeVisible();
  await expect(page.getByRole('row', { name: /Overlaps/ })).toContainText('0');
  await expect(page.getByRole('button', { name: 'You pressed Plan' })).toHaveCount(2);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export CSV' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('daywright-runs-2026-11-24.csv');
  // A day of the map opens in the calendar.
  await page.getByRole('button', { name: /^Wednesday 25 November: \d+%/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Wednesday 25 November' })).toBeVisible();
});

test('the board: a card is carried to another project with the keyboard, and back with undo', async ({ app, page }) => {
  await openBusyWeek(app);
  await app.goTo('Tasks');
  await page.getByRole('radiogroup', { name: 'Layout' }).getByText('Board').click();
  const column = (name: string) => page.getByRole('region', { name });
  await expect(column('Project 1').getByRole('button', { name: /^Task 0 / })).toBeVisible();
  await column('Project 1')
    .getByRole('button', { name: /^Task 0 / })
    .focus();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(column('Project 2').getByRole('button', { name: /^Task 0 / })).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(column('Project 1').getByRole('button', { name: /^Task 0 / })).toBeVisible();
});

test('a cell is edited in place, and the year opens a day', async ({ app, page }) => {
  await openBusyWeek(app);
  await app.goTo('Tasks');
  await page.getByRole('button', { name: /edit due of Task 1$/ }).click();
  await page.keyboard.type('next week');
  await page.keyboard.press('Tab');
  await page.keyboard.type('urgent');
  await page.keyboard.press('Enter');
  const task = async () =>
    (await app.stored<{ id: string; dueAt: string | null; priority: number }>('tasks')).find(({ id }) => id === 't1');
  await expect.poll(async () => (await task())?.priority).toBe(1);
  // Friday 4 December, to its end in Berlin.
  expect((await task())?.dueAt).toBe('2026-12-04T23:00:00Z');
  await app.goTo('Week');
  await page.getByRole('radiogroup', { name: 'View' }).getByText('Year').click();
  await page.getByRole('button', { name: /^Tuesday 24 November: .* entries$/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Tuesday 24 November' })).toBeVisible();
});
