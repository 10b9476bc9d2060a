// Rounds of groups: lay out, then improve until a round changes nothing. Every group is solved by the same pure function, here or in the pool.
import type { PhaseTimer } from '../engine/phase-timer';
import { beginFrom, beginFromBetter, mergeGroups, samePieces } from '../tasks/merge-groups';
import { planTaskGroup } from '../tasks/plan-task-group';
import type { TaskGroupJob, TaskGroupResult } from '../tasks/task-demand';
import { estimatedWork, groupTasks, type TaskGroup } from '../tasks/task-groups';
import type { PlanRun } from './plan-run';

export interface SolvedTasks {
  readonly result: TaskGroupResult;
  readonly workers: number;
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
    const { results, workers } = await solveGroups(grouping.groups, run, check);
    timer.ended('place');
    return { result: results[0]!, workers, groupSizes: [job.demands.length] };
  }
  const laidOut = grouping.groups.map((group) => ({ ...group, job: { ...group.job, steps: 0 } }));
  const first = await solveGroups(laidOut, run, check);
  let result = mergeGroups({ ...job, steps: 0 }, laidOut, first.results);
  let begun = beginFromBetter(job, result);
  timer.ended('place');
  let { candidates } = result;
  let { workers } = first;
  let groupSizes = grouping.groups.map((group) => group.members.length);
  const settled = new Map<string, TaskGroupResult>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { groups } = groupTasks(begun);
    const open = groups.filter((group) => !isSettled(group, settled));
    const solved = await solveGroups(open, run, check);
    open.forEach((group, index) => {
      settled.set(group.members.join(), solved.results[index]!);
    });
    result = mergeGroups(
      begun,
      groups,
      groups.map((group) => settled.get(group.members.join())!),
    );
    candidates += result.candidates;
    workers = Math.max(workers, solved.workers);
    groupSizes = groups.map((group) => group.members.length);
    check();
    if (samePieces(begun, result)) break;
    begun = beginFrom(job, result.pieces);
  }
  timer.ended('improve');
  return { result: { ...result, candidates }, workers, groupSizes };
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
): Promise<{ results: TaskGroupResult[]; workers: number }> {
  const work = groups.reduce((sum, group) => sum + estimatedWork(group), 0);
  if (run.dispatch && run.dispatch.workers > 1 && groups.length > 1 && work >= WORTH_DISPATCH) {
    const order = groups
      .map((_, index) => index)
      .sort((a, b) => estimatedWork(groups[b]!) - estimatedWork(groups[a]!) || a - b);
    const answers = await run.dispatch.taskGroups(order.map((index) => groups[index]!.job));
    check();
    const results: TaskGroupResult[] = [];
    order.forEach((index, position) => {
      results[index] = answers[position]!;
    });
    return { results, workers: run.dispatch.workers };
  }
  const results: TaskGroupResult[] = [];
  for (const group of groups) {
    check();
    results.push(planTaskGroup(group.job));
    run.onProgress?.({ fraction: 0.4 + (0.5 * results.length) / groups.length, phase: 'Placing tasks' });
    await run.pause?.();
  }
  return { results, workers: 1 };
}
