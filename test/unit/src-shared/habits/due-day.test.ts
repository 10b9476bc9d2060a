import { describe, expect, it } from 'vitest';
import { isDueOn, isFlexible, mayLieOn, statusOn, timesPerWeek } from '#shared/habits/due-day';
import { type Habit, habitSchema } from '#shared/habits/habit';
import { type Day, daysFrom } from '#shared/time/day';

const NONE = { vacations: [] };
const habit = (fields: object): Habit =>
  habitSchema.parse({ id: 'h', title: 'h', durationMinutes: 30, targetTime: '12:00', ...fields });
/** November 2026 begins on a Sunday. */
const november = daysFrom('2026-11-01' as Day, '2026-12-01' as Day);
const due = (one: Habit, settings: Parameters<typeof isDueOn>[2] = NONE) =>
  november.filter((day) => isDueOn(one, day, settings)).map((day) => Number(day.slice(8)));

describe('[HABIT-24] the days a habit is due', () => {
  it('are its weekdays', () => {
    expect(due(habit({ days: [1, 3] }))).toEqual([2, 4, 9, 11, 16, 18, 23, 25, 30]);
    expect(timesPerWeek(habit({ days: [1, 3] }))).toBe(2);
  });

  it('are every n-th day from the first', () => {
    const one = habit({ days: [1], frequency: { kind: 'everyDays', days: 9, from: '2026-11-05' } });
    expect(due(one)).toEqual([5, 14, 23]);
    expect(timesPerWeek(one)).toBeCloseTo(7 / 9);
  });

  it('are those of its own rule', () => {
    const one = habit({ frequency: { kind: 'rule', rule: 'FREQ=MONTHLY;BYDAY=1SA,-1SA', from: '2026-01-01' } });
    expect(due(one)).toEqual([7, 28]);
    // Two a month: 24 in a year of 365 days.
    expect(timesPerWeek(one)).toBeCloseTo((7 * 24) / 365);
    const bad = habitSchema.safeParse({ ...one, frequency: { kind: 'rule', rule: 'EACH=DAY', from: '2026-01-01' } });
    expect(bad.success).toBe(false);
  });

  it('are chosen by planning for flexible ones, among their weekdays', () => {
    const often = habit({ days: [1, 2, 3], frequency: { kind: 'perWeek', times: 2 } });
    const apart = habit({ frequency: { kind: 'betweenDays', min: 2, max: 4 } });
    expect([isFlexible(often), isFlexible(apart), isFlexible(habit({}))]).toEqual([true, true, false]);
    expect(due(often)).toEqual([]);
    expect(november.filter((day) => mayLieOn(often, day, NONE)).map((day) => Number(day.slice(8)))).toEqual([
      2, 3, 4, 9, 10, 11, 16, 17, 18, 23, 24, 25, 30,
    ]);
    expect([timesPerWeek(often), timesPerWeek(apart)]).toEqual([2, 14 / 6]);
    expect(habitSchema.safeParse({ ...apart, frequency: { kind: 'betweenDays', min: 5, max: 4 } }).success).toBe(false);
  });

  it('[HABIT-14] are none while it is paused or ended, in a pause with dates, or on vacation', () => {
    const every = { frequency: { kind: 'everyDays', days: 7, from: '2026-11-01' } };
    expect(due(habit({ ...every, status: 'paused' }))).toEqual([]);
    expect(due(habit({ ...every, status: 'ended' }))).toEqual([]);
    const rested = habit({
      ...every,
      pauses: [
        { from: '2026-11-07', to: '2026-11-08' },
        { from: '2026-11-29', to: null },
      ],
    });
    expect(due(rested)).toEqual([1, 15, 22]);
    expect(due(rested, { vacations: [{ from: '2026-11-10', to: '2026-11-15' }] as never })).toEqual([1, 22]);
    expect(statusOn(rested, '2026-11-08' as Day)).toBe('paused');
    expect(statusOn(rested, '2026-11-09' as Day)).toBe('active');
  });
});
