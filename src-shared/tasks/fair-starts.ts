// When each task would start if time had its fair price: a Lagrangian relaxation of "one thing at a time". Every task takes its dearest start less the prices
// of the minutes it covers, as if it were alone; prices rise where tasks collide and fall where nobody is. The mean of those starts comes close to the
// fractional optimum of the time-indexed program, and tasks laid out in their order come out nearly as good (after Phillips, Stein & Wein, Math. Programming 82, 1998).
import { type FreeTime, firstRunEndingAfter } from '../engine/free-time';
import { FACTOR_WEIGHT } from './factors';
import type { SlotValues } from './slot-values';
import type { TaskDemand, TaskFrame } from './task-demand';

const ITERATIONS = 40;
/** The first rounds only find the prices. */
const MEANT_FROM = 20;
/** How far below the bound the best plan is thought to be, to size the steps. */
const THOUGHT_GAP = 0.02;

interface Cells {
  /** First cell and first start of each run; a cell is one grid step. */
  readonly firstCell: Int32Array;
  readonly firstStart: Int32Array;
  readonly count: number;
}

/** Mean fair start of each task, in epoch minutes; infinite for one that fits nowhere whole and in time. */
export function fairStarts(
  frame: TaskFrame,
  free: FreeTime,
  demands: readonly TaskDemand[],
  values: SlotValues,
): Float64Array {
  const cells = cellsOf(frame, free, values);
  const prices = new Float64Array(cells.count);
  const sums = new Float64Array(cells.count + 1);
  const used = new Int32Array(cells.count + 1);
  const means = new Float64Array(demands.length);
  // A weighted value of each task at each cell, filled as it is asked for; values are never negative.
  const worth = demands.map(() => new Float64Array(cells.count).fill(-1));
  let least = Number.POSITIVE_INFINITY;
  let step = 1;
  let stale = 0;
  for (let iteration = 0; iteration < ITERATIONS; iteration += 1) {
    for (let cell = 0; cell < cells.count; cell += 1) sums[cell + 1] = sums[cell]! + prices[cell]!;
    used.fill(0);
    let bound = sums[cells.count]!;
    for (let task = 0; task < demands.length; task += 1) {
      const best = fairStart(frame, free, cells, sums, used, demands[task]!, task, values, worth[task]!);
      bound += Math.max(0, best.value);
      if (iteration >= MEANT_FROM) means[task]! += best.start / (ITERATIONS - MEANT_FROM);
    }
    if (bound < least - 1e-9) {
      least = bound;
      stale = 0;
    } else {
      stale += 1;
      if (stale > 3) {
        step /= 2;
        stale = 0;
      }
    }
    let norm = 0;
    let running = 0;
    for (let cell = 0; cell < cells.count; cell += 1) {
      running += used[cell]!;
      if (running > 1 || prices[cell]! > 0) norm += (running - 1) * (running - 1);
    }
    if (norm === 0) {
      if (iteration >= MEANT_FROM) continue;
      // Nobody collides: everybody has the start it likes best.
      for (let task = 0; task < demands.length; task += 1)
        means[task] = fairStart(frame, free, cells, sums, used, demands[task]!, task, values, worth[task]!).start;
      return means;
    }
    const size = (step * (bound - least + THOUGHT_GAP * least)) / norm;
    running = 0;
    for (let cell = 0; cell < cells.count; cell += 1) {
      running += used[cell]!;
      prices[cell] = Math.max(0, prices[cell]! + size * (running - 1));
    }
  }
  return means;
}

const found = { value: 0, start: 0 };

/** The best start at the given prices, booked into `used`. The answer is one object, overwritten by the next call. */
function fairStart(
  frame: TaskFrame,
  free: FreeTime,
  cells: Cells,
  sums: Float64Array,
  used: Int32Array,
  demand: TaskDemand,
  task: number,
  values: SlotValues,
  worth: Float64Array,
): typeof found {
  const minutes = demand.chunk === null ? demand.minutes : Math.min(demand.minutes, demand.chunk.max);
  const grid = frame.gridMinutes;
  const width = Math.ceil((minutes + frame.bufferMinutes) / grid);
  const latest = Math.min(demand.latestEnd, demand.due ?? demand.latestEnd);
  let most = Number.NEGATIVE_INFINITY;
  let bestStart = Number.POSITIVE_INFINITY;
  let bestCell = -1;
  let bestEnd = -1;
  for (let run = firstRunEndingAfter(free, demand.earliest); run < free.usableStart.length; run += 1) {
    const from = Math.max(free.usableStart[run]!, demand.earliest);
    if (from + minutes > latest) break;
    if (demand.weight * (FACTOR_WEIGHT.promptness * values.promptAt(from) + values.ceiling[task]!) <= most) break;
    const lastCell = cells.firstCell[run + 1]!;
    const last = Math.min(free.usableEnd[run]!, latest) - minutes;
    let cell = cells.firstCell[run]! + Math.max(0, Math.ceil((from - cells.firstStart[run]!) / grid));
    let start = cells.firstStart[run]! + (cell - cells.firstCell[run]!) * grid;
    for (; start <= last; start += grid, cell += 1) {
      const end = Math.min(cell + width, lastCell);
      let own = worth[cell]!;
      if (own < 0) {
        own = demand.weight * values.at(task, minutes, start);
        worth[cell] = own;
      }
      const value = own - (sums[end]! - sums[cell]!);
      if (value > most) {
        most = value;
        bestStart = start;
        bestCell = cell;
        bestEnd = end;
      }
    }
  }
  if (bestCell >= 0) {
    used[bestCell]! += 1;
    used[bestEnd]! -= 1;
  }
  found.value = most;
  found.start = bestStart;
  return found;
}

function cellsOf(frame: TaskFrame, free: FreeTime, values: SlotValues): Cells {
  const runs = free.usableStart.length;
  const firstCell = new Int32Array(runs + 1);
  const firstStart = new Int32Array(runs);
  for (let run = 0; run < runs; run += 1) {
    firstStart[run] = values.gridFrom(free.usableStart[run]!);
    const steps = Math.max(0, Math.ceil((free.usableEnd[run]! - firstStart[run]!) / frame.gridMinutes));
    firstCell[run + 1] = firstCell[run]! + steps;
  }
  return { firstCell, firstStart, count: firstCell[runs]! };
}
