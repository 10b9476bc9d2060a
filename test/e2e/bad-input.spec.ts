// Bad input: a clear message each, nothing stored, the application usable afterwards.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './app-test';
import type { AppPage } from './pages/app-page';
import type { GivenFile } from './pages/import-page';

const SAMPLES = join(import.meta.dirname, '..', 'fixtures', 'samples');
const google = readFileSync(join(SAMPLES, 'google-export.ics'));

const file = (name: string, buffer: Buffer, mimeType = 'text/calendar'): GivenFile => ({ name, mimeType, buffer });

async function expectNothingStored(app: AppPage): Promise<void> {
  expect(await app.stored('events')).toEqual([]);
  expect(await app.stored('items')).toEqual([]);
  expect(await app.stored('calendars')).toEqual([]);
}

/** The proof that the application still works: a good file is imported after the bad one. */
async function expectStillUsable(app: AppPage): Promise<void> {
  await app.goTo('Import');
  await app.import.pick([join(SAMPLES, 'outlook-export.ics')]);
  await app.import.planAfter().uncheck();
  await app.import.importAll();
  expect((await app.stored('events')).length).toBeGreaterThan(100);
}

const BAD_FILES: readonly [what: string, given: () => GivenFile, message: RegExp][] = [
  ['an empty file', () => file('empty.ics', Buffer.alloc(0)), /empty/i],
  [
    'a web page',
    () => file('page.ics', Buffer.from('<!doctype html><html><head><title>Sign in</title></head><body></body></html>')),
    /web page/i,
  ],
  [
    'something that is no calendar',
    () => file('notes.ics', Buffer.from('Dear diary,\r\ntoday nothing happened.\r\n')),
    /calendar/i,
  ],
  ['50 MB of zeros', () => file('zeros.ics', Buffer.alloc(50 * 1024 * 1024)), /calendar|zero|NUL/i],
];

for (const [what, given, message] of BAD_FILES) {
  test(`${what} is named as such and stores nothing`, async ({ app }) => {
    await app.goTo('Import');
    const bad = given();
    if (bad.buffer.length > 40_000_000) {
      // Larger than a test may hand over directly: the page makes the same bytes itself and drops them on the screen.
      await dropZeros(app, bad.name, bad.buffer.length);
    } else {
      await app.import.pick([bad]);
    }
    await expect(app.import.file(bad.name)).toContainText(message, { timeout: 60_000 });
    await expect(app.import.confirm).toBeDisabled();
    await expectNothingStored(app);
    await expectStillUsable(app);
  });
}

test('a truncated file says where it stops, and its good events can be saved or left out', async ({ app, page }) => {
  await app.goTo('Import');
  const cut = google.subarray(0, Math.floor(google.length * 0.6));
  const line = cut.toString('utf8').split('\n').length;
  await app.import.pick([file('cut.ics', cut)]);
  const row = app.import.file('cut.ics');
  await expect(row).toContainText(`Stops at line ${line.toLocaleString('en')}`);
  await expectNothingStored(app);
  await row.getByRole('button', { name: /^Save \d+/ }).click();
  await app.import.planAfter().uncheck();
  await app.import.importAll();
  expect((await app.stored('items')).length).toBeGreaterThan(50);
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await app.stored('items')).length).toBe(0);
});

test('a cancelled import stores nothing', async ({ app, page }) => {
  await app.goTo('Import');
  await app.import.pick([join(SAMPLES, 'google-export.ics')]);
  await expect(app.import.confirm).toBeEnabled();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expectNothingStored(app);
  await expectStillUsable(app);
});

test('an import cancelled while a large file is read stores nothing', async ({ app, page }) => {
  await app.goTo('Import');
  const event = (index: number) =>
    `BEGIN:VEVENT\r\nUID:${index}@large\r\nDTSTAMP:20261101T000000Z\r\nDTSTART:20261124T090000Z\r\nRRULE:FREQ=DAILY\r\nSUMMARY:Meeting ${index}\r\nEND:VEVENT\r\n`;
  const events = Array.from({ length: 30_000 }, (_, index) => event(index)).join('');
  const large = Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n${events}END:VCALENDAR\r\n`);
  await app.import.pick([file('large.ics', large)]);
  await expect(app.import.file('large.ics')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(app.import.files).toBeHidden();
  await expectNothingStored(app);
  await expectStillUsable(app);
});

test('a workspace with a wrong field names path and value, and changes nothing', async ({ app, page }) => {
  await app.goTo('Tasks');
  await app.addTask('Keep me 30m');
  await app.goTo('Settings');
  const wrong = {
    format: 'daywright.workspace',
    version: 1,
    settings: { timeZone: 'Europe/Berlin' },
    tasks: [{ id: 't1', title: 'Report', durationMinutes: 'long' }],
  };
  await page
    .getByLabel('Workspace file')
    .setInputFiles([file('wrong.json', Buffer.from(JSON.stringify(wrong)), 'application/json')]);
  await expect(
    page.getByText(/tasks\[0\]\.durationMinutes is "long": Invalid input: expected number, received string/),
  ).toBeVisible();
  const tasks = await app.stored<{ title: string }>('tasks');
  expect(tasks.map((task) => task.title)).toEqual(['Keep me']);
});

test('two plans at once end in one plan', async ({ app, page }) => {
  await app.openSampleWeek();
  await app.goTo('Week');
  const before = (await app.stored('runs')).length;
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect.poll(async () => (await app.stored('runs')).length).toBeGreaterThan(before);
  await expect(app.planned).toBeVisible();
  const keys = (await app.stored<{ key: string }>('placements')).map((row) => row.key);
  expect(new Set(keys).size).toBe(keys.length);
  await app.plan();
});

async function dropZeros(app: AppPage, name: string, size: number): Promise<void> {
  const data = await app.page.evaluateHandle(
    ([fileName, length]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(length)], fileName, { type: 'text/calendar' }));
      return transfer;
    },
    [name, size] as const,
  );
  const screen = app.page.getByRole('region', { name: 'Import', exact: true });
  await screen.dispatchEvent('dragover', { dataTransfer: data });
  await screen.dispatchEvent('drop', { dataTransfer: data });
}
