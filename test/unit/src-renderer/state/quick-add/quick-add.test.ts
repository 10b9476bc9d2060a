import { describe, expect, it } from 'vitest';
import { parseQuickAdd, type QuickAddFields, quickAddFields } from '#renderer/state/quick-add/quick-add';
import { formatInstant, instant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

/** Tuesday 24 November 2026, 10:42 in Berlin (UTC+1). */
const CONTEXT = { now: instant(Date.parse('2026-11-24T09:42:00Z')), zone: parseZone('Europe/Berlin')! };

function read(text: string, dismissed: readonly string[] = []): Record<string, unknown> {
  const fields: QuickAddFields = quickAddFields(parseQuickAdd(text, CONTEXT, new Set(dismissed)), CONTEXT);
  const asText = (key: string, value: unknown): unknown =>
    ['dueAt', 'notBefore', 'pinnedStart'].includes(key) ? formatInstant(instant(value as number)) : value;
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, asText(key, value)]));
}

describe('a quick add line', () => {
  it('reads length, priority, part of day and project', () => {
    expect(read('Report 90m p2 morning #work')).toEqual({
      title: 'Report',
      durationMinutes: 90,
      priority: 2,
      partOfDay: 'morning',
      projectName: 'work',
    });
  });

  it('leaves a plain title alone', () => {
    expect(read('Call the plumber')).toEqual({ title: 'Call the plumber' });
    expect(read('')).toEqual({ title: '' });
    expect(read('Buy 2 lamps, may take 3 trips in March')).toEqual({ title: 'Buy 2 lamps, may take 3 trips in March' });
  });

  it.each([
    ['45m', 45],
    ['45 min', 45],
    ['2h', 120],
    ['1h30', 90],
    ['1h30m', 90],
    ['1h 30m', 90],
    ['1 hour 15 minutes', 75],
    ['1.5h', 90],
    ['1,5 hours', 90],
  ])('reads the length %s', (text, minutes) => {
    expect(read(`Write ${text}`)).toEqual({ title: 'Write', durationMinutes: minutes });
  });

  it('keeps metres and absurd lengths in the title', () => {
    expect(read('Swim 400 m')).toEqual({ title: 'Swim 400 m' });
    expect(read('Sleep 400h')).toEqual({ title: 'Sleep 400h' });
  });

  it.each([
    ['fri 16:00', '2026-11-27T15:00:00Z'],
    ['by Fri 4pm', '2026-11-27T15:00:00Z'],
    ['16:00 friday', '2026-11-27T15:00:00Z'],
    ['16:00 on friday', '2026-11-27T15:00:00Z'],
    ['fri', '2026-11-27T23:00:00Z'],
    ['due friday', '2026-11-27T23:00:00Z'],
    ['before fri', '2026-11-26T23:00:00Z'],
    ['before fri noon', '2026-11-27T11:00:00Z'],
    ['today', '2026-11-24T23:00:00Z'],
    ['tomorrow', '2026-11-25T23:00:00Z'],
    ['tue', '2026-11-24T23:00:00Z'],
    ['next fri', '2026-12-04T23:00:00Z'],
    ['next week', '2026-12-04T23:00:00Z'],
    ['in 3 days', '2026-11-27T23:00:00Z'],
    ['in 2 weeks 9:30am', '2026-12-08T08:30:00Z'],
    ['eow', '2026-11-27T23:00:00Z'],
    ['end of month', '2026-11-30T23:00:00Z'],
    ['24 nov', '2026-11-24T23:00:00Z'],
    ['23 nov', '2027-11-23T23:00:00Z'],
    ['dec 1st', '2026-12-01T23:00:00Z'],
    ['1st december 2027', '2027-12-01T23:00:00Z'],
    ['29 feb', '2028-02-29T23:00:00Z'],
    ['2026-12-24 18:00', '2026-12-24T17:00:00Z'],
    ['24.12.', '2026-12-24T23:00:00Z'],
    ['17:30', '2026-11-24T16:30:00Z'],
    ['9:00', '2026-11-25T08:00:00Z'],
    ['midnight', '2026-11-24T23:00:00Z'],
    ['29 mar 2:30', '2027-03-29T00:30:00Z'],
  ])('reads "%s" as due %s', (words, dueAt) => {
    expect(read(`Report ${words}`)).toEqual({ title: 'Report', dueAt, dueHard: false });
  });

  it('reads a hard due by its exclamation mark', () => {
    expect(read('Report fri 16:00!')).toMatchObject({ dueAt: '2026-11-27T15:00:00Z', dueHard: true });
    expect(read('Report fri!')).toMatchObject({ title: 'Report', dueAt: '2026-11-27T23:00:00Z', dueHard: true });
  });

  it('tells due, earliest, that very day and a fixed start apart', () => {
    expect(read('Gate on sat 2h')).toEqual({
      title: 'Gate',
      notBefore: '2026-11-27T23:00:00Z',
      dueAt: '2026-11-28T23:00:00Z',
      durationMinutes: 120,
    });
    expect(read('Gate from sat by mon')).toEqual({
      title: 'Gate',
      notBefore: '2026-11-27T23:00:00Z',
      dueAt: '2026-11-30T23:00:00Z',
      dueHard: false,
    });
    expect(read('Dentist fri at 16:00')).toEqual({ title: 'Dentist', pinnedStart: '2026-11-27T15:00:00Z' });
    expect(read('Dentist at 14:00')).toEqual({ title: 'Dentist', pinnedStart: '2026-11-24T13:00:00Z' });
    expect(read('Dentist on fri 9am')).toEqual({ title: 'Dentist', pinnedStart: '2026-11-27T08:00:00Z' });
  });

  it('keeps prepositions without a moment in the title', () => {
    expect(read('Walk after lunch by the lake at home')).toEqual({ title: 'Walk after lunch by the lake at home' });
  });

  it('reads energy, tags and parts of the day', () => {
    expect(read('Draft offer high energy +Writing in the evening')).toEqual({
      title: 'Draft offer',
      energy: 'high',
      partOfDay: 'evening',
      tags: ['Writing'],
    });
  });

  it('keeps the case of names and of the title', () => {
    expect(read('Email ACME #Aster-Rebrand P1')).toEqual({
      title: 'Email ACME',
      projectName: 'Aster-Rebrand',
      priority: 1,
    });
  });

  it('does not read the word that opens the title as a part of the day', () => {
    expect(read('Morning pages 30m')).toEqual({ title: 'Morning pages', durationMinutes: 30 });
  });

  it('never reads quoted words', () => {
    expect(read('"Friday 16:00 agenda" 30m fri')).toEqual({
      title: 'Friday 16:00 agenda',
      durationMinutes: 30,
      dueAt: '2026-11-27T23:00:00Z',
      dueHard: false,
    });
  });

  it.each([
    ['Dig for 45 minutes tomorrow', 'Dig', 45],
    ['2 hours of email', 'email', 120],
    ['half an hour of reading', 'reading', 30],
    ['Write an hour', 'Write', 60],
  ])('takes the small words around a length away: "%s"', (text, title, minutes) => {
    expect(read(text)).toMatchObject({ title, durationMinutes: minutes });
  });

  it('reads a range of times as a fixed start and a length', () => {
    const lunch = { title: 'Lunch', pinnedStart: '2026-11-27T11:30:00Z', durationMinutes: 45 };
    expect(read('Lunch fri 12:30-13:15')).toEqual(lunch);
    expect(read('Lunch 12:30-13:15 on fri')).toEqual(lunch);
    expect(read('Read pages 9-10')).toEqual({ title: 'Read pages 9-10' });
  });

  it('reads "in 2 hours" as a moment, up to the next five minutes', () => {
    expect(read('Call in 2 hours')).toEqual({ title: 'Call', dueAt: '2026-11-24T11:45:00Z', dueHard: false });
  });

  it.each([
    ['every day', 'FREQ=DAILY', '2026-11-24', '2026-11-24T23:00:00Z'],
    ['every weekday 9:00', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', '2026-11-25', '2026-11-25T08:00:00Z'],
    ['every fri 16:00', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27', '2026-11-27T15:00:00Z'],
    ['every wed, mon and fri', 'FREQ=WEEKLY;BYDAY=MO,WE,FR', '2026-11-25', '2026-11-25T23:00:00Z'],
    ['on fridays', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-27', '2026-11-27T23:00:00Z'],
    ['every other monday', 'FREQ=WEEKLY;BYDAY=MO;INTERVAL=2', '2026-11-30', '2026-11-30T23:00:00Z'],
    ['every 3 days', 'FREQ=DAILY;INTERVAL=3', '2026-11-24', '2026-11-24T23:00:00Z'],
    ['every month on the 1st', 'FREQ=MONTHLY;BYMONTHDAY=1', '2026-12-01', '2026-12-01T23:00:00Z'],
    ['every 15th', 'FREQ=MONTHLY;BYMONTHDAY=15', '2026-12-15', '2026-12-15T23:00:00Z'],
    ['weekly', 'FREQ=WEEKLY', '2026-11-24', '2026-11-24T23:00:00Z'],
  ])('[TASK-98] reads "%s" as how often it comes', (words, rule, from, dueAt) => {
    expect(read(`Report ${words}`)).toEqual({ title: 'Report', repeat: { rule, from }, dueAt });
  });

  it('[TASK-98] counts from the date the line gives, and knows a fixed start by "at"', () => {
    expect(read('Invoice every month by 1 dec')).toEqual({
      title: 'Invoice',
      repeat: { rule: 'FREQ=MONTHLY', from: '2026-12-01' },
      dueAt: '2026-12-01T23:00:00Z',
      dueHard: false,
    });
    expect(read('Gym every mon at 7:00 1h')).toEqual({
      title: 'Gym',
      durationMinutes: 60,
      repeat: { rule: 'FREQ=WEEKLY;BYDAY=MO', from: '2026-11-30' },
      pinnedStart: '2026-11-30T06:00:00Z',
    });
  });

  it.each([
    // Today is a Tuesday: a time without a day is of the first Friday, before the rule and after it.
    ['every fri 12:30-13:00', { pinnedStart: '2026-11-27T11:30:00Z', durationMinutes: 30 }],
    ['12:30-13:00 every fri', { pinnedStart: '2026-11-27T11:30:00Z', durationMinutes: 30 }],
    ['at 16:00 every fri', { pinnedStart: '2026-11-27T15:00:00Z' }],
    ['16:00 every fri', { dueAt: '2026-11-27T15:00:00Z', dueHard: false }],
    ['after 14:00 every fri', { notBefore: '2026-11-27T13:00:00Z', dueAt: '2026-11-27T23:00:00Z' }],
    // Its time today is still ahead, or over.
    ['every tue 12:30-13:00', { pinnedStart: '2026-11-24T11:30:00Z', durationMinutes: 30 }],
    ['every tue 9:00-9:15', { pinnedStart: '2026-12-01T08:00:00Z', durationMinutes: 15 }],
    ['every fri starting 4 dec', { notBefore: '2026-12-03T23:00:00Z', dueAt: '2026-12-04T23:00:00Z' }],
    [
      'every fri 12:30-13:00 from 28 nov',
      { notBefore: '2026-11-27T23:00:00Z', pinnedStart: '2026-12-04T11:30:00Z', durationMinutes: 30 },
    ],
    ['every fri 16:00 by 4 dec', { dueAt: '2026-12-04T15:00:00Z', dueHard: false }],
  ] as readonly (readonly [string, { pinnedStart?: string; dueAt?: string }])[])(
    '[TASK-98] begins "%s" on the first day of its rule',
    (words, dates) => {
      const { repeat, ...rest } = read(`Lunch ${words}`);
      const code = words.includes('tue') ? 'TU' : 'FR';
      // The end of a day in Berlin is 23:00 of that day in UTC.
      const from = (dates.pinnedStart ?? dates.dueAt)?.slice(0, 10);
      expect(rest).toEqual({ title: 'Lunch', ...dates });
      expect(repeat).toEqual({ rule: `FREQ=WEEKLY;BYDAY=${code}`, from });
    },
  );

  it('[TASK-98] takes "every 2nd Monday" for no day of the month', () => {
    expect(read('Report every 2nd monday')).toEqual({
      title: 'Report every 2nd',
      dueAt: '2026-11-30T23:00:00Z',
      dueHard: false,
    });
  });

  it('[TASK-98] leaves "weekly" and "every" alone where they are words of the title', () => {
    expect(read('Weekly review')).toEqual({ title: 'Weekly review' });
    expect(read('Write weekly report 30m')).toEqual({ title: 'Write weekly report', durationMinutes: 30 });
    expect(read('Read every page')).toEqual({ title: 'Read every page' });
    expect(read('Report every fri 16:00', ['repeat every fri 16:00'])).toEqual({ title: 'Report every fri 16:00' });
  });

  it('takes the first of two and leaves the second in the title', () => {
    expect(read('Compare p1 p2')).toEqual({ title: 'Compare p2', priority: 1 });
  });

  it('gives dismissed words back to the title', () => {
    expect(parseQuickAdd('Plan morning show 2h', CONTEXT).chips.map((chip) => chip.key)).toEqual([
      'part morning',
      'duration 2h',
    ]);
    expect(read('Plan morning show 2h', ['part morning'])).toEqual({
      title: 'Plan morning show',
      durationMinutes: 120,
    });
  });
});
