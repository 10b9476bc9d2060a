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
