// Where a day cannot hold all its habits, the least urgent are left out: as few as can be comes first, then whom it hits.
import { mostPlaceable } from './fewest-unplaced';
import type { HabitDay, HabitDayAnswer } from './habit-day';
import { isShortGap } from './short-gap';
import { startTableOf } from './start-table';

/** Sets looked at, and days solved for the cheapest of equally urgent sets; beyond them the answer is no longer called optimal. */
const MOST_SETS = 400;
const MOST_SOLVED = 16;

/** The day solved again without the least urgent habits it can do without, when its answer left out more urgent ones. */
export function leaveOutLeastUrgent(
  day: HabitDay,
  answer: HabitDayAnswer,
  solve: (day: HabitDay) => HabitDayAnswer,
): HabitDayAnswer {
  const dropped = answer.starts.flatMap((start, index) => (start === null ? [index] : []));
  if (dropped.length === 0 || new Set(day.wishes.map((wish) => wish.priority)).size < 2) return answer;
  const sets = setsOf(day.wishes.length, dropped.length);
  if (sets === null) return { ...answer, proof: 'bounded' };
  const byHarm = sets.map((left) => ({ left, harm: harmOf(day, left) })).sort((a, b) => a.harm - b.harm);
  let best: HabitDayAnswer | null = null;
  let harm = Number.POSITIVE_INFINITY;
  let solved = 0;
  for (const set of byHarm) {
    if (set.harm > harm) break;
    const kept = { ...day, wishes: day.wishes.filter((_, index) => !set.left.includes(index)) };
    if (mostPlaceable(startTableOf(kept, isShortGap)).length < kept.wishes.length) continue;
    harm = set.harm;
    solved += 1;
    if (solved > MOST_SOLVED) return { ...best!, proof: 'bounded' };
    const found = spread(solve(kept), day, set.left);
    if (best === null || found.cost < best.cost) best = found;
  }
  return best ?? answer;
}

/** Fewest urgent ones first, then fewest high ones, and so on: up to 15 of each kind. */
function harmOf(day: HabitDay, left: readonly number[]): number {
  return left.reduce((harm, index) => harm + 16 ** (4 - day.wishes[index]!.priority), 0);
}

function spread(answer: HabitDayAnswer, day: HabitDay, left: readonly number[]): HabitDayAnswer {
  let next = 0;
  const starts = day.wishes.map((_, index) => {
    if (left.includes(index)) return null;
    next += 1;
    return answer.starts[next - 1]!;
  });
  return { ...answer, starts };
}

/** All sets of `size` out of `count`, or null when there are too many. */
function setsOf(count: number, size: number): number[][] | null {
  let sets: number[][] = [[]];
  for (let picked = 0; picked < size; picked += 1) {
    sets = sets.flatMap((set) => {
      const from = (set.at(-1) ?? -1) + 1;
      return Array.from({ length: count - from }, (_, offset) => [...set, from + offset]);
    });
    if (sets.length > MOST_SETS) return null;
  }
  return sets;
}
