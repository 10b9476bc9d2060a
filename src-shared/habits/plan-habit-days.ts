// A pure function of its job: days in, starts out. Runs in the pool or in place, with the same answer.
import { mergeMinutes, subtractMinutes } from '../engine/epoch-minute';
import { bestTiming, type Timing, timingCost, UNPLACED_COST } from './best-timing';
import { solveDayWithBound } from './bounded-day';
import { boundDay, type DayBound } from './day-bound';
import { isBetter, levelsOf, withPricedGaps } from './day-levels';
import { solveDayExactly } from './exact-day';
import { mostPlaceable } from './fewest-unplaced';
import { planHabitDayGreedily } from './greedy-day';
import type { HabitDay, HabitDayAnswer, HabitDayJob, HabitDayResult } from './habit-day';
import { leaveOutLeastUrgent } from './leave-out';
import { isShortGap } from './short-gap';
import { type StartTable, startTableOf } from './start-table';

/** Days of up to so many habits are solved exactly. */
export const EXACT_HABITS = 15;

/** Needs are ten times the weight the source gives a minute, so a minute of gap price counts ten. */
const NEED_SCALE = 10;

export function planHabitDays(job: HabitDayJob): HabitDayResult {
  const answers: HabitDayAnswer[] = [];
  let taken: { start: number; end: number }[] = [];
  for (const day of job.days) {
    const open = taken.length === 0 ? day : { ...day, free: subtractMinutes(day.free, mergeMinutes(taken)) };
    const answer = job.algorithm === 'greedy' ? planHabitDayGreedily(open) : planHabitDay(open, job.gapPriceMinutes);
    answers.push(answer);
    taken = [...taken, ...spansOf(day, answer)];
  }
  return { days: answers };
}

function spansOf(day: HabitDay, answer: HabitDayAnswer): { start: number; end: number }[] {
  return day.wishes.flatMap((wish, index) => {
    const start = answer.starts[index];
    return typeof start === 'number' ? [{ start, end: start + wish.minutes }] : [];
  });
}

/** The best day on all levels; proven for up to 15 habits. Where not all fit, the least urgent are left out. */
export function planHabitDay(day: HabitDay, gapPriceMinutes: number | null): HabitDayAnswer {
  const answer = solveHabitDay(day, gapPriceMinutes);
  if (day.wishes.length > EXACT_HABITS) return answer;
  return leaveOutLeastUrgent(day, answer, (kept) => solveHabitDay(kept, gapPriceMinutes));
}

function solveHabitDay(day: HabitDay, gapPriceMinutes: number | null): HabitDayAnswer {
  const table = startTableOf(day, isShortGap);
  const gapPrice = gapPriceMinutes === null ? 0 : gapPriceMinutes * NEED_SCALE;
  const answer = (starts: Int32Array, rest: Omit<HabitDayAnswer, 'day' | 'starts'>): HabitDayAnswer => ({
    ...rest,
    day: day.day,
    starts: Array.from(starts, (start) => (start < 0 ? null : start * table.unit + day.hull.start)),
  });
  if (table.habits > EXACT_HABITS) {
    const { starts, levels, bound, candidates } = solveDayWithBound(table, gapPrice);
    return answer(starts, { proof: 'bounded', cost: levels.cost, bound, nodes: 0, candidates });
  }
  const byTarget = bestTiming(table, orderByTarget(table));
  // Only when the plain order leaves one out is it worth asking how many fit at all.
  const fitting = byTarget.cost < UNPLACED_COST ? null : mostPlaceable(table);
  const drops = fitting === null ? 0 : table.habits - fitting.length;
  // Whatever the search by distance finds, at least this many can be placed: without such a plan the proof would have no upper bound.
  const bound = boundDay(table, drops, fitting === null ? byTarget : bestTiming(table, withOthers(table, fitting)));
  const known = improveOrder(table, bound, drops);
  const levels = withPricedGaps(levelsOf(table, known.starts), gapPrice);
  const placesAll = known.cost < (drops + 1) * UNPLACED_COST;
  const upper = placesAll ? levels.cost : UNPLACED_COST;
  const exact = solveDayExactly(table, bound, drops, upper, gapPrice);
  const better = exact.starts && (!placesAll || exact.proven || isBetter(exact.levels, levels));
  return answer(better ? exact.starts! : known.starts, {
    proof: exact.proven ? 'optimal' : 'bounded',
    cost: better ? exact.levels.cost : levels.cost,
    bound: exact.proven ? (better ? exact.levels.cost : levels.cost) : Math.ceil(bound.bound - 1e-6),
    nodes: exact.nodes,
    candidates: bound.candidates,
  });
}

function orderByTarget(table: StartTable): number[] {
  const middle = (habit: number) => table.target[habit]! + table.minutes[habit]! / 2;
  return Array.from({ length: table.habits }, (_, habit) => habit).sort((a, b) => middle(a) - middle(b) || a - b);
}

/** The order completed by the habits that it leaves out, each where its target puts it. */
function withOthers(table: StartTable, fitting: readonly number[]): number[] {
  const others = Array.from({ length: table.habits }, (_, habit) => habit).filter((habit) => !fitting.includes(habit));
  return [...fitting, ...others];
}

/** Moves single habits within the order while that makes the day cheaper: a tight upper bound saves most of the exact search. */
function improveOrder(table: StartTable, bound: DayBound, drops: number): Timing {
  let best = bound.best;
  let order = Array.from({ length: table.habits }, (_, habit) => habit).sort(
    (a, b) => placeOf(table, best.starts, a) - placeOf(table, best.starts, b) || a - b,
  );
  const work = [new Float64Array(table.length + 1), new Float64Array(table.length + 1)] as const;
  const tight = () => best.cost - drops * UNPLACED_COST <= bound.bound + Math.max(60, 0.03 * bound.bound);
  for (let improved = true; improved && !tight(); ) {
    improved = false;
    for (let from = 0; from < order.length && !improved; from += 1) {
      for (let to = Math.max(0, from - 3); to <= Math.min(order.length - 1, from + 3) && !improved; to += 1) {
        if (to === from || to === from - 1) continue;
        const candidate = [...order];
        candidate.splice(to, 0, ...candidate.splice(from, 1));
        if (timingCost(table, candidate, work) < best.cost) {
          best = bestTiming(table, candidate);
          order = candidate;
          improved = true;
        }
      }
    }
  }
  return best;
}

function placeOf(table: StartTable, starts: Int32Array, habit: number): number {
  const start = starts[habit]!;
  return (start < 0 ? table.target[habit]! : start) + table.minutes[habit]! / 2;
}
