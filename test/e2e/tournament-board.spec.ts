// What a hand does on the courts board: legal and refused drops, keys, pins, umpires, results, an overrun with its repair; each survives a reload.
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';
import { TournamentPage } from './pages/tournament-page';

interface TournamentRow {
  readonly timetable: readonly { match: string; court: string | null; umpire: string | null; start: string | null }[];
  readonly pins: readonly { match: string }[];
  readonly results: readonly { match: string; winner: string | null; score?: string }[];
}

/** One court down, and a wave of 45 minutes, in pixels. */
const COURT = 81;
const WAVE = 99;

async function stored(app: AppPage): Promise<TournamentRow> {
  return (await app.stored<TournamentRow>('tournaments'))[0]!;
}

async function placeOf(app: AppPage, match: string) {
  return (await stored(app)).timetable.find((row) => row.match === match)!;
}

test.beforeEach(async ({ app, page }) => {
  await app.goTo('Tournament');
  await new TournamentPage(page).openSample();
});

test('a match goes where it may, and undo and a reload keep what was done', async ({ app, page }) => {
  const board = new TournamentPage(page);
  // The men's doubles final at 12:00 on court 5; court 4 is free then.
  const before = await placeOf(app, 'MD-r3m1');
  expect(before.court).toBe('court-5');
  await board.drag('MD-r3m1', 0, -COURT);
  await expect.poll(async () => (await placeOf(app, 'MD-r3m1')).court).toBe('court-4');
  expect((await placeOf(app, 'MD-r3m1')).start).toBe(before.start);
  expect((await stored(app)).pins.map(({ match }) => match)).toEqual(['MD-r3m1']);
  await app.reload();
  await expect(board.block('MD-r3m1')).toHaveAccessibleName(/12:00, Court 4, .*pinned/);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await placeOf(app, 'MD-r3m1')).court).toBe('court-5');
  expect((await stored(app)).pins).toEqual([]);
});

test('a refused drop says which rule, with numbers, and offers the nearest legal places', async ({ app, page }) => {
  const board = new TournamentPage(page);
  const before = await stored(app);
  // Over the first waves of court 5, where the semi-finals are not played yet.
  await board.pickUp('MD-r3m1', -2 * WAVE, 0);
  await expect(page.getByText(/would start \d+ min before|is not free for match/).first()).toBeVisible();
  await page.mouse.up();
  expect((await stored(app)).timetable).toEqual(before.timetable);
  const nearest = page.getByRole('group', { name: 'Nearest' }).getByRole('button').first();
  await expect(nearest).toBeVisible();
  const words = (await nearest.textContent())!;
  await nearest.click();
  await expect(board.block('MD-r3m1')).toHaveAccessibleName(new RegExp(words));
});

test('Escape puts a carried match back', async ({ app, page }) => {
  const board = new TournamentPage(page);
  const before = await placeOf(app, 'MD-r3m1');
  await board.pickUp('MD-r3m1', 0, -COURT);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect(page.getByRole('group', { name: 'Nearest' })).toHaveCount(0);
  expect(await placeOf(app, 'MD-r3m1')).toEqual(before);
});

test('keys walk the board, move a match, pin it and open it', async ({ app, page }) => {
  const board = new TournamentPage(page);
  await board.block('MD-r3m1').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await placeOf(app, 'MD-r3m1')).court).toBe('court-4');
  await expect(page.getByRole('status').filter({ hasText: /moved to 12:00, Court 4/ })).toBeAttached();
  await board.block('MD-r3m1').focus();
  await page.keyboard.press('l');
  await expect.poll(async () => (await stored(app)).pins.length).toBe(0);
  // A round that is not over: refused, and said aloud.
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('alert').filter({ hasText: /Not allowed/ })).toBeAttached();
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowLeft');
  await expect(board.block('MD-r3m1')).not.toBeFocused();
  await page.keyboard.press('Enter');
  await expect(board.inspector.getByRole('heading', { name: /^Match \d+/ })).toBeVisible();
});

test('an umpire is chosen from the neutral ones first, or exchanged', async ({ app, page }) => {
  const board = new TournamentPage(page);
  const before = (await placeOf(app, 'MD-r3m1')).umpire;
  await board.select('MD-r3m1');
  await board.inspector.getByRole('button', { name: /^Umpire: / }).click();
  const neutral = page.getByRole('menuitem', { name: /, neutral/ }).nth(1);
  await expect(neutral).toBeVisible();
  await neutral.click();
  await expect.poll(async () => (await placeOf(app, 'MD-r3m1')).umpire).not.toBe(before);
});

test('a result sends the winner on; an overrun shows its repair before anything moves', async ({ app, page, host }) => {
  // Saturday, 9:40: the first wave is being played.
  await app.open(host, '2026-11-28T08:40:00Z');
  await app.goTo('Tournament');
  const board = new TournamentPage(page);
  await board.select('MD-r1m1');
  await board.storeResult(/Roth/, '21:15 21:18');
  await expect
    .poll(async () => (await stored(app)).results.find(({ match }) => match === 'MD-r1m1')?.score)
    .toBe('21:15 21:18');
  await expect(board.block('MD-r2m1')).toHaveAccessibleName(/Roth \/ Busch against/);

  await board.select('MD-r1m4');
  const before = (await stored(app)).timetable;
  await board.inspector.getByRole('button', { name: 'Runs 15 min over' }).click();
  const apply = page.getByRole('button', { name: /^Apply to \d+ match/ });
  await expect(apply).toBeVisible();
  await expect(page.getByText(/nothing has moved yet/).first()).toBeVisible();
  expect((await stored(app)).timetable).toEqual(before);
  await apply.click();
  await expect.poll(async () => (await stored(app)).timetable).not.toEqual(before);
  await app.reload();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await stored(app)).timetable).toEqual(before);
});

test('entries come from a spreadsheet with a preview, and the what-if answers', async ({ app, page }) => {
  const board = new TournamentPage(page);
  await board.openSetup();
  await expect(page.getByText(/^Over at \d+:\d\d$/)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Paste or open CSV' }).click();
  await page
    .getByLabel('Name, club, seed, category')
    .fill('name;club;seed;category\nAnna Berg;BC West;9;WS\n;TSV Nord;;WS\nUte Stern;SC Ost;x;WS');
  await expect(page.getByText('2 entries understood')).toBeVisible();
  await expect(page.getByText('Line 3: The name is missing.')).toBeVisible();
  await expect(page.getByText(/Line 4: The seed "x" is no whole number/)).toBeVisible();
  await page.getByRole('button', { name: 'Import 2 entries' }).click();
  await expect(page.getByText('42 entries', { exact: true })).toBeVisible();
  await board.schedule();
  // Ten women's singles give nine matches instead of seven.
  await expect.poll(async () => (await stored(app)).timetable.length, { timeout: 30_000 }).toBe(38);
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(board.blocks.first()).toBeVisible();
});
