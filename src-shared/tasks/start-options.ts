// Every start a piece of work could have, as flat arrays for the dive: cells of one grid step along the free runs, and per cell the pieces that could start there.
import { type FreeTime, firstRunEndingAfter } from '../engine/free-time';
import { evenPieces } from './construct';
import { bufferFactor, FACTOR_WEIGHT, NEUTRAL, TOTAL_WEIGHT } from './factors';
import { type Precedence, precedenceOf } from './precedence';
import type { SlotValues } from './slot-values';
import { STAY_BONUS } from './stay-bonus';
import type { TaskDemand, TaskFrame } from './task-demand';

/** What nearness to its project counts for a task that has one, before it is known where the others are. */
export const LIKELY_NEARNESS = 0.8;

/** A stretch to be placed in one: a whole task, or one of the even pieces of a task that is too long for one. */
export interface Item {
  readonly task: number;
  readonly minutes: number;
}

export interface StartOptions {
  readonly items: readonly Item[];
  /** Cells; an option's next cell may lie beyond the last by the padding of its run. */
  readonly cells: number;
  /** Epoch minute of each cell. */
  readonly cellStart: Int32Array;
  /** First cell of each free run, and after the last run the number of cells. */
  readonly firstCell: Int32Array;
  /** Grid steps an item takes with the buffer behind it. */
  readonly width: Int32Array;
  /** The options of cell c are `from[c]` up to, not including, `from[c + 1]`. */
  readonly from: Int32Array;
  readonly item: Int32Array;
  /** The first cell behind each option. */
  readonly next: Int32Array;
  /** Weighted level 3 of the item at that start, with no neighbour near and a likely project. */
  readonly worth: Float64Array;
  /** What each item is worth at its dearest start; 0 = it has none. */
  readonly most: Float64Array;
  readonly precedence: Precedence;
}

/** Cells of the widest item: so far beyond the last cell the way behind an option may lead. */
export function widestOf({ width }: StartOptions): number {
  return width.reduce((most, one) => Math.max(most, one), 0);
}

/** All starts in time; for what cannot be in time, all starts. Runs are padded by the buffer, so that what ends at the edge of one never reaches into the next. */
export function startOptions(
  frame: TaskFrame,
  free: FreeTime,
  demands: readonly TaskDemand[],
  values: SlotValues,
): StartOptions {
  const { gridMinutes: grid, bufferMinutes: buffer } = frame;
  const precedence = precedenceOf(demands, buffer);
  const items = demands.flatMap((demand, task) => itemsOf(demand, task, grid));
  const { earliest, latest } = limitsOf(demands, precedence);
  const runs = free.usableStart.length;
  const padding = Math.ceil(buffer / grid);
  const firstCell = new Int32Array(runs + 1);
  const firstStart = new Int32Array(runs);
  for (let run = 0; run < runs; run += 1) {
    firstStart[run] = values.gridFrom(free.usableStart[run]!);
    const steps = Math.max(0, Math.ceil((free.usableEnd[run]! - firstStart[run]!) / grid));
    firstCell[run + 1] = firstCell[run]! + steps + padding;
  }
  const cells = firstCell[runs]!;
  const cellStart = new Int32Array(cells);
  for (let run = 0; run < runs; run += 1) {
    for (let cell = firstCell[run]!; cell < firstCell[run + 1]!; cell += 1) {
      cellStart[cell] = firstStart[run]! + (cell - firstCell[run]!) * grid;
    }
  }
  // Where each item may start on each run, as stretches of cells: counted first, filled second, because the options of a cell lie together.
  const stretches: number[] = [];
  const from = new Int32Array(cells + 1);
  items.forEach(({ task, minutes }, item) => {
    const { due } = demands[task]!;
    const last = latest[task]!;
    const inTime = due === null ? last : Math.min(last, due);
    const end = earliest[task]! + minutes <= inTime ? inTime : last;
    for (let run = firstRunEndingAfter(free, earliest[task]!); run < runs; run += 1) {
      if (free.usableStart[run]! + minutes > end) break;
      const begin = Math.max(0, Math.ceil((earliest[task]! - firstStart[run]!) / grid));
      const steps = Math.floor((Math.min(free.usableEnd[run]!, end) - minutes - firstStart[run]!) / grid) + 1;
      if (steps <= begin) continue;
      stretches.push(item, run, firstCell[run]! + begin, firstCell[run]! + steps);
      from[firstCell[run]! + begin]! += 1;
      from[firstCell[run]! + steps]! -= 1;
    }
  });
  let count = 0;
  for (let cell = 0, here = 0; cell <= cells; cell += 1) {
    here += from[cell]!;
    from[cell] = count;
    count += here;
  }
  const item = new Int32Array(count);
  const next = new Int32Array(count);
  const worth = new Float64Array(count);
  const most = new Float64Array(items.length);
  const width = Int32Array.from(items, ({ minutes }) => Math.ceil((minutes + buffer) / grid));
  const filled = from.slice();
  const own = new Float64Array(cells);
  for (let stretch = 0; stretch < stretches.length; stretch += 4) {
    const which = stretches[stretch]!;
    const run = stretches[stretch + 1]!;
    const { task, minutes } = items[which]!;
    const demand = demands[task]!;
    const share = (demand.weight * minutes) / demand.minutes / TOTAL_WEIGHT;
    const nearness = FACTOR_WEIGHT.project * (demand.project === null ? NEUTRAL : LIKELY_NEARNESS);
    // Alone on its run it has the same minutes free on both sides together, wherever it stands.
    const room = bufferFactor(free.rawEnd[run]! - free.rawStart[run]!, -minutes, buffer) * FACTOR_WEIGHT.buffer;
    const begin = stretches[stretch + 2]!;
    const starts = stretches[stretch + 3]! - begin;
    values.along(task, minutes, cellStart[begin]!, starts, own);
    for (const span of demand.present) {
      const step = (span.start - cellStart[begin]!) / grid;
      if (span.end - span.start === minutes && own[step] !== undefined && step < starts)
        own[step]! += STAY_BONUS * TOTAL_WEIGHT;
    }
    for (let step = 0; step < starts; step += 1) {
      const at = filled[begin + step]!;
      filled[begin + step] = at + 1;
      item[at] = which;
      next[at] = begin + step + width[which]!;
      worth[at] = share * (own[step]! + room + nearness);
      if (worth[at]! > most[which]!) most[which] = worth[at]!;
    }
  }
  return { items, cells, cellStart, firstCell, width, from, item, next, worth, most, precedence };
}

/** How many starts there could be, at most: what the lists of `startOptions` and the tables by item and cell may come to. */
export function mostStarts({ gridMinutes }: TaskFrame, free: FreeTime, demands: readonly TaskDemand[]): number {
  let cells = 0;
  for (let run = 0; run < free.usableStart.length; run += 1)
    cells += Math.ceil((free.usableEnd[run]! - free.usableStart[run]!) / gridMinutes);
  const items = demands.reduce((sum, { minutes, chunk }) => sum + Math.ceil(minutes / (chunk?.max ?? minutes)), 0);
  return items * cells;
}

function itemsOf(demand: TaskDemand, task: number, gridMinutes: number): Item[] {
  if (demand.chunk === null || demand.minutes <= demand.chunk.max) return [{ task, minutes: demand.minutes }];
  return evenPieces(demand.minutes, demand.chunk.max, gridMinutes).map((minutes) => ({ task, minutes }));
}

/** Earliest starts and latest ends with everything a task waits for, or that waits for it, squeezed in. */
function limitsOf(
  demands: readonly TaskDemand[],
  precedence: Precedence,
): { readonly earliest: Int32Array; readonly latest: Int32Array } {
  const earliest = Int32Array.from(demands, (demand) => demand.earliest);
  const latest = Int32Array.from(demands, (demand) => demand.latestEnd);
  demands.forEach(({ minutes, due, latestEnd }, task) => {
    for (const far of precedence.after[task]!) {
      earliest[far.task] = Math.max(earliest[far.task]!, demands[task]!.earliest + minutes + far.apart);
    }
    for (const far of precedence.before[task]!) {
      const end = Math.min(latestEnd, due ?? latestEnd) - minutes - far.apart;
      // A due date that cannot be met squeezes nobody.
      if (end >= demands[far.task]!.earliest + demands[far.task]!.minutes)
        latest[far.task] = Math.min(latest[far.task]!, end);
    }
  });
  return { earliest, latest };
}
