// What a recorded day counts for: kept or missed for success and streaks, a share for strength.
import { assertNever } from '../base/assert-never';
import type { Goal, Habit, HabitOccurrence } from './habit';

/** Kept, missed, or null: not an attempt (still open, or skipped without a miss). */
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
    default:
      return assertNever(state);
  }
}

export function meetsGoal(goal: Goal, amount: number): boolean {
  return goal.kind === 'atLeast' ? amount >= goal.amount : amount <= goal.amount;
}

/** How much of the goal an amount is, 0 to 1: of "at least 20" 15 are 0.75; of "at most 2" 3 are 0.5, and 4 are nothing. */
export function shareOfGoal(goal: Goal, amount: number): number {
  if (meetsGoal(goal, amount)) return 1;
  const share = goal.kind === 'atLeast' ? amount / goal.amount : 1 - (amount - goal.amount) / Math.max(goal.amount, 1);
  return Math.max(0, share);
}

/** What one recorded day adds to strength, 0 to 1; null when it is no attempt. */
export function completionOf(habit: Pick<Habit, 'goal'>, occurrence: HabitOccurrence): number | null {
  const kept = attemptOf(occurrence.state);
  if (kept === null || kept || habit.goal === null || occurrence.amount === null)
    return kept === null ? null : Number(kept);
  return shareOfGoal(habit.goal, occurrence.amount);
}

/** All attempts as shares, oldest first: those before the recorded days from the history, then the recorded days. `occurrences` are the habit's own, by day. */
export function completionsOf(
  habit: Pick<Habit, 'goal' | 'history'>,
  occurrences: readonly HabitOccurrence[],
): number[] {
  const recorded = occurrences.map((one) => completionOf(habit, one)).filter((share) => share !== null);
  const before = habit.history.slice(0, Math.max(0, habit.history.length - recorded.length));
  return [...before.map(Number), ...recorded];
}
