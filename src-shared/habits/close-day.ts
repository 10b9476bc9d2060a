// When a day that had a place and was never marked counts as missed.
import type { Settings } from '../engine/settings';
import { type Day, dayNumber, daysFrom, plusDays } from '../time/day';
import { mayLieOn } from './due-day';
import type { Habit } from './habit';
import { weekQuota, weekStartOf } from './week-quota';

/**
 * The days among `planned` (past, with a place, unmarked; ascending) that close as missed. For a habit of fixed days that is each of them.
 * A flexible one misses only what can no longer be made up: the days left in the week are fewer than the times left, or the longest
 * distance from the last time has passed. `settled` are its recorded days, ascending; `today` is the first day that is still open.
 */
export function missedAmong(
  habit: Habit,
  planned: readonly Day[],
  settled: readonly Day[],
  settings: Pick<Settings, 'vacations' | 'firstWeekday'>,
  today: Day,
  since: Day | null,
): Day[] {
  const { frequency } = habit;
  const missed: Day[] = [];
  for (const day of planned) {
    const known = [...settled, ...missed];
    if (frequency.kind === 'perWeek') {
      const week = weekStartOf(day, settings.firstWeekday);
      const end = plusDays(week, 7);
      const wanted =
        weekQuota(habit, frequency.times, week, settings, since) -
        known.filter((one) => week <= one && one < end).length;
      const left = daysFrom(plusDays(day, 1), end).filter(
        (one) => mayLieOn(habit, one, settings) && !known.includes(one),
      ).length;
      if (wanted > 0 && (end <= today || left < wanted)) missed.push(day);
    } else if (frequency.kind === 'betweenDays') {
      const last =
        known
          .filter((one) => one < day)
          .sort()
          .at(-1) ?? since;
      const latest = last === null || last === undefined ? dayNumber(day) : dayNumber(last) + frequency.max;
      if (dayNumber(day) >= latest || latest < dayNumber(today)) missed.push(day);
    } else {
      missed.push(day);
    }
  }
  return missed;
}
