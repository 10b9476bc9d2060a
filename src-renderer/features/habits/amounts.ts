// What was noted of a countable goal, day by day. Pure; the chart only draws.
import { by } from '#shared/base/ordering';
import { meetsGoal } from '#shared/habits/attempts';
import type { Goal, HabitOccurrence } from '#shared/habits/habit';
import type { Day } from '#shared/time/day';

export interface AmountOfDay {
  readonly day: Day;
  readonly amount: number;
  readonly kept: boolean;
}

/** Days the chart has room for. */
const SHOWN = 24;

/** The last days with a noted amount, oldest first. */
export function amountsOf(goal: Goal, occurrences: readonly HabitOccurrence[]): AmountOfDay[] {
  return [...occurrences]
    .sort(by((one) => one.day))
    .flatMap(({ day, amount }) => (amount === null ? [] : [{ day, amount, kept: meetsGoal(goal, amount) }]))
    .slice(-SHOWN);
}

/** Mean over the shown days, to one decimal; null without any. */
export function meanAmount(amounts: readonly AmountOfDay[]): number | null {
  if (amounts.length === 0) return null;
  return Math.round((10 * amounts.reduce((sum, one) => sum + one.amount, 0)) / amounts.length) / 10;
}

/** "at least 20 pages". */
export function goalWords({ kind, amount, unit }: Goal): string {
  return `${kind === 'atLeast' ? 'at least' : 'at most'} ${amount} ${unit}`.trim();
}
