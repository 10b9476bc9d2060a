import type { Settings } from '../engine/settings';
import { type Day, daysFrom, plusDays, weekdayOf } from '../time/day';
import { mayLieOn } from './due-day';
import type { Habit } from './habit';

/** The first day of a day's week, as the user's weeks begin. */
export function weekStartOf(day: Day, firstWeekday: number): Day {
  return plusDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));
}

/**
 * How many times a habit of `times` a week is wanted in the week that starts on `week`: fewer where a pause, a vacation or its first
 * day (`since`) takes part of the days it may lie on, in proportion and rounded, and never more than there are days.
 */
export function weekQuota(
  habit: Habit,
  times: number,
  week: Day,
  settings: Pick<Settings, 'vacations'>,
  since: Day | null,
): number {
  const days = daysFrom(week, plusDays(week, 7));
  const usual = days.filter((day) => habit.days.includes(weekdayOf(day))).length;
  const open = days.filter((day) => mayLieOn(habit, day, settings) && (since === null || day >= since)).length;
  if (open === 0) return 0;
  return open === usual ? Math.min(times, open) : Math.min(open, Math.max(1, Math.round((times * open) / usual)));
}
