import { describe, expect, it } from 'vitest';
import { type HabitOccurrence, habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { attemptsInARow, longestRow, streakOf } from '#shared/habits/streak';
import type { Day } from '#shared/time/day';

const NONE = { vacations: [] };
const on = (date: number, state: HabitOccurrence['state'] = 'done'): HabitOccurrence => {
  const day = `2026-11-${String(date).padStart(2, '0')}`;
  return habitOccurrenceSchema.parse({ id: `h@${day}`, habitId: 'h', day, state, start: null, end: null });
};
const habit = (frequency: object, more: object = {}) =>
  habitSchema.parse({ id: 'h', title: 'h', durationMinutes: 30, targetTime: '12:00', frequency, ...more });
const thrice = habit({ kind: 'perWeek', times: 3 });
const streak = (one: typeof thrice, dates: number[], today: number, more: HabitOccurrence[] = [], settings = NONE) =>
  streakOf(
    one,
    [...dates.map((date) => on(date)), ...more],
    `2026-11-${String(today).padStart(2, '0')}` as Day,
    settings,
  );

describe('[HABIT-29] the streak', () => {
  it('counts the attempts kept since the last miss', () => {
    expect(attemptsInARow([])).toBe(0);
    expect(attemptsInARow([true, true])).toBe(2);
    expect(attemptsInARow([true, false, true, true, true])).toBe(3);
    expect(attemptsInARow([true, true, false])).toBe(0);
    expect(longestRow([true, true, false, true, true, true, false])).toBe(3);
    expect(streakOf(habit({ kind: 'weekdays' }, { history: [false, true, true] }), [], '2026-11-24' as Day, NONE)).toBe(
      2,
    );
  });

  it('slides over intervals: any seven days with three times count, whatever the weekdays', () => {
    // Mon 2, Wed 4, Fri 6; Tue 10, Thu 12, Sat 14: every seven days hold three.
    expect(streak(thrice, [2, 4, 6, 10, 12, 14], 15)).toBe(6);
    // Only two in the week of the 9th: the row begins again after it.
    expect(streak(thrice, [2, 4, 6, 12, 14, 17, 19, 21], 22)).toBe(5);
  });

  it('counts an interval that is still open', () => {
    expect(streak(thrice, [2, 4, 6, 10], 11)).toBe(4);
    expect(streak(thrice, [9, 10], 11)).toBe(2);
    expect(streak(thrice, [2, 4, 6], 20)).toBe(0);
    expect(streak(thrice, [], 20)).toBe(0);
  });

  it('neither adds nor breaks over skips, pauses and vacations', () => {
    const fortnight = [{ from: '2026-11-08', to: '2026-11-21' }] as never;
    expect(streak(thrice, [2, 4, 6, 23, 25, 27], 28)).toBe(3);
    expect(streak(thrice, [2, 4, 6, 23, 25, 27], 28, [], { vacations: fortnight })).toBe(6);
    expect(streak(habit({ kind: 'perWeek', times: 3 }, { pauses: fortnight }), [2, 4, 6, 23, 25, 27], 28)).toBe(6);
    const everyFew = habit({ kind: 'betweenDays', min: 1, max: 3 });
    expect(streak(everyFew, [2, 5, 9], 9)).toBe(1);
    expect(streak(everyFew, [2, 5, 9], 9, [on(7, 'skipped')])).toBe(3);
  });
});
