// A tournament from the entries in a spreadsheet to the order of play on the wall, with one match running over in the middle.
import type { Page } from '@playwright/test';
import { pdfText } from '../helpers/pdf-text';
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';

interface TournamentRow {
  readonly id: string;
  readonly name: string;
  readonly participants: readonly { readonly name: string; readonly club: string | null }[];
  readonly matches: readonly { readonly id: string; readonly number: number }[];
  readonly timetable: readonly {
    readonly match: string;
    readonly court: string | null;
    readonly umpire: string | null;
    readonly start: string;
  }[];
  readonly results: readonly { readonly match: string; readonly kind: string }[];
}

/** Line 4 has no name. */
const ENTRIES = `name;club;seed
Haas;TSV Nord;1
Petrov;SC Ost;
;SC Ost;
Ito;Hafen 04;2
Weber;TSV Nord;
Kraus;SC Ost;
Okafor;Hafen 04;
Voss;TSV Nord;
Sato;Hafen 04;
`;
/** Saturday: 9:20 in Berlin, the first matches run since 9:00. */
const FIRST_MATCHES_RUN = '2026-11-28T08:20:00Z';

async function cup(app: AppPage): Promise<TournamentRow> {
  const [row] = await app.stored<TournamentRow>('tournaments');
  if (!row) throw new Error('No tournament is stored');
  return row;
}

/** "1 8:00 court-1" for every match, by number; times in UTC. */
async function timetable(app: AppPage): Promise<string[]> {
  const { matches, timetable: rows } = await cup(app);
  const numberOf = new Map(matches.map(({ id, number }) => [id, number]));
  return rows
    .map((row) => ({ ...row, number: numberOf.get(row.match)! }))
    .sort((one, other) => one.number - other.number)
    .map(({ number, start, court }) => `${number} ${start.slice(11, 16)} ${court}`);
}

async function setUp(app: AppPage, page: Page): Promise<void> {
  await app.goTo('Tournament');
  await page.getByRole('button', { name: 'New tournament' }).click();
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Harbour Cup');
  await name.press('Tab');
  await expect.poll(async () => (await cup(app)).name).toBe('Harbour Cup');
  await page.getByRole('button', { name: 'Paste or open CSV' }).click();
  await page
    .getByLabel('Entries file')
    .setInputFiles({ name: 'entries.csv', mimeType: 'text/csv', buffer: Buffer.from(ENTRIES) });
  const preview = page.getByRole('region', { name: 'Entries from a spreadsheet' });
  await expect(preview).toContainText('8 entries understood, 1 line needs a look');
  await expect(preview).toContainText('Line 4: The name is missing.');
  await preview.getByRole('button', { name: 'Import 8 entries' }).click();
  await expect.poll(async () => (await cup(app)).participants.length).toBe(8);
  for (const count of [1, 2]) {
    await page.getByRole('button', { name: 'Add umpire' }).click();
    await expect(page.getByRole('textbox', { name: `Name of Umpire ${count}` })).toBeVisible();
  }
}

// Two courts, 45 minutes and 30 of rest, rounds one after the other: 9:00, 9:45; 11:00; 12:15, in UTC an hour less.
const PLANNED = [
  '1 08:00 court-1',
  '2 08:00 court-2',
  '3 08:45 court-1',
  '4 08:45 court-2',
  '5 10:00 court-1',
  '6 10:00 court-2',
  '7 11:15 court-1',
];

test('from a spreadsheet to a printed order of play, with one match running over', async ({ app, page, host }) => {
  await setUp(app, page);
  await expect(page.getByRole('complementary', { name: 'Capacity' })).toContainText('Over at 13:00');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText(/^Scheduled in \d/).first()).toBeVisible({ timeout: 30_000 });
  const courtsOf = (lines: readonly string[]) => lines.map((line) => line.replace(/court-\d/, 'court'));
  expect(courtsOf(await timetable(app))).toEqual(courtsOf(PLANNED));
  const planned = await timetable(app);

  // The day of play. The first match is not over in time; the repair is looked at, applied, and survives a reload.
  await page.goto(`http://127.0.0.1:${host.port}/?now=${FIRST_MATCHES_RUN}#/tournament`);
  const { matches } = await cup(app);
  const first = matches.find(({ number }) => number === 1)!;
  await page.locator(`[data-match="${first.id}"]`).first().click();
  await page.getByRole('button', { name: 'Runs 15 min over' }).click();
  const repair = page.getByRole('region', { name: 'Repair' });
  await expect(repair).toContainText('nothing has moved yet');
  expect(await timetable(app)).toEqual(planned);
  await repair.getByRole('button', { name: /^Apply to / }).click();
  await expect(repair).toBeHidden();
  await expect.poll(() => timetable(app)).not.toEqual(planned);
  const repaired = await timetable(app);
  expect(repaired.filter((line) => line.includes('08:00'))).toEqual(planned.filter((line) => line.includes('08:00')));
  await expect(page.getByText(/^\d+ clash/)).toHaveCount(0);
  await app.reload();
  expect(await timetable(app)).toEqual(repaired);

  // One step back and forth again.
  await page.keyboard.press('Control+z');
  await expect.poll(() => timetable(app)).toEqual(planned);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => timetable(app)).toEqual(repaired);

  // On the wall.
  await page.getByRole('button', { name: 'Print the order of play' }).click();
  const sheet = page.getByRole('region', { name: 'Order of play' });
  await expect(sheet.getByRole('row')).toHaveCount(8);
  const text = pdfText(await page.pdf({ format: 'A4' })).replaceAll(/\s+/g, '');
  for (const player of ['Haas', 'Petrov', 'Ito', 'Weber', 'Kraus', 'Okafor', 'Voss', 'Sato'])
    expect(text).toContain(player);
  for (const word of ['HarbourCup', 'Saturday28November', 'QF1', 'SF5', 'F7', 'Winnerof5', 'playing'])
    expect(text).toContain(word);
  expect(text).not.toContain('Printorsave');
  await page.getByText('By court').click();
  await expect(sheet.getByRole('table')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
});

test('own matches stand in the week and take time in the plan', async ({ app, page }) => {
  await setUp(app, page);
  await page.getByRole('combobox', { name: 'You are' }).fill('Haas');
  await page.getByRole('option', { name: 'Haas' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText(/^Scheduled in \d/).first()).toBeVisible({ timeout: 30_000 });
  await app.goTo('Week');
  await expect(page.getByRole('button', { name: /^Match, QF v .*Saturday 28 November, 9:/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /^Match, SF if QF won, Saturday 28 November, 11:00/ })).toBeVisible();
});
