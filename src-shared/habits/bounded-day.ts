// Days of more habits than the exact search takes: the same levels, by search over orders, and a bound that says how far off it may be.
import { type Timing, UNPLACED_COST } from './best-timing';
import { boundDay, type DayBound } from './day-bound';
import { type DayLevels, isBetter, levelsOf, withPricedGaps } from './day-levels';
import { bestInOrder } from './order-levels';
import { OrderSearch } from './order-search';
import type { StartTable } from './start-table';

export interface BoundedDay {
  readonly starts: Int32Array;
  readonly levels: DayLevels;
  /** No plan with as few unplaced costs less. */
  readonly bound: number;
  readonly candidates: number;
}

/** Of each urgency up to 31 habits: one more urgent outweighs them all. */
const HARM_BASE = 32;
/** Leaving out the least urgent habit outweighs all distances of a day. */
const HARM_COST = 4_000_000;
/** One more left out outweighs any harm: their number comes first. Sums of a day stay exact in a double. */
const COUNT_COST = HARM_BASE ** 4 * HARM_COST;
/** Passes over all neighbours; a day seldom needs more than four. */
const MOST_PASSES = 8;

/** Fewest unplaced, then the least urgent of them, then the least cost, gaps and moves that the search finds. */
export function solveDayWithBound(table: StartTable, gapPrice: number): BoundedDay {
  const leaveOut = Float64Array.from(
    table.priority,
    (priority) => COUNT_COST + HARM_COST * HARM_BASE ** (4 - priority),
  );
  const search = new OrderSearch(table, leaveOut);
  search.descend(orderBy(Array.from(table.target, (target, habit) => target + table.minutes[habit]! / 2)));
  const first = boundWith(table, search.best());
  search.descend(orderBy(placesOf(table, first.best)));
  search.shake();
  const best = search.best();
  const order = orderBy(placesOf(table, best)).filter((habit) => best.starts[habit]! >= 0);
  const { starts, levels } = onAllLevels(table, order, best.starts, gapPrice);
  const bound = boundWith(table, { starts, cost: levelsOf(table, starts).cost });
  return {
    starts,
    levels,
    bound: Math.max(0, Math.ceil(bound.bound - 1e-6)),
    candidates: first.candidates + bound.candidates,
  };
}

/** The bound of plans that leave out as many as a known one does; its steps are right only with a known cost near the best. */
function boundWith(table: StartTable, known: Timing): DayBound {
  const unplaced = known.starts.filter((start) => start < 0).length;
  const { cost } = levelsOf(table, known.starts);
  return boundDay(table, unplaced, { starts: known.starts, cost: cost + unplaced * UNPLACED_COST });
}

/** The placed habits on all levels: the order solved exactly, and neighbours changed over while that is better. */
function onAllLevels(
  table: StartTable,
  placed: readonly number[],
  known: Int32Array,
  gapPrice: number,
): Pick<BoundedDay, 'starts' | 'levels'> {
  let found = { starts: known, levels: withPricedGaps(levelsOf(table, known), gapPrice) };
  const take = (order: readonly number[]): boolean => {
    const starts = bestInOrder(table, order, found.levels, gapPrice);
    const levels = starts && withPricedGaps(levelsOf(table, starts), gapPrice);
    if (starts === null || levels === null || !isBetter(levels, found.levels)) return false;
    found = { starts, levels };
    return true;
  };
  take(placed);
  let order = [...placed];
  for (let pass = 0, better = true; better && pass < MOST_PASSES; pass += 1) {
    better = false;
    for (let at = 1; at < order.length; at += 1) {
      const changed = [...order];
      [changed[at - 1], changed[at]] = [order[at]!, order[at - 1]!];
      if (!take(changed)) continue;
      order = changed;
      better = true;
    }
  }
  return found;
}

/** The middle of each habit, where it is or wants to be. */
function placesOf(table: StartTable, { starts }: Timing): number[] {
  return Array.from(starts, (start, habit) => (start < 0 ? table.target[habit]! : start) + table.minutes[habit]! / 2);
}

function orderBy(places: readonly number[]): number[] {
  return Array.from(places.keys()).sort((a, b) => places[a]! - places[b]! || a - b);
}
