// Rounds of groups: lay out, then improve until a round changes nothing. Every group is solved by the same pure function, here or in the pool.
import type { PhaseTimer } from '../engine/phase-timer';
import {
  beginFrom,
  beginFromBetter,
  isWorse,
  levelsOf,
  mergeGroups,
  piecesBegun,
  samePieces,
} from '../tasks/merge-groups';
import { planTaskGroup } from '../tasks/plan-task-group';
import { addEffort, noEffort } from '../tasks/search-effort';
import type { TaskGroupJob, TaskGroupResult } from '../tasks/task-demand';
import { estimatedWork, groupTasks, type TaskGroup } from '../tasks/task-groups';
import type { PlanRun } from './plan-run';

export interface SolvedTasks {
  readonly result: TaskGroupResult;
  readonly workers: number;
  /** Groups sent to threads, in all rounds. */
  readonly dispatched: number;
  readonly rounds: number;
  readonly groupSizes: readonly number[];
}

/** Estimated slots below which crossing to threads costs more than it saves. */
const WORTH_DISPATCH = 1_000_000;
/** The repair between rounds may open something for a group again; a plan that has not settled by then is good enough. */
const MOST_ROUNDS = 4;

/** One group is solved at once. A larger problem is first laid out, then improved from the better of that and the plain baseline, because cut into blocks a crowded plan may come out later than it. */
export async function solveTasks(
  job: TaskGroupJob,
  run: PlanRun,
  timer: PhaseTimer,
  check: () => void,
): Promise<SolvedTasks> {
  const grouping = groupTasks(job);
  timer.ended('group');
  if (grouping.groups.length === 1 && grouping.leftovers.length === 0) {
    const { results } = await solveGroups(grouping.groups, run, check);
    const result = results[0]!;
    timer.ended('place');
    timer.moved('place', 'improve', result.effort.improveMilliseconds);
    return { result, workers: 1, dispatched: 0, rounds: 1, groupSizes: [job.demands.length] };
  }
  const laidOut = grouping.groups.map((group) => ({ ...group, job: { ...group.job, steps: 0 } }));
  const first = await solveGroups(laidOut, run, check);
  let result = mergeGroups({ ...job, steps: 0 }, laidOut, first.results);
  let begun = beginFromBetter(job, result);
  timer.ended('place');
  const effort = noEffort();
  addEffort(effort, result.effort);
  let { workers, dispatched } = first;
  let rounds = 0;
  let groupSizes = grouping.groups.map((group) => group.members.length);
  const settled = new Map<string, TaskGroupResult>();
  while (rounds < MOST_ROUNDS) {
    rounds += 1;
    const { groups } = groupTasks(begun);
    const open = groups.filter((group) => !isSettled(group, settled));
    const solved = await solveGroups(open, run, check);
    open.forEach((group, index) => {
      settled.set(group.members.join(), solved.results[index]!);
      addEffort(effort, solved.results[index]!.effort);
    });
    result = mergeGroups(
      begun,
      groups,
      groups.map((group) => ({ ...settled.get(group.members.join())!, effort: noEffort() })),
    );
    addEffort(effort, result.effort);
    workers = Math.max(workers, solved.workers);
    dispatched += solved.dispatched;
    groupSizes = groups.map((group) => group.members.length);
    check();
    if (samePieces(begun, result)) break;
    // A round that took from the first two levels is not kept: the plan is never below the plain baseline it may have begun from.
    if (isWorse(levelsOf(job, result.pieces), levelsOf(job, piecesBegun(begun)))) {
      result = { ...result, pieces: piecesBegun(begun) };
      break;
    }
    begun = beginFrom(job, result.pieces);
  }
  timer.ended('improve');
  return { result: { pieces: result.pieces, effort }, workers, dispatched, rounds, groupSizes };
}

/** Whether a group begins exactly where it ended the last time: solving it again would change nothing. */
function isSettled(group: TaskGroup, settled: ReadonlyMap<string, TaskGroupResult>): boolean {
  const last = settled.get(group.members.join());
  return last !== undefined && samePieces(group.job, last);
}

/** In the pool, largest first, when the work is worth the crossing; else here. The answers are the same either way. */
async function solveGroups(
  groups: readonly TaskGroup[],
  run: PlanRun,
  check: () => void,
): Promise<{ results: TaskGroupResult[]; workers: number; dispatched: number }> {
  const work = groups.reduce((sum, group) => sum + estimatedWork(group), 0);
  if (
    run.dispatch &&
    run.dispatch.workers > 1 &&
    groups.length > 1 &&
    work >= (run.dispatch.worthFrom ?? WORTH_DISPATCH)
  ) {
    const order = groups
      .map((_, index) => index)
      .sort((a, b) => estimatedWork(groups[b]!) - estimatedWork(groups[a]!) || a - b);
    const answers = await run.dispatch.taskGroups(order.map((index) => groups[index]!.job));
    check();
    const results: TaskGroupResult[] = [];
    order.forEach((index, position) => {
      results[index] = answers[position]!;
    });
    return { results, workers: run.dispatch.workers, dispatched: groups.length };
  }
  const results: TaskGroupResult[] = [];
  for (const group of groups) {
    check();
    results.push(planTaskGroup(group.job, run.now));
    run.onProgress?.({ fraction: 0.4 + (0.5 * results.length) / groups.length, phase: 'Placing tasks' });
    await run.pause?.();
  }
  return { results, workers: 1, dispatched: 0 };
}
