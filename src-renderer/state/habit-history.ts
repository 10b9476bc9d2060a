// A habit's `history` and its occurrences say the same thing in two ways. The occurrences are the record: one row a day.
// The history is what documents carry and what success is computed from: kept or missed, oldest first, without days.
// Its tail always equals the closed occurrences in the order of their days; what stands before came with the document.
import { by } from '#shared/base/ordering';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';

/** Attempts that count towards success. */
export const COUNTED_ATTEMPTS = 15;

/** Kept, missed, or null: not an attempt (planned, or skipped without a miss). */
export function attemptOf(state: HabitOccurrence['state']): boolean | null {
  switch (state) {
    case 'done':
    case 'doneLate':
      return true;
    case 'missed':
      return false;
    case 'planned':
    case 'skipped':
      return null;
  }
}

/** The history after the occurrences of the habit changed from `before` to `after`. */
export function historyAfter(
  habit: Habit,
  before: readonly HabitOccurrence[],
  after: readonly HabitOccurrence[],
): boolean[] {
  const ownLength = Math.max(0, habit.history.length - attempts(habit.id, before).length);
  return [...habit.history.slice(0, ownLength), ...attempts(habit.id, after)];
}

/** Kept share of the last 15 attempts, 0 to 1; null without attempts. */
export function successOf(habit: Habit): number | null {
  const last = habit.history.slice(-COUNTED_ATTEMPTS);
  return last.length === 0 ? null : last.filter(Boolean).length / last.length;
}

function attempts(habitId: string, occurrences: readonly HabitOccurrence[]): boolean[] {
  return occurrences
    .filter((occurrence) => occurrence.habitId === habitId)
    .sort(by((occurrence) => occurrence.day))
    .map((occurrence) => attemptOf(occurrence.state))
    .filter((attempt) => attempt !== null);
}
