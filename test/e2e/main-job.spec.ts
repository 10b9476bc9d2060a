// The main job, end to end: import real calendars, add tasks and habits, plan, see it, trust it.
import { join } from 'node:path';
import { startBrowserHost } from '../helpers/browser-host';
import { expect, TUESDAY_MORNING, test } from './app-test';
import type { AppPage } from './pages/app-page';
import { overlapsOf } from './pages/week-page';

const SAMPLES = join(import.meta.dirname, '..', 'fixtures', 'samples');
const GOOGLE = join(SAMPLES, 'google-export.ics');
const OUTLOOK = join(SAMPLES, 'outlook-export.ics');

interface EventRow {
  readonly id: string;
  readonly event: { readonly title: string; readonly start: string; readonly end: string; readonly allDay: boolean };
}
interface PlacementRow {
  readonly key: string;
  readonly placement: { readonly kind: string; readonly id: string; readonly start: string; readonly end: string };
}

const TASKS = [
  'Report 90m p2 morning #work fri 16:00',
  'Slides 60m p1 tomorrow 17:00',
  'Call the bank 30m',
  'Read the contract 45m p3 #work',
  'Tidy the desk 30m p4',
];

async function addWork(app: AppPage): Promise<void> {
  await app.goTo('Tasks');
  for (const words of TASKS) await app.addTask(words);
  await app.goTo('Habits');
  for (const title of ['Morning run', 'Read 20 pages']) {
    await app.page.getByRole('button', { name: 'New habit' }).first().click();
    const editor = app.page.getByRole('dialog');
    await editor.getByRole('textbox', { name: 'Title' }).fill(title);
    await editor.getByRole('button', { name: /^(Save|Add)/ }).click();
    await expect(editor).toBeHidden();
  }
}

const placesOf = (rows: readonly PlacementRow[]) =>
  rows.map(({ key, placement }) => `${key} ${placement.start} ${placement.end}`).sort();

test('imports Google and Outlook, plans around them, keeps everything through reload, undo, replan and a killed host', async ({
  app,
  page,
  host,
}) => {
  test.setTimeout(180_000);

  await test.step('import both files', async () => {
    await app.goTo('Import');
    await app.import.pick([GOOGLE, OUTLOOK]);
    await expect(app.import.file('google-export.ics')).toContainText('Google');
    await expect(app.import.file('outlook-export.ics')).toContainText('Outlook');
    await app.import.planAfter().uncheck();
    await app.import.importAll();
    const events = await app.stored<EventRow>('events');
    expect(events.length).toBeGreaterThan(500);
    // One of each file, known from the occurrences that stand beside the samples.
    const starts = new Set(events.map(({ event }) => `${event.title} ${event.start}`));
    expect(starts.has('Design crit (series) 2026-11-02T07:30:00Z')).toBe(true);
    expect(starts.has('会議 2026-11-03T11:30:00Z')).toBe(true);
  });

  let beforePlan: string[] = [];
  await test.step('add tasks and habits, and plan', async () => {
    await addWork(app);
    // A new habit has its place of today and tomorrow at once, before any plan.
    await expect.poll(async () => (await app.stored('placements')).length).toBe(4);
    beforePlan = placesOf(await app.stored<PlacementRow>('placements'));
    await app.goTo('Week');
    await app.plan();
    await expect(app.planned).toHaveText(/Planned 5 tasks/);
  });

  const places = placesOf(await app.stored<PlacementRow>('placements'));

  await test.step('see them on the week without any overlap', async () => {
    expect(places.filter((place) => place.startsWith('task:'))).toHaveLength(5);
    await expect(app.week.block(/^Task, /)).toBeVisible();
    await expect(app.week.block(/^Habit, Read 20 pages/)).toBeVisible();
    expect(overlapsOf(await app.week.boxes())).toEqual([]);
    await app.week.next();
    await expect(app.week.block(/^Habit, /)).toBeVisible();
    expect(overlapsOf(await app.week.boxes())).toEqual([]);
  });

  await test.step('reload and find everything', async () => {
    const before = await app.stored<EventRow>('events');
    await app.reload();
    await expect(app.planned).toHaveText(/Planned 5 tasks/);
    expect(placesOf(await app.stored<PlacementRow>('placements'))).toEqual(places);
    expect(await app.stored<EventRow>('events')).toEqual(before);
  });

  await test.step('undo the plan, and plan again to the same', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(async () => placesOf(await app.stored<PlacementRow>('placements'))).toEqual(beforePlan);
    await app.goTo('Week');
    await app.plan();
    expect(placesOf(await app.stored<PlacementRow>('placements'))).toEqual(places);
  });

  await test.step('plan again with nothing moved', async () => {
    await app.plan();
    expect(placesOf(await app.stored<PlacementRow>('placements'))).toEqual(places);
  });

  await test.step('import the same files again without doubling', async () => {
    const before = (await app.stored('events')).length;
    await app.goTo('Import');
    await app.import.pick([GOOGLE, OUTLOOK]);
    await expect(app.import.file('google-export.ics')).toContainText(/Nothing changes/);
    await expect(app.import.confirm).toBeDisabled();
    expect((await app.stored('events')).length).toBe(before);
  });

  await test.step('kill the host, start it again, and nothing is lost', async () => {
    await host.kill();
    const again = await startBrowserHost({ dataDir: host.dataDir, port: host.port });
    try {
      await app.open(again, TUESDAY_MORNING);
      expect(placesOf(await app.stored<PlacementRow>('placements'))).toEqual(places);
      await app.goTo('Week');
      await app.plan();
      expect(placesOf(await app.stored<PlacementRow>('placements'))).toEqual(places);
    } finally {
      await again.stop();
    }
  });
});

test('a newcomer sees a planned week within a minute', async ({ app, page }) => {
  const started = Date.now();
  await expect(page.getByRole('button', { name: 'Open the sample week' })).toBeVisible();
  await app.openSampleWeek();
  await app.goTo('Week');
  await expect(app.week.block(/^Task, Board deck: risks/)).toBeVisible();
  await expect(app.week.block(/^Habit, Lunch walk/)).toBeVisible();
  await expect(app.week.block(/^Event, Budget workshop/)).toBeVisible();
  expect(Date.now() - started).toBeLessThan(60_000);
  expect(overlapsOf(await app.week.boxes())).toEqual([]);
});
