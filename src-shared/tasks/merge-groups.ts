// The groups' pieces on one board again, and one sequential repair over the whole horizon for what found no place.
import type { MinuteSpan } from '../engine/epoch-minute';
import { Board } from './board';
import { byWeight, orderOf, placeTask } from './construct';
import { improve } from './improve';
import { planTaskGroup, resultOf } from './plan-task-group';
import { addEffort, noEffort } from './search-effort';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';
import type { TaskGroup } from './task-groups';

/** Ejection over a whole year is dear: so many late or homeless tasks get the full repair, the weightiest first; the rest a free place if there is one. */
const MOST_REPAIRED = 150;

export function mergeGroups(
  job: TaskGroupJob,
  groups: readonly TaskGroup[],
  results: readonly TaskGroupResult[],
): TaskGroupResult {
  const pieces: (readonly MinuteSpan[])[] = job.demands.map(() => []);
  const effort = noEffort();
  groups.forEach((group, index) => {
    const result = results[index]!;
    addEffort(effort, result.effort);
    result.pieces.forEach((spans, position) => {
      pieces[group.members[position]!] = spans;
    });
  });
  const order = orderOf(job.demands, byWeight);
  const wantsRepair = (task: number) => {
    const { due, dependsOn } = job.demands[task]!;
    const end = pieces[task]!.at(-1)?.end;
    return end === undefined || (due !== null && end > due) || dependsOn.some((other) => pieces[other]!.length === 0);
  };
  const repaired = order.filter(wantsRepair);
  if (repaired.length === 0) return { pieces, effort };
  const board = new Board(job, undefined, effort);
  for (const task of order) {
    // A task whose dependency found no place in an earlier block waits for the repair too.
    if (pieces[task]!.length === 0 || board.earliestStart(task) > pieces[task]![0]!.start) continue;
    for (const span of pieces[task]!) {
      const run = board.runHolding(span.start, span.end - span.start);
      if (run < 0) {
        board.clear(task);
        break;
      }
      board.lay(task, span.end - span.start, run, span.start);
    }
  }
  for (const task of repaired) if (!board.isPlaced(task)) placeTask(board, task);
  const still = repaired.filter((task) => !board.isPlaced(task) || board.lateOf(task) > 0);
  improve(board, Math.min(job.steps, 4 * MOST_REPAIRED), still.slice(0, MOST_REPAIRED));
  return resultOf(board);
}

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

/** The problem as it begins from `result`, or from the plain baseline when that is better on the first two levels. */
export function beginFromBetter(job: TaskGroupJob, result: TaskGroupResult): TaskGroupJob {
  const own = levelsOf(job, result.pieces);
  let pieces = result.pieces;
  if (own.unplaced > 0 || own.late > 0) {
    const baseline = planTaskGroup({ ...job, algorithm: 'greedy' });
    const other = levelsOf(job, baseline.pieces);
    if (isWorse(own, other)) pieces = baseline.pieces;
  }
  return beginFrom(job, pieces);
}

/** The problem with the search beginning at the given pieces. */
export function beginFrom(job: TaskGroupJob, pieces: TaskGroupResult['pieces']): TaskGroupJob {
  return { ...job, demands: job.demands.map((demand, task) => ({ ...demand, begin: pieces[task]! })) };
}

/** Where a problem made by `beginFrom` begins. */
export function piecesBegun(job: TaskGroupJob): TaskGroupResult['pieces'] {
  return job.demands.map((demand) => demand.begin ?? []);
}

/** Whether a result is where its job began. */
export function samePieces(begun: TaskGroupJob, result: TaskGroupResult): boolean {
  return begun.demands.every((demand, task) => {
    const before = demand.begin ?? [];
    const after = result.pieces[task]!;
    return (
      before.length === after.length &&
      before.every((span, index) => span.start === after[index]!.start && span.end === after[index]!.end)
    );
  });
}
