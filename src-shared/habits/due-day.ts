import type { Settings } from '../engine/settings';
import { type Day, weekdayOf } from '../time/day';
import type { Habit } from './habit';

/** Whether a habit is due on a day: active, on one of its weekdays, and not during a vacation (whose last day is included). */
export function isDueOn(habit: Habit, day: Day, settings: Settings): boolean {
  if (habit.status !== 'active' || !habit.days.includes(weekdayOf(day))) return false;
  return !settings.vacations.some((vacation) => vacation.from <= day && day <= vacation.to);
}
