// What no plan can spare anybody: what waits for work that ends too late, what may not begin in time, what the free time holds only later.
import { type FreeTime, firstRunEndingAfter } from '../engine/free-time';
import { onGrid } from '../engine/local-clock';
import { LongestRunTree } from '../engine/longest-run-tree';
import { orderOf } from './construct';
import type { TaskDemand, TaskFrame } from './task-demand';

/** Weighted minutes late that every plan has at least: each task as early as it can be, as if it were alone. */
export function leastLate(demands: readonly TaskDemand[], free: FreeTime, frame: TaskFrame): number {
  const ends = new Float64Array(demands.length);
  const runs = new LongestRunTree(free.usableStart.map((start, run) => free.usableEnd[run]! - start));

  const endOf = (task: number): number => {
    const demand = demands[task]!;
    let earliest = demand.earliest;
    // Whatever it waits for keeps the buffer to it as to any other.
    for (const other of demand.dependsOn) earliest = Math.max(earliest, ends[other]! + frame.bufferMinutes);
    return demand.chunk === null ? firstEnd(demand, earliest) : earliest + demand.minutes;
  };

  /** On the grid, or where it stands. What has no place at all is left out, not late. */
  const firstEnd = ({ minutes, present }: TaskDemand, earliest: number): number => {
    const standing = present[0];
    const stays = standing && standing.start >= earliest ? standing.end : Number.POSITIVE_INFINITY;
    let run = runs.nextAtLeast(firstRunEndingAfter(free, earliest), minutes);
    for (; run >= 0; run = runs.nextAtLeast(run + 1, minutes)) {
      const start = onGrid(frame.clock, Math.max(earliest, free.usableStart[run]!), frame.gridMinutes);
      if (start + minutes <= free.usableEnd[run]!) return Math.min(stays, start + minutes);
    }
    return earliest;
  };

  for (const task of orderOf(demands, [])) ends[task] = endOf(task);
  return demands.reduce(
    (sum, { due, weight }, task) => (due === null ? sum : sum + Math.max(0, ends[task]! - due) * weight),
    0,
  );
}
