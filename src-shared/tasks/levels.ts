import type { Totals } from './layout';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';

/** The first two levels. */
export interface Levels {
  readonly unplaced: number;
  readonly late: number;
}

/** On the first level that differs. */
export function isWorse(one: Levels, other: Levels): boolean {
  return one.unplaced === other.unplaced ? one.late > other.late : one.unplaced > other.unplaced;
}

/** Weighted unplaced and weighted late minutes of a result. */
export function levelsOf(job: TaskGroupJob, pieces: TaskGroupResult['pieces']): Levels {
  let unplaced = 0;
  let late = 0;
  job.demands.forEach((demand, task) => {
    const end = pieces[task]!.at(-1)?.end;
    if (end === undefined) unplaced += demand.weight;
    else if (demand.due !== null && end > demand.due) late += (end - demand.due) * demand.weight;
  });
  return { unplaced, late };
}

const TINY = 1e-9;

/** Better on the first level that differs. */
export function isBetterTotals(a: Totals, b: Totals): boolean {
  if (a.unplaced !== b.unplaced) return a.unplaced < b.unplaced;
  if (a.late !== b.late) return a.late < b.late;
  return a.preference > b.preference + TINY;
}
