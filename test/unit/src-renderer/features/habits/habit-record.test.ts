import { describe, expect, it } from 'vitest';
import { type HabitWorld, habitRecords, habitYear } from '#renderer/features/habits/habit-record';
import { weekdayRecords } from '#renderer/features/habits/habit-weekdays';
import { placementSchema } from '#shared/engine/plan';
import { type HabitOccurrence, habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { type Day, parseDay } from '#shared/time/day';
import { instant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const TUESDAY = parseDay('2026-11-24') as Day;
const SPANISH = habitSchema.parse({
  id: 'spanish',
  title: 'Spanish',
  durationMinutes: 30,
  days: [2, 4, 6],
  targetTime: '08:30',
  history: [true, true, false, true],
});

function occurrence(day: string, state: HabitOccurrence['state'], start: string | null = null): HabitOccurrence {
  return habitOccurrenceSchema.parse({ id: `spanish@${day}`, habitId: 'spanish', day, state, start, end: start });
}

function world(more: Partial<HabitWorld> = {}): HabitWorld {
  return {
    habits: [SPANISH],
    habitOccurrences: [],
    placements: [],
    unplaced: [],
    settings: { timeZone: parseZone('Europe/Berlin')!, vacations: [] },
    now: instant(Date.parse('2026-11-24T09:42:00Z')),
    ...more,
  };
}
const next = (more: Partial<HabitWorld>) => habitRecords(world(more))[0]!.next;
const placement = (day: string, start: string, end: string) =>
  placementSchema.parse({ kind: 'habit', id: 'spanish', day, start, end });

describe('the record of a habit', () => {
  it('counts success and streak from its history', () => {
    const [record] = habitRecords(world());
    expect(record).toMatchObject({ streak: 1, success: { done: 3, attempts: 4 }, slipping: null });
  });

  it('[HABIT-14] calls no habit slipping that rests', () => {
    const slips = { ...SPANISH, history: [true, false, false] };
    const slipping = (habit: typeof SPANISH) => habitRecords(world({ habits: [habit] }))[0]!.slipping?.kind ?? null;
    expect(slipping(slips)).toBe('missesInARow');
    const pauses = [{ from: '2026-11-23' as Day, to: '2026-11-29' as Day }];
    expect(slipping({ ...slips, pauses })).toBeNull();
  });

  it('measures kept starts against the target, the last five', () => {
    const starts = ['08:00', '08:10', '08:20', '08:30', '08:40', '07:30'].map((time, index) =>
      occurrence(`2026-11-${10 + index}`, 'done', `2026-11-${10 + index}T${time}:00Z`),
    );
    const [record] = habitRecords(
      world({ habitOccurrences: [...starts, occurrence('2026-11-20', 'missed', '2026-11-20T20:00:00Z')] }),
    );
    // 8:00Z is 9:00 in Berlin: 30, 40, 50, 60, 70 and 0 minutes after 8:30; the mean of the last five is 44.
    expect(record!.starts.map((start) => start.deltaMinutes)).toEqual([30, 40, 50, 60, 70, 0]);
    expect(record!.meanDeltaMinutes).toBe(44);
  });

  it('measures a start after midnight against a target before it as late, not early', () => {
    const late = habitSchema.parse({ ...SPANISH, targetTime: '23:30' });
    const [record] = habitRecords(
      world({ habits: [late], habitOccurrences: [occurrence('2026-11-20', 'done', '2026-11-20T23:15:00Z')] }),
    );
    expect(record!.meanDeltaMinutes).toBe(45);
  });

  it('stands next where the plan puts it', () => {
    expect(
      next({ placements: [placement('2026-11-24', '2026-11-24T16:30:00Z', '2026-11-24T17:00:00Z')] }),
    ).toMatchObject({
      kind: 'placed',
      day: '2026-11-24',
    });
  });

  it('leaves out places that passed and days that are settled', () => {
    const placements = [
      placement('2026-11-24', '2026-11-24T07:30:00Z', '2026-11-24T08:00:00Z'),
      placement('2026-11-26', '2026-11-26T07:30:00Z', '2026-11-26T08:00:00Z'),
    ];
    expect(next({ placements })).toMatchObject({ kind: 'placed', day: '2026-11-26' });
    expect(next({ placements, habitOccurrences: [occurrence('2026-11-26', 'skipped')] })).toMatchObject({
      kind: 'due',
      day: '2026-11-24',
    });
  });

  it('says that a day has no room, leaves vacations out, and nothing of paused habits', () => {
    const unplaced = [
      {
        kind: 'habit' as const,
        id: 'spanish',
        day: '2026-11-24',
        reason: 'noFreeRunInWindow' as const,
        detail: 'full',
      },
    ];
    expect(next({ unplaced })).toEqual({ kind: 'unplaced', day: '2026-11-24', detail: 'full' });
    const vacations = [{ from: TUESDAY, to: parseDay('2026-11-27') as Day }];
    expect(next({ settings: { ...world().settings, vacations } })).toEqual({ kind: 'due', day: '2026-11-28' });
    expect(next({ habits: [{ ...SPANISH, status: 'paused' }] })).toEqual({ kind: 'none' });
  });
});

describe('one year of a habit', () => {
  it('ends with the week of today and knows the days', () => {
    const away = { pauses: [], vacations: [{ from: '2026-11-19' as Day, to: '2026-11-21' as Day }] };
    const days = [occurrence('2026-11-24', 'missed'), occurrence('2026-11-21', 'doneLate')];
    const year = habitYear(away, days, away, TUESDAY);
    expect(year.weeks).toHaveLength(53);
    expect(year.weeks.at(-1)).toBe('2026-11-23');
    expect(year.cells.at(-1)).toEqual(['none', 'missed', null, null, null, null, null]);
    expect(year.cells.at(-2)).toEqual(['none', 'none', 'none', 'paused', 'paused', 'doneLate', 'none']);
    expect(year).toMatchObject({ kept: 1, attempts: 2 });
  });
});

describe('weekdays', () => {
  it('count kept and missed days, not skipped ones', () => {
    const days = [
      occurrence('2026-11-24', 'done'),
      occurrence('2026-11-17', 'missed'),
      occurrence('2026-11-21', 'doneLate'),
      occurrence('2026-11-14', 'skipped'),
      occurrence('2026-11-28', 'planned'),
    ];
    expect(weekdayRecords(days)).toEqual([
      { weekday: 2, kept: 1, attempts: 2 },
      { weekday: 6, kept: 1, attempts: 1 },
    ]);
  });
});
