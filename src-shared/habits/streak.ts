// Times kept in a row. A habit of fixed days counts its attempts. A flexible one is judged by intervals that slide over the days,
// as Loop does: so many times within so many days cover that interval, and the row lasts as long as the days are covered.
import type { Settings } from '../engine/settings';
import { type Day, dayNumber, daysFrom, plusDays } from '../time/day';
import { attemptOf } from './attempts';
import { isRestingOn } from './due-day';
import type { Habit, HabitOccurrence } from './habit';

/** Attempts kept in a row up to the latest. */
export function attemptsInARow(attempts: readonly boolean[]): number {
  return attempts.length - 1 - attempts.lastIndexOf(false);
}

/** The longest row of attempts kept. */
export function longestRow(attempts: readonly boolean[]): number {
  let longest = 0;
  let current = 0;
  for (const kept of attempts) {
    current = kept ? current + 1 : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

/** The present streak. `occurrences` are the habit's own, in any order. Days off, pauses and skips neither add nor break. */
export function streakOf(
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
  today: Day,
  settings: Pick<Settings, 'vacations'>,
): number {
  const { frequency } = habit;
  if (frequency.kind !== 'perWeek' && frequency.kind !== 'betweenDays') return attemptsInARow(habit.history);
  const [times, days] = frequency.kind === 'perWeek' ? [frequency.times, 7] : [1, frequency.max];
  const kept = occurrences
    .filter((one) => attemptOf(one.state) === true)
    .map((one) => one.day)
    .sort();
  if (kept.length === 0) return 0;
  // Time that does not count is taken out, so that a fortnight away is no gap.
  const off = new Set<string>(occurrences.filter((one) => one.state === 'skipped').map((one) => one.day));
  const counted = countedDays(habit, kept[0]!, today, settings, off);
  const at = kept.map((day) => counted.get(day) ?? dayNumber(day));
  const now = counted.get(today)!;
  const covered = new Set<number>();
  for (let index = 0; index + times <= at.length; index += 1) {
    if (at[index + times - 1]! - at[index]! >= days) continue;
    for (let day = at[index]!; day < at[index]! + days; day += 1) covered.add(day);
  }
  // From the last covered day back to the first gap; an interval that is still open breaks nothing.
  let last = now;
  while (!covered.has(last) && now - last < days) last -= 1;
  let first = last;
  while (covered.has(first - 1)) first -= 1;
  return at.filter((day) => day >= first && day <= now).length;
}

/** A running number for each day from `from` to `to` that stands still over days that do not count. */
function countedDays(
  habit: Habit,
  from: Day,
  to: Day,
  settings: Pick<Settings, 'vacations'>,
  off: ReadonlySet<string>,
): Map<Day, number> {
  const counted = new Map<Day, number>();
  let count = 0;
  for (const day of daysFrom(from, plusDays(to, 1))) {
    counted.set(day, count);
    if (!off.has(day) && !isRestingOn(habit, day, settings)) count += 1;
  }
  return counted;
}
