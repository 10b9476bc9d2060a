// The figures of the demands that the search reads at every step, one flat array each: demands come in many shapes (copied, cut, crossed from another thread), and reading them is slow.
import type { EpochMinute, MinuteSpan } from '../engine/epoch-minute';
import type { TaskDemand } from './task-demand';

export interface TaskColumns {
  readonly minutes: Int32Array;
  readonly weight: Float64Array;
  /** Infinite without a due date. */
  readonly due: Float64Array;
  readonly earliest: Float64Array;
  readonly latestEnd: Float64Array;
  /** 1 = the plan in force has a place for it. */
  readonly stands: Uint8Array;
  /** 1 = it depends on another, or another on it. */
  readonly tied: Uint8Array;
}

export function columnsOf(demands: readonly TaskDemand[]): TaskColumns {
  const count = demands.length;
  const columns = {
    minutes: new Int32Array(count),
    weight: new Float64Array(count),
    due: new Float64Array(count),
    earliest: new Float64Array(count),
    latestEnd: new Float64Array(count),
    stands: new Uint8Array(count),
    tied: new Uint8Array(count),
  };
  demands.forEach((demand, task) => {
    columns.minutes[task] = demand.minutes;
    columns.weight[task] = demand.weight;
    columns.due[task] = demand.due ?? Number.POSITIVE_INFINITY;
    columns.earliest[task] = demand.earliest;
    columns.latestEnd[task] = demand.latestEnd;
    columns.stands[task] = demand.present.length > 0 ? 1 : 0;
    for (const other of demand.dependsOn) columns.tied[other] = 1;
    if (demand.dependsOn.length > 0) columns.tied[task] = 1;
  });
  return columns;
}

/** In one piece, waiting for nothing and waited for by nothing: it may go wherever it fits. */
export function isLoose(demands: readonly TaskDemand[], { tied }: TaskColumns, task: number): boolean {
  return demands[task]!.chunk === null && tied[task] === 0;
}

export function mayStand({ earliest, latestEnd }: TaskColumns, task: number, { start, end }: MinuteSpan): boolean {
  return start >= earliest[task]! && end <= latestEnd[task]!;
}

/** Weighted minutes late of a task that ends there. */
export function lateAt({ due, weight }: TaskColumns, task: number, end: EpochMinute): number {
  return Math.max(0, end - due[task]!) * weight[task]!;
}
