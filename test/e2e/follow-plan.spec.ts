// The plan in force follows the calendar: an import takes the time of a planned task, the task makes way, and that is told and undone.
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';
import type { GivenFile } from './pages/import-page';

interface PlacementRow {
  readonly placement: { readonly id: string; readonly start: string; readonly end: string };
}

const stamp = (iso: string) => iso.replaceAll(/[-:]/g, '').replace('.000', '');

function meetingAt(start: string, end: string): GivenFile {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'X-WR-CALNAME:Office',
    'BEGIN:VEVENT',
    'UID:board@google.com',
    `DTSTART:${stamp(start)}`,
    `DTEND:${stamp(end)}`,
    'SUMMARY:Board meeting',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ];
  return { name: 'office.ics', mimeType: 'text/calendar', buffer: Buffer.from(lines.join('\r\n')) };
}

const span = async (app: AppPage) => (await app.stored<PlacementRow>('placements'))[0]!.placement;

test('an import over a planned task moves it, tells it, and can be taken back in part or whole', async ({
  app,
  page,
}) => {
  const notices = page.getByRole('region', { name: 'Notices' });
  await app.goTo('Tasks');
  await app.addTask('Report 60m');
  await app.plan();
  const planned = await span(app);
  const importOver = async () => {
    await app.goTo('Import');
    await app.import.pick([meetingAt(planned.start, planned.end)]);
    await app.import.planAfter().uncheck();
    await app.import.confirm.click();
    const told = 'Imported 1 change, 1 task moved around new events';
    // Exactly: what is taken back is told with the same words and more.
    await expect(notices.getByText(told, { exact: true })).toBeVisible({ timeout: 30_000 });
  };

  await test.step('it is moved and told, in the notice and in the toolbar', async () => {
    await importOver();
    const moved = await span(app);
    expect(moved.start >= planned.end).toBe(true);
    await app.goTo('Week');
    await expect(page.getByText(/^1 task moved around new events, \d/).first()).toBeVisible();
    await expect(app.week.block(/^Event, Board meeting/)).toBeVisible();
  });

  await test.step('Undo in the notice takes back the import and the move', async () => {
    await notices.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(async () => (await span(app)).start).toBe(planned.start);
    expect(await app.stored('events')).toEqual([]);
  });

  await test.step('Ctrl Z takes back the move alone, redo brings it back, and a reload keeps it', async () => {
    await importOver();
    const moved = await span(app);
    await app.goTo('Week');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await span(app)).start).toBe(planned.start);
    expect(await app.stored('events')).toHaveLength(1);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(async () => (await span(app)).start).toBe(moved.start);
    await app.reload();
    expect((await span(app)).start).toBe(moved.start);
    await app.goTo('Insights');
    await expect(page.getByRole('button', { name: '1 task moved around new events' })).toBeVisible();
  });

  await test.step('an urgent task gets its place at once', async () => {
    await app.goTo('Tasks');
    await app.addTask('Call the bank 30m p1');
    await expect(notices.getByText(/^Call the bank is planned for/)).toBeVisible();
    expect(await app.stored('placements')).toHaveLength(2);
  });

  await test.step('and with the setting off nothing moves by itself', async () => {
    await app.goTo('Settings');
    await page.getByRole('switch', { name: 'Keep the plan alive' }).click({ force: true });
    await app.goTo('Tasks');
    await app.addTask('Call the tax office 30m p1');
    await app.goTo('Week');
    expect(await app.stored('placements')).toHaveLength(2);
  });
});
