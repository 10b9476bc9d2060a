// A habit's `history` and its occurrences say the same thing in two ways. The occurrences are the record: one row a day.
// The history is what documents carry and what success is computed from: kept or missed, oldest first, without days.
// So the history is never stored twice: a stored habit keeps only the attempts that came before its recorded days, and
// everywhere else the recorded days are appended. Correcting or undoing a day can then never leave the two apart.
import { by } from '#shared/base/ordering';
import { attemptOf } from '#shared/habits/attempts';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';

/** Stored habits as everyone else sees them: with their recorded days at the end of the history. */
export function withRecordedDays(stored: readonly Habit[], occurrences: readonly HabitOccurrence[]): Habit[] {
  const attempts = attemptsByHabit(occurrences);
  return stored.map((habit) => {
    const recorded = attempts.get(habit.id);
    return recorded ? { ...habit, history: [...habit.history, ...recorded] } : habit;
  });
}

/** Habits as they are stored: without their recorded days. A history that is shorter than those was cut by hand; nothing came before then. */
export function withoutRecordedDays(habits: readonly Habit[], occurrences: readonly HabitOccurrence[]): Habit[] {
  const attempts = attemptsByHabit(occurrences);
  return habits.map((habit) => {
    const recorded = attempts.get(habit.id)?.length ?? 0;
    return recorded === 0
      ? habit
      : { ...habit, history: habit.history.slice(0, Math.max(0, habit.history.length - recorded)) };
  });
}

/** Kept or missed, in the order of the days. */
function attemptsByHabit(occurrences: readonly HabitOccurrence[]): Map<string, boolean[]> {
  const attempts = new Map<string, boolean[]>();
  for (const { habitId, state } of [...occurrences].sort(by((occurrence) => occurrence.day))) {
    const attempt = attemptOf(state);
    if (attempt === null) continue;
    const known = attempts.get(habitId);
    if (known) known.push(attempt);
    else attempts.set(habitId, [attempt]);
  }
  return attempts;
}
