// A lower bound for a day, by pricing each minute (Lagrangian relaxation of "one thing at a time"): every habit takes its cheapest start at cost plus
// the prices of the minutes it covers, as if it were alone; what all minutes earn is subtracted. Prices rise where habits collide and fall where nobody is.
// The bound is that of the time-indexed linear program, which for one machine with earliness and tardiness is nearly tight (Tanaka, Fujikuma & Araki, J. Scheduling 12, 2009).
import { bestTiming, type Timing, UNPLACED_COST } from './best-timing';
import { type StartTable, startCost } from './start-table';

export interface DayBound {
  /** No plan that leaves `drops` habits out costs less. */
  readonly bound: number;
  /** Price of each minute. */
  readonly price: Float64Array;
  /** Prices summed up: `sum[t]` over the minutes before t. */
  readonly priceSum: Float64Array;
  /** Cheapest priced start of each habit, or the cost of leaving it out when that is less. */
  readonly cheapest: Float64Array;
  /** What leaving a habit out costs in this bound; infinite when none is left out. */
  readonly dropCost: number;
  /** The cheapest plan met on the way. */
  readonly best: Timing;
  readonly candidates: number;
}

const ITERATIONS = 160;

/** `drops` habits are left out, whichever is best. */
export function boundDay(table: StartTable, drops: number, known: Timing | null = null): DayBound {
  const { habits, length } = table;
  const isFree = new Uint8Array(length);
  table.runStart.forEach((start, run) => {
    isFree.fill(1, start, table.runEnd[run]!);
  });
  const byMiddle = (starts: ArrayLike<number>) =>
    Array.from({ length: habits }, (_, habit) => habit).sort(
      (a, b) => starts[a]! + table.minutes[a]! / 2 - (starts[b]! + table.minutes[b]! / 2) || a - b,
    );
  let best = bestTiming(table, byMiddle(table.target));
  if (known && known.cost < best.cost) best = known;
  let candidates = 0;
  let price = new Float64Array(length);
  let kept: { bound: number; price: Float64Array } = { bound: Number.NEGATIVE_INFINITY, price };
  const relaxed = new Int32Array(habits);
  const cover = new Int32Array(length + 1);
  let step = 1;
  let stale = 0;
  let lastOrder = '';
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    const sum = sumOf(price);
    const cheapest = cheapestStarts(table, sum, relaxed);
    for (const ranges of table.ranges) for (const [from, to] of ranges) candidates += to - from + 1;
    const leftOut = dearest(cheapest, drops);
    let bound = -sum[length]!;
    for (let habit = 0; habit < habits; habit += 1) if (!leftOut.includes(habit)) bound += cheapest[habit]!;
    if (bound > kept.bound + 1e-9) {
      kept = { bound, price };
      stale = 0;
    } else {
      stale += 1;
    }
    if (iteration % 8 === 0) {
      const order = byMiddle(relaxed);
      const name = order.join();
      if (name !== lastOrder) {
        const timing = bestTiming(table, order);
        if (timing.cost < best.cost) best = timing;
        lastOrder = name;
      }
    }
    const upper = best.cost - drops * UNPLACED_COST;
    if (Math.ceil(kept.bound - 1e-6) >= upper) break;
    if (stale > 6) {
      step /= 2;
      stale = 0;
      if (step < 1e-3) break;
    }
    cover.fill(0);
    for (let habit = 0; habit < habits; habit += 1) {
      if (leftOut.includes(habit)) continue;
      cover[relaxed[habit]!]! += 1;
      cover[relaxed[habit]! + table.minutes[habit]!]! -= 1;
    }
    let norm = 0;
    let running = 0;
    for (let at = 0; at < length; at += 1) {
      running += cover[at]!;
      if (isFree[at] && (running > 1 || price[at]! > 0)) norm += (running - 1) * (running - 1);
    }
    if (norm === 0) break;
    const gap = Math.min(upper, UNPLACED_COST / 10) - bound;
    const size = (step * Math.max(gap, 1)) / norm;
    const next = new Float64Array(length);
    running = 0;
    for (let at = 0; at < length; at += 1) {
      running += cover[at]!;
      next[at] = isFree[at] ? Math.max(0, price[at]! + size * (running - 1)) : 0;
    }
    price = next;
  }
  const priceSum = sumOf(kept.price);
  const cheapest = cheapestStarts(table, priceSum, relaxed);
  // Leaving a habit out costs as much as the dearest one that stays: with that price on each drop the sum of the cheapest choices is the bound.
  const leftOut = dearest(cheapest, drops);
  let dropCost = Number.POSITIVE_INFINITY;
  if (drops > 0) {
    dropCost = 0;
    for (let habit = 0; habit < habits; habit += 1) {
      if (!leftOut.includes(habit)) dropCost = Math.max(dropCost, cheapest[habit]!);
    }
  }
  return {
    bound: kept.bound,
    price: kept.price,
    priceSum,
    cheapest: cheapest.map((cost) => Math.min(cost, dropCost)),
    dropCost,
    best,
    candidates,
  };
}

function sumOf(price: Float64Array): Float64Array {
  const sum = new Float64Array(price.length + 1);
  for (let at = 0; at < price.length; at += 1) sum[at + 1] = sum[at]! + price[at]!;
  return sum;
}

/** Fills `chosen` with the cheapest priced start of each habit and gives its cost; infinite for one that fits nowhere. */
function cheapestStarts(table: StartTable, priceSum: Float64Array, chosen: Int32Array): Float64Array {
  const cheapest = new Float64Array(table.habits).fill(Number.POSITIVE_INFINITY);
  for (let habit = 0; habit < table.habits; habit += 1) {
    const minutes = table.minutes[habit]!;
    const need = table.need[habit]!;
    const target = table.target[habit]!;
    let least = Number.POSITIVE_INFINITY;
    let at = 0;
    for (const [from, to] of table.ranges[habit]!) {
      for (let start = from; start <= to; start += 1) {
        const cost =
          need * (start < target ? target - start : start - target) + priceSum[start + minutes]! - priceSum[start]!;
        if (cost < least) {
          least = cost;
          at = start;
        }
      }
    }
    cheapest[habit] = least;
    chosen[habit] = at;
  }
  return cheapest;
}

function dearest(costs: Float64Array, count: number): number[] {
  if (count === 0) return [];
  return Array.from(costs.keys())
    .sort((a, b) => costs[b]! - costs[a]! || a - b)
    .slice(0, count);
}

/** Extra cost over the bound of a habit standing at a start. */
export function extraCost(table: StartTable, bound: DayBound, habit: number, start: number): number {
  return (
    startCost(table, habit, start) +
    bound.priceSum[start + table.minutes[habit]!]! -
    bound.priceSum[start]! -
    bound.cheapest[habit]!
  );
}
