// The careful path: a previewed move can be locked where it goes, and a task that lost its place is offered in pieces.
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';

interface PlacementRow {
  readonly placement: { readonly id: string; readonly start: string; readonly pinned: boolean };
}
interface TaskRow {
  readonly id: string;
  readonly pinnedStart: string | null;
  readonly split: { readonly minMinutes: number } | null;
}

/** Tuesday afternoon only, 13:00 to 16:30 in Berlin. */
const workspace = JSON.stringify({
  format: 'daywright.workspace',
  version: 1,
  settings: {
    timeZone: 'Europe/Berlin',
    horizonDays: 1,
    bufferMinutes: 0,
    keepPlanAlive: false,
    workingHours: { '2': [['13:00', '16:30']] },
  },
  tasks: [
    { id: 'tax', title: 'Tax prep', durationMinutes: 120, priority: 2 },
    { id: 'call', title: 'Call Oslo', durationMinutes: 30 },
  ],
});

const MEETING = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'X-WR-CALNAME:Office',
  'BEGIN:VEVENT',
  'UID:board@google.com',
  'DTSTART:20261124T130000Z',
  'DTEND:20261124T140000Z',
  'SUMMARY:Board meeting',
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const placements = async (app: AppPage) =>
  (await app.stored<PlacementRow>('placements')).map(({ placement }) => placement);
const task = async (app: AppPage, id: string) => (await app.stored<TaskRow>('tasks')).find((one) => one.id === id)!;

test('a previewed move is locked where it goes, and what lost its place is split', async ({ app, page }) => {
  await app.goTo('Settings');
  await page
    .getByLabel('Workspace file')
    .setInputFiles([{ name: 'day.json', mimeType: 'application/json', buffer: Buffer.from(workspace) }]);
  await expect(page.getByText('Opened day.json').first()).toBeVisible();
  await app.goTo('Week');
  const lock = page.getByRole('button', { name: 'Lock after' });
  const row = (title: string) =>
    page.getByRole('row').filter({ has: page.getByRole('checkbox', { name: `Apply ${title}` }) });
  const preview = async () => {
    await page.keyboard.press('Shift+P');
    await expect(page.getByRole('heading', { name: 'Replan preview' })).toBeVisible();
  };

  await test.step('lock after: the step that applies the move locks it, and one undo takes both back', async () => {
    // Narrow: what is selected stands under the list, and stays when the pointer crosses other rows on its way there.
    await page.setViewportSize({ width: 900, height: 700 });
    await preview();
    await row('Call Oslo').getByText('Call Oslo').click();
    await row('Tax prep').hover();
    const selected = page.getByRole('region', { name: 'Selected move' });
    await expect(selected).toContainText('Call Oslo');
    await expect(page.getByRole('region', { name: 'Effect of the plan' })).toBeVisible();
    await lock.click();
    await expect(lock).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await placements(app)).length).toBe(2);
    const call = (await placements(app)).find(({ id }) => id === 'call')!;
    expect(call.pinned).toBe(true);
    expect(new Date((await task(app, 'call')).pinnedStart ?? '').getTime()).toBe(new Date(call.start).getTime());
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await placements(app)).length).toBe(0);
    expect((await task(app, 'call')).pinnedStart).toBeNull();
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step('split: two hours that find no room in one piece find it in two', async () => {
    await app.plan();
    await app.goTo('Import');
    await app.import.pick([{ name: 'office.ics', mimeType: 'text/calendar', buffer: Buffer.from(MEETING) }]);
    await app.import.planAfter().uncheck();
    await app.import.importAll();
    await app.goTo('Week');
    await preview();
    await row('Tax prep').hover();
    await page.getByRole('button', { name: 'Split into 2 × 1 h' }).click();
    await expect.poll(async () => (await task(app, 'tax')).split?.minMinutes).toBe(60);
    await expect(page.getByRole('checkbox', { name: 'Apply Tax prep' })).toHaveCount(2);
    await page.keyboard.press('Control+Enter');
    await expect.poll(async () => (await placements(app)).filter(({ id }) => id === 'tax').length).toBe(2);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await placements(app)).filter(({ id }) => id === 'tax').length).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await task(app, 'tax')).split).toBeNull();
  });

  await test.step('allow the evening: it is fixed after work, once, and the working hours stay', async () => {
    await preview();
    await row('Tax prep').hover();
    const allow = page.getByRole('button', { name: 'Allow Tue evening' });
    await allow.focus();
    await expect(page.getByRole('tooltip')).toHaveText('17:00 – 19:00, outside your working hours');
    await allow.click();
    await expect.poll(async () => (await task(app, 'tax')).pinnedStart).toBe('2026-11-24T16:00:00Z');
    await expect(row('Tax prep')).toContainText('Tue 24');
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(async () => (await placements(app)).filter(({ id, pinned }) => id === 'tax' && pinned).length)
      .toBe(1);
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => (await placements(app)).filter(({ id, pinned }) => id === 'tax' && pinned).length)
      .toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await task(app, 'tax')).pinnedStart).toBeNull();
  });
});
