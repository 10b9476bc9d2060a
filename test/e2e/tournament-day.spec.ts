// The day of play goes wrong: a court, an umpire and a player are lost, somebody comes late; and everyone takes the own matches home as a calendar.
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';
import { TournamentPage } from './pages/tournament-page';

interface TournamentRow {
  readonly courts: readonly { id: string; name: string }[];
  readonly umpires: readonly { id: string; name: string }[];
  readonly participants: readonly { id: string; name: string; players?: readonly string[] }[];
  readonly matches: readonly { id: string; round: number; entries: readonly unknown[] }[];
  readonly timetable: readonly { match: string; court: string | null; umpire: string | null; start: string }[];
  readonly closures: readonly { court: string; from: string }[];
  readonly absences: readonly { who: string; from: string }[];
  readonly withdrawals: readonly { entry: string }[];
}

/** Saturday, 9:10 in Berlin: the first wave is being played. */
const FIRST_WAVE = '2026-11-28T08:10:00Z';
/** Starts in UTC from here on are still to come. */
const LATER = '2026-11-28T08:11:00Z';

async function stored(app: AppPage): Promise<TournamentRow> {
  return (await app.stored<TournamentRow>('tournaments'))[0]!;
}

async function lose(page: Page, name: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Something is lost' });
  await form.getByRole('combobox', { name: 'Who or what' }).fill(name);
  await page.getByRole('option', { name, exact: true }).click();
  await form.getByRole('button', { name: 'Is lost' }).click();
}

/** Applies what is shown and waits until it is stored. */
async function applyRepair(app: AppPage, page: Page): Promise<void> {
  const repair = page.getByRole('region', { name: 'Repair' });
  await expect(repair).toContainText('nothing has moved yet', { timeout: 30_000 });
  const { timetable } = await stored(app);
  await repair.getByRole('button', { name: /^Apply to / }).click();
  await expect(repair).toBeHidden();
  await expect.poll(async () => (await stored(app)).timetable).not.toEqual(timetable);
}

/** The .ics file a button hands over: its name and the number of its events. */
async function downloaded(page: Page, button: string): Promise<{ readonly name: string; readonly text: string }> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).first().click();
  const download = await waiting;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

const events = (ics: string): number => ics.split('BEGIN:VEVENT').length - 1;

test.beforeEach(async ({ app, page, host }) => {
  test.setTimeout(240_000);
  await app.goTo('Tournament');
  await new TournamentPage(page).openSample();
  await app.open(host, FIRST_WAVE);
  await app.goTo('Tournament');
  await page.getByRole('button', { name: 'Day of play' }).click();
});

test('a lost court gives its matches to others, and what is being played goes on', async ({ app, page }) => {
  const before = await stored(app);
  await lose(page, 'Court 2');
  await expect.poll(async () => (await stored(app)).closures.map(({ court }) => court)).toEqual(['court-2']);
  // Lost is stored at once; the timetable waits for the answer.
  expect((await stored(app)).timetable).toEqual(before.timetable);
  await applyRepair(app, page);
  const after = await stored(app);
  const onIt = after.timetable.filter(({ court, start }) => court === 'court-2' && start > LATER);
  expect(onIt).toEqual([]);
  // What is being played on the other courts goes on.
  for (const row of before.timetable.filter(({ court, start }) => court !== 'court-2' && start < LATER))
    expect(after.timetable).toContainEqual(row);
  // Seven matches of one player take the whole day: to save his final more than the lost court has to move.
  expect(after.timetable.filter(({ start }) => start === null)).toEqual([]);
  await expect(page.getByRole('region', { name: 'Without a time' })).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(app)).timetable).toEqual(before.timetable);
});

test('a lost umpire is replaced in the own matches only', async ({ app, page }) => {
  const before = await stored(app);
  const brenner = before.umpires.find(({ name }) => name === 'Kaja Brenner')!.id;
  await lose(page, 'Kaja Brenner');
  await applyRepair(app, page);
  const after = await stored(app);
  expect(after.absences.map(({ who }) => who)).toContain(brenner);
  expect(after.timetable.filter(({ umpire, start }) => umpire === brenner && start > LATER)).toEqual([]);
  const place = ({ match, court, start }: TournamentRow['timetable'][number]) => `${match} ${court} ${start}`;
  expect(after.timetable.map(place).sort()).toEqual(before.timetable.map(place).sort());
});

test('who withdraws sends the opponent on, and who comes late takes the place', async ({ app, page }) => {
  const board = new TournamentPage(page);
  const { participants, matches } = await stored(app);
  const entryNamed = (id: unknown) => participants.find((entry) => entry.id === id)!;
  const match = matches.find(({ id }) => id === 'MS-r1m5')!;
  const left = entryNamed(match.entries[1]);
  await board.select('MS-r1m5');
  await board.inspector
    .getByRole('listitem')
    .filter({ hasText: left.name })
    .getByRole('button', { name: 'Withdraw' })
    .click();
  await expect.poll(async () => (await stored(app)).withdrawals.map(({ entry }) => entry)).toEqual([left.id]);
  // Said once the repair is known too.
  await expect(page.getByText(`${left.name} is withdrawn`).first()).toBeVisible({ timeout: 30_000 });
  const repair = page.getByRole('region', { name: 'Repair' });
  // It would take the match that is not played off its court.
  await repair.getByRole('button', { name: 'Leave it' }).click();
  await expect(repair).toBeHidden();

  // The match still covers the desk.
  const form = page.getByRole('form', { name: 'Late entry' });
  await expect(form).toBeHidden();
  await page.getByRole('button', { name: 'Day of play' }).click();
  await form.getByLabel('Name').fill('Nora Late');
  await form.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'MS', exact: true }).click();
  await expect(form).toContainText(`Takes the place of ${left.name}, who withdrew.`);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect
    .poll(async () => {
      const now = await stored(app);
      const late = now.participants.find(({ name }) => name === 'Nora Late')?.id;
      return late !== undefined && now.matches.find(({ id }) => id === 'MS-r1m5')!.entries[1] === late;
    })
    .toBe(true);
  await app.reload();
  await expect(page.locator('[data-match="MS-r1m5"]').first()).toHaveAccessibleName(/Late/);
});

test('a full draw says before anything is stored what a late entry would mean', async ({ app, page }) => {
  const form = page.getByRole('form', { name: 'Late entry' });
  await form.getByLabel('Name').fill('Nora Late');
  await form.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'WS', exact: true }).click();
  await expect(form).toContainText(/The draw is full: plays .* in a round before the first\./);
  const before = await stored(app);
  await form.getByRole('button', { name: 'Add' }).click();
  await expect.poll(async () => (await stored(app)).matches.length).toBe(before.matches.length + 1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(app)).matches).toEqual(before.matches);
});

test('the matches of an umpire, a player and a court leave as .ics files', async ({ app, page }) => {
  const { timetable, umpires } = await stored(app);
  const view = page.getByRole('radiogroup', { name: 'View' });
  const umpired = (id: string) => timetable.filter(({ umpire }) => umpire === id).length;

  await view.getByText('Umpires').click();
  const umpire = await downloaded(page, 'Save the matches of Kaja Brenner as .ics');
  expect(umpire.name).toMatch(/\.ics$/);
  expect(events(umpire.text)).toBe(umpired(umpires.find(({ name }) => name === 'Kaja Brenner')!.id));
  expect(umpire.text).toContain('DTSTART;TZID=Europe/Berlin:20261128T');

  await view.getByText('Players').click();
  await page.getByLabel('Search players').fill('Haas');
  const player = await downloaded(page, 'Save the matches of Timo Haas as .ics');
  expect(events(player.text)).toBeGreaterThan(0);
  expect(player.text).toMatch(/SUMMARY:.*Haas/);

  await new TournamentPage(page).openSetup();
  const court = await downloaded(page, 'Save the matches of Court 1 as .ics');
  expect(events(court.text)).toBe(timetable.filter((row) => row.court === 'court-1').length);
});
