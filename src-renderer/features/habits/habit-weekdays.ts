// How often a habit was kept on each weekday, from its dated days. Pure.
import type { HabitOccurrence } from '#shared/habits/habit';
import { type Weekday, weekdayOf } from '#shared/time/day';

export interface WeekdayRecord {
  readonly weekday: Weekday;
  readonly kept: number;
  /** Kept and missed days; skipped ones are no attempts. */
  readonly attempts: number;
}

/** Weekdays with at least one attempt, Monday first. */
export function weekdayRecords(occurrences: readonly HabitOccurrence[]): WeekdayRecord[] {
  const counts = new Map<Weekday, { kept: number; attempts: number }>();
  for (const { day, state } of occurrences) {
    if (state === 'planned' || state === 'skipped') continue;
    const count = counts.get(weekdayOf(day)) ?? { kept: 0, attempts: 0 };
    count.attempts += 1;
    if (state !== 'missed') count.kept += 1;
    counts.set(weekdayOf(day), count);
  }
  return [...counts].map(([weekday, count]) => ({ weekday, ...count })).sort((a, b) => a.weekday - b.weekday);
}
