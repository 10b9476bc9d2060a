// A calendar is exported again and again. Each import brings what changed, offers what is gone, and can be taken back.

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';
import type { GivenFile } from './pages/import-page';

interface Event {
  readonly uid: string;
  readonly title: string;
  /** Of 24 November 2026, UTC: "0900". */
  readonly at: string;
  readonly sequence?: number;
}

function calendarFile(events: readonly Event[]): GivenFile {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
    'X-WR-CALNAME:Office',
    ...events.flatMap(({ uid, title, at, sequence = 0 }) => [
      'BEGIN:VEVENT',
      `UID:${uid}@google.com`,
      `DTSTART:20261124T${at}00Z`,
      'DURATION:PT1H',
      `SEQUENCE:${sequence}`,
      `SUMMARY:${title}`,
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ];
  return { name: 'office.ics', mimeType: 'text/calendar', buffer: Buffer.from(lines.join('\r\n')) };
}

const FIRST = [
  { uid: 'review', title: 'Review', at: '0900' },
  { uid: 'standup', title: 'Stand-up', at: '0800' },
  { uid: 'lunch', title: 'Team lunch', at: '1100' },
];
const SECOND = [
  { uid: 'review', title: 'Review', at: '1300', sequence: 1 },
  { uid: 'standup', title: 'Stand-up', at: '0800' },
  { uid: 'retro', title: 'Retro', at: '1500' },
];

async function storedTimes(app: AppPage): Promise<string[]> {
  const rows = await app.stored<{ event: { title: string; start: string } }>('events');
  return rows.map(({ event }) => `${event.title} ${event.start.slice(11, 16)}`).sort();
}

const BEFORE = ['Review 09:00', 'Stand-up 08:00', 'Team lunch 11:00'];

test('a new export updates, adds and offers what is gone, and one undo takes all of it back', async ({ app, page }) => {
  await app.goTo('Import');
  await app.import.pick([calendarFile(FIRST)]);
  await app.import.importAll();
  expect(await storedTimes(app)).toEqual(BEFORE);

  await test.step('the preview tells what the new export changes', async () => {
    await app.goTo('Import');
    await app.import.pick([calendarFile(SECOND)]);
    await expect(app.import.change('Updated: Review')).toContainText('10:00');
    await expect(app.import.change('Updated: Review')).toContainText('14:00');
    await expect(app.import.change('Added: Retro')).toContainText('16:00');
    await expect(app.import.change('Removed: Team lunch')).toContainText('Not in the file');
    await expect(app.import.count('Unchanged')).toHaveText('1');
  });

  await test.step('stored at once', async () => {
    await app.import.importAll();
    await expect.poll(() => storedTimes(app)).toEqual(['Retro 15:00', 'Review 13:00', 'Stand-up 08:00']);
    await expect(app.week.block(/^Event, Review.*14:00/)).toBeVisible();
  });

  await test.step('and taken back in one step', async () => {
    await page.keyboard.press('Control+z');
    await expect.poll(() => storedTimes(app)).toEqual(BEFORE);
  });

  await test.step('a change that is unticked is not made', async () => {
    await app.goTo('Import');
    await app.import.pick([calendarFile(SECOND)]);
    await app.import.tick('Removed: Team lunch').uncheck();
    await expect(app.import.change('Removed: Team lunch')).toContainText('Yours stays');
    await app.import.importAll();
    await expect
      .poll(() => storedTimes(app))
      .toEqual(['Retro 15:00', 'Review 13:00', 'Stand-up 08:00', 'Team lunch 11:00']);
  });

  await test.step('an older export changes nothing back', async () => {
    await app.goTo('Import');
    await app.import.pick([calendarFile([...FIRST, SECOND[2]!])]);
    await expect(app.import.file('office.ics')).toContainText('Nothing changes');
    await expect(app.import.confirm).toBeDisabled();
  });
});

test('a watched file is imported when it changes; a .zip is read as it is', async ({ app, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'daywright-watched-'));
  const path = join(folder, 'office.ics');
  try {
    const zipped = zipSync({ 'Takeout/office.ics': calendarFile(FIRST).buffer });
    await app.goTo('Import');
    await app.import.pick([{ name: 'google.zip', mimeType: 'application/zip', buffer: Buffer.from(zipped) }]);
    await expect(app.import.file('office.ics')).toContainText('3 events');
    await app.import.importAll();

    await writeFile(path, calendarFile(FIRST).buffer);
    await app.goTo('Settings');
    await page.getByText('Watch files for changes').click();
    await page.getByRole('textbox', { name: 'Office', exact: true }).fill(path);
    await page.getByRole('textbox', { name: 'Office', exact: true }).press('Enter');
    await writeFile(path, calendarFile(SECOND).buffer);
    await expect(page.getByText('office.ics changed: 1 updated, 1 added')).toBeVisible();
    expect(await storedTimes(app)).toEqual(['Retro 15:00', 'Review 13:00', 'Stand-up 08:00', 'Team lunch 11:00']);

    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(() => storedTimes(app)).toEqual(['Retro 15:00', 'Review 13:00', 'Stand-up 08:00']);

    await rm(path);
    await expect(page.getByText(`${path} does not exist`)).toBeVisible();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('a dropped folder says what to do instead, and leaves the list', async ({ app, page }) => {
  await app.goTo('Import');
  await app.import.pick([calendarFile(FIRST)]);
  await expect(app.import.confirm).toBeEnabled();
  // A page cannot make a folder to drop: its transfer is given as a browser would give it.
  await page.getByRole('region', { name: 'Import' }).evaluate((screen) => {
    const entry = { isDirectory: true, isFile: false, name: 'calendars' };
    const item = { kind: 'file', type: '', webkitGetAsEntry: () => entry, getAsFile: () => null };
    const event = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types: ['Files'], items: [item], files: [] } });
    screen.dispatchEvent(event);
  });
  const row = app.import.file('calendars');
  await expect(row).toContainText('This is a folder. Drop the .ics files inside it.');
  await expect(app.import.confirm).toHaveText(/Import 3 changes/);
  await row.getByRole('button', { name: 'Leave out calendars' }).click();
  await expect(row).toHaveCount(0);
  await expect(app.import.file('office.ics')).toContainText('3 events');
});

test('the file on the list can be watched from now on', async ({ app, page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'daywright-watched-'));
  const path = join(folder, 'office.ics');
  try {
    await writeFile(path, calendarFile(FIRST).buffer);
    await app.goTo('Import');
    await app.import.pick([calendarFile(FIRST)]);
    await page.getByRole('checkbox', { name: 'Watch this file for changes' }).check();
    await expect(app.import.confirm).toBeDisabled();
    await page.getByRole('textbox', { name: 'Full path of office.ics' }).fill(path);
    await app.import.importAll();
    await writeFile(path, calendarFile(SECOND).buffer);
    await expect(page.getByText('office.ics changed: 1 updated, 1 added')).toBeVisible({ timeout: 20_000 });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
