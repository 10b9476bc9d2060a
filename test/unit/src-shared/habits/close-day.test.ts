import { describe, expect, it } from 'vitest';
import { missedAmong } from '#shared/habits/close-day';
import { type Habit, habitSchema } from '#shared/habits/habit';
import type { Day } from '#shared/time/day';

const SETTINGS = { vacations: [], firstWeekday: 1 };
const habit = (fields: object): Habit =>
  habitSchema.parse({ id: 'h', title: 'h', durationMinutes: 30, targetTime: '12:00', ...fields });
/** 23 November 2026 is a Monday. */
const days = (...dates: number[]) => dates.map((date) => `2026-11-${String(date).padStart(2, '0')}` as Day);

describe('[HABIT-28] a planned day that was never marked', () => {
  it('is missed at once when its day is fixed', () => {
    expect(missedAmong(habit({}), days(23, 24), [], SETTINGS, days(25)[0]!, null)).toEqual(days(23, 24));
  });

  it('is missed only when the week cannot make it up any more', () => {
    const often = habit({ frequency: { kind: 'perWeek', times: 3 } });
    // On Wednesday four days are left for three times, on Friday two.
    expect(missedAmong(often, days(23, 25), [], SETTINGS, days(26)[0]!, null)).toEqual([]);
    expect(missedAmong(often, days(23, 25, 27), [], SETTINGS, days(28)[0]!, null)).toEqual(days(27));
    // Done twice: one time is left, and Saturday and Sunday hold it.
    expect(missedAmong(often, days(27), days(23, 25), SETTINGS, days(28)[0]!, null)).toEqual([]);
    // The week is over: three were wanted.
    expect(missedAmong(often, days(23, 25, 27), [], SETTINGS, days(30)[0]!, null)).toEqual(days(23, 25, 27));
    expect(missedAmong(often, days(23, 25, 27), days(24), SETTINGS, days(30)[0]!, null)).toEqual(days(23, 25));
  });

  it('is missed once its longest distance has passed', () => {
    const apart = habit({ frequency: { kind: 'betweenDays', min: 2, max: 4 } });
    expect(missedAmong(apart, days(26), days(23), SETTINGS, days(27)[0]!, null)).toEqual([]);
    expect(missedAmong(apart, days(26, 27), days(23), SETTINGS, days(28)[0]!, null)).toEqual(days(26));
  });
});
