// What each item would be worth at each cell, with the blocks of its project where a layout has them.
import { listOf } from '../base/list-of';
import type { MinuteSpan } from '../engine/epoch-minute';
import { FACTOR_WEIGHT, projectFactor, TOTAL_WEIGHT } from './factors';
import { LIKELY_NEARNESS, type StartOptions } from './start-options';
import type { TaskDemand } from './task-demand';

export interface BlockOf extends MinuteSpan {
  readonly task: number;
}

export interface NearWorth {
  /** One row of cells an item; -1 = it cannot start there. */
  readonly worth: Float64Array;
  /** The most an item is worth more anywhere than the options say. */
  readonly closer: Float64Array;
}

/** `blocks` of each project, sorted by start: nearness counts as it would with only this item moved. */
export function worthByCell(
  options: StartOptions,
  demands: readonly TaskDemand[],
  blocks: ReadonlyMap<string, readonly BlockOf[]>,
): NearWorth {
  const { items, cells, cellStart, from, item: itemAt, worth } = options;
  const table = new Float64Array(items.length * cells).fill(-1);
  // What an item's nearness weighs: nothing where it has no project.
  const shares = Float64Array.from(items, ({ task, minutes }) => {
    const { project, weight, minutes: whole } = demands[task]!;
    return project === null ? 0 : ((weight * minutes) / whole / TOTAL_WEIGHT) * FACTOR_WEIGHT.project;
  });
  const near = listOf(items.length, (item) => blocks.get(demands[items[item]!.task]!.project ?? '') ?? []);
  // Cells come in order of time: so many blocks of each item's project start before the cell.
  const passed = new Int32Array(items.length);
  for (let cell = 0; cell < cells; cell += 1) {
    const start = cellStart[cell]!;
    for (let at = from[cell]!, end = from[cell + 1]!; at < end; at += 1) {
      const item = itemAt[at]!;
      let own = worth[at]!;
      if (shares[item]! > 0) {
        const list = near[item]!;
        let before = passed[item]!;
        while (before < list.length && list[before]!.start < start) before += 1;
        passed[item] = before;
        const { task, minutes } = items[item]!;
        own += shares[item]! * (projectFactor(nearest(list, before, task, start, start + minutes)) - LIKELY_NEARNESS);
      }
      table[item * cells + cell] = own;
    }
  }
  return { worth: table, closer: shares.map((share) => share * (1 - LIKELY_NEARNESS)) };
}

/** Minutes to the nearest of the blocks, of which `before` start earlier, that is not the task's own; `null` when there is none. */
function nearest(list: readonly BlockOf[], before: number, task: number, start: number, end: number): number | null {
  let right = before;
  while (right < list.length && list[right]!.task === task) right += 1;
  let left = before - 1;
  while (left >= 0 && list[left]!.task === task) left -= 1;
  const apart = right < list.length ? Math.max(0, list[right]!.start - end) : Number.POSITIVE_INFINITY;
  if (left >= 0) return Math.min(apart, Math.max(0, start - list[left]!.end));
  return apart === Number.POSITIVE_INFINITY ? null : apart;
}
