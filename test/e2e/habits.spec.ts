// Habits end to end: a notice of the browser while the page is hidden, the editor with its coming week, check-offs, suggestions and a pin.
import type { Page } from '@playwright/test';
import { startBrowserHost } from '../helpers/browser-host';
import { expect, test } from './app-test';

interface OccurrenceRow {
  readonly habitId: string;
  readonly day: string;
  readonly state: string;
  readonly pinned: boolean;
  readonly start: string | null;
  readonly amount: number | null;
}

const two = (value: number) => String(value).padStart(2, '0');

/** Replaces the browser's notices by a list, once the permission was really asked of it. */
async function listNotices(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { saidNotices: said, isAway: false });
    // A tab in the background, as the page sees it.
    const isAway = () => (window as unknown as { isAway: boolean }).isAway;
    Object.defineProperty(document, 'visibilityState', { get: () => (isAway() ? 'hidden' : 'visible') });
    const Real = window.Notification;
    class Listed extends EventTarget {
      onclick: (() => void) | null = null;
      constructor(title: string, options: NotificationOptions = {}) {
        super();
        said.push(`${title} | ${options.body ?? ''}`);
        Object.assign(window, { clickNotice: () => this.onclick?.() });
      }
      close(): void {}
      static get permission(): NotificationPermission {
        return Real.permission;
      }
      static requestPermission = () => Real.requestPermission();
    }
    Object.assign(window, { Notification: Listed });
  });
}

const saidNotices = (page: Page) => page.evaluate(() => (window as unknown as { saidNotices: string[] }).saidNotices);

/** Chooses from a select of the editor, whose role differs between versions of the parts. */
async function pick(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().click();
  await page.getByRole('option', { name: option }).click();
}

async function addHabit(page: Page, fields: Record<string, string>): Promise<void> {
  await page.keyboard.press('h');
  for (const [label, value] of Object.entries(fields)) await page.getByRole('textbox', { name: label }).fill(value);
  await page.getByRole('button', { name: 'Add habit' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

test('a last call is a notice of the browser, said once, that opens Today', async ({ browser }) => {
  const host = await startBrowserHost();
  // Around noon, whatever the hour: a window may not cross midnight here. (Etc/GMT-5 is five hours ahead of UTC.)
  const ahead = 12 - new Date().getUTCHours();
  const context = await browser.newContext({ timezoneId: `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}` });
  await context.grantPermissions(['notifications'], { origin: `http://127.0.0.1:${host.port}` });
  const page = await context.newPage();
  await listNotices(page);
  await page.goto(host.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // Ten minutes, to be done twenty minutes from now: the last start is in ten minutes, its last call is on.
  const at = (minutes: number) => {
    const time = new Date(Date.now() + (ahead * 60 + minutes) * 60_000);
    return `${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
  };
  await page.evaluate(() => Object.assign(window, { isAway: true }));
  await addHabit(page, {
    Title: 'Stretch',
    'Length in minutes': '10',
    'Target time': at(5),
    'Not before': at(-60),
    'Done by': at(20),
  });
  await expect
    .poll(() => saidNotices(page), { timeout: 15_000 })
    .toEqual([expect.stringMatching(/^Stretch: last call/)]);
  // A click on it opens Today at the habit, which is marked there with its choices beside it.
  await page.evaluate(() => {
    location.hash = '#/habits';
    (window as unknown as { clickNotice: () => void }).clickNotice();
  });
  const line = page.getByRole('listitem').filter({ has: page.getByRole('checkbox', { name: 'Stretch done' }) });
  await expect(line).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('list', { name: 'Ways out for Stretch' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  // A reload pushes the agenda again; the host remembers on disk what it said.
  await page.getByRole('button', { name: 'Today' }).first().click();
  await expect(page.getByRole('heading', { name: 'Last call for Stretch' })).toBeVisible();
  expect(await saidNotices(page)).toEqual([]);
  await page.getByRole('button', { name: 'Skip today, guilt-free' }).click();
  await expect(page.getByRole('heading', { name: 'Last call for Stretch' })).toHaveCount(0);
  await context.close();
  await host.stop();
});

test('the editor shows the coming week as it is typed', async ({ app, page }) => {
  await app.openSampleWeek();
  await app.goTo('Habits');
  await page.keyboard.press('h');
  const preview = page.getByRole('region', { name: 'The coming week' });
  await expect(preview).toContainText('It shows here once every field is filled in.');
  await page.getByRole('textbox', { name: 'Title' }).fill('Stretch');
  await page.getByRole('textbox', { name: 'Target time' }).fill('21:15');
  await expect(preview.getByRole('listitem')).toHaveCount(7);
  await expect(preview.getByRole('listitem').nth(1)).toContainText('21:15');
  await pick(page, 'How often', 'So many times a week');
  await page.getByRole('textbox', { name: 'Times a week' }).fill('2');
  await expect(preview.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Add habit' }).click();
  await expect(page.getByRole('button', { name: 'Stretch', exact: true })).toBeVisible();
  await expect(page.getByText('2 a week, 30 min')).toBeVisible();
});

test('a slipping habit offers ways out on Today, each one click and one undo', async ({ app, page, host }) => {
  await app.openSampleWeek();
  // In the afternoon, when its place has gone by.
  await page.goto(`http://127.0.0.1:${host.port}/?now=2026-11-24T13:42:00Z`);
  await app.goTo('Today');
  await page.getByText('Also today:').getByRole('button', { name: 'Spanish', exact: true }).click();
  const card = page.getByRole('region', { name: 'Spanish is slipping' });
  await expect(card).toContainText('Missed the last 2');
  await card.getByRole('button', { name: /^Move to/ }).click();
  await expect(page.getByText(/“Spanish” is at/).first()).toBeVisible();
  const pinned = async () =>
    (await app.stored<OccurrenceRow>('habitOccurrences')).filter((row) => row.pinned && row.day === '2026-11-24');
  expect(await pinned()).toMatchObject([{ state: 'planned', habitId: 'h-spanish' }]);
  await page.keyboard.press('Control+z');
  await expect.poll(pinned).toEqual([]);
});

test('another target is tried for two weeks and taken back', async ({ app, page }) => {
  await app.openSampleWeek();
  await app.goTo('Habits');
  const card = page.getByRole('region', { name: 'Try 17:30 instead' });
  await expect(card).toContainText('Kept 8 of 9 there, 89%, against 33 of 51 now.');
  await card.getByRole('button', { name: 'Try for two weeks' }).click();
  await expect(page.getByText('17:30 on trial until 8 Dec')).toBeVisible();
  await page.getByRole('button', { name: 'Back to 8:30' }).click();
  await expect(card).toBeVisible();
});

test('a habit is moved on Today by keys, for this day only, and counted with its number', async ({ app, page }) => {
  await app.openSampleWeek();
  await app.goTo('Today');
  await page.getByRole('button', { name: /^Habit, Lunch walk/ }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByText(/“Lunch walk” stays at/).first()).toBeVisible();
  const moved = (await app.stored<OccurrenceRow>('habitOccurrences')).filter(
    (row) => row.pinned && row.day >= '2026-11-24',
  );
  expect(moved).toMatchObject([{ day: '2026-11-24', state: 'planned' }]);
  await page.keyboard.press('h');
  await page.getByRole('textbox', { name: 'Title' }).fill('Pages');
  await pick(page, 'Goal', 'At least');
  await page.getByRole('textbox', { name: 'Amount' }).fill('20');
  await page.getByRole('textbox', { name: 'Of what' }).fill('pages');
  await page.getByRole('button', { name: 'Add habit' }).click();
  const field = page.getByRole('textbox', { name: 'Pages: how much, at least 20 pages' });
  await field.fill('12');
  await field.press('Enter');
  const noted = async () => (await app.stored<OccurrenceRow>('habitOccurrences')).filter((row) => row.amount !== null);
  await expect.poll(noted).toMatchObject([{ state: 'planned', amount: 12 }]);
  await field.fill('21');
  await field.press('Enter');
  await expect.poll(noted).toMatchObject([{ state: 'done', amount: 21 }]);
});

test('a habit that keeps being moved asks for a new target, which undo takes back', async ({ app, page }) => {
  await app.openSampleWeek();
  await app.goTo('Week');
  const startOn = async (day: string) =>
    (await app.stored<OccurrenceRow>('habitOccurrences')).find(
      (row) => row.habitId === 'h-walk' && row.day === day && row.pinned,
    )?.start;
  /** A quarter of an hour later with each press, until it stands at 13:00 in Berlin. */
  const moveToOne = async (weekday: string, day: string) => {
    for (let before = await startOn(day); before !== `${day}T12:00:00Z`; before = await startOn(day)) {
      await app.week.block(new RegExp(`^Habit, Lunch walk, ${weekday}`)).focus();
      await page.keyboard.press('Alt+ArrowDown');
      await expect.poll(() => startOn(day)).not.toBe(before);
    }
  };
  const question = page.getByRole('article').filter({ hasText: '“Lunch walk” keeps going to 13:00' });
  await moveToOne('Wednesday', '2026-11-25');
  await moveToOne('Thursday', '2026-11-26');
  await expect(question).toHaveCount(0);
  await moveToOne('Friday', '2026-11-27');
  await question.getByRole('button', { name: 'New target' }).click();
  const target = async () =>
    (await app.stored<{ id: string; targetTime: string }>('habits')).find(({ id }) => id === 'h-walk')?.targetTime;
  await expect.poll(target).toBe('13:00');
  await page.keyboard.press('Control+z');
  await expect.poll(target).toBe('12:15');
});
