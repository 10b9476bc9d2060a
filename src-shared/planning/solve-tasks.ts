// Rounds of groups: lay out, then improve until a round changes nothing. Every group is solved by the same pure function, here or in the pool.
import type { PhaseTimer } from '../engine/phase-timer';
import { lessLate } from '../tasks/less-late';
import { isWorse, levelsOf } from '../tasks/levels';
import { planTaskGroup } from '../tasks/plan-task-group';
import { addEffort, noEffort, type SearchEffort } from '../tasks/search-effort';
import type { TaskGroupJob, TaskGroupResult } from '../tasks/task-demand';
import {
  type Beginning,
  estimatedWork,
  HorizonCut,
  isOneGroup,
  type TaskGroup,
  type TaskGroups,
} from '../tasks/task-groups';
import { WholeBoard } from '../tasks/whole-board';
import type { PlanRun } from './plan-run';

export interface SolvedTasks {
  readonly result: TaskGroupResult;
  readonly workers: number;
  /** Groups sent to threads, in all rounds. */
  readonly dispatched: number;
  readonly rounds: number;
  readonly groupSizes: readonly number[];
}

/** Estimated slots below which crossing to threads costs more than it saves: `npm run bench -- tasks-dispatch`. */
const WORTH_DISPATCH = 500_000;
/** The repair between rounds may open something for a group again; a plan that has not settled by then is good enough. */
const MOST_ROUNDS = 4;

/** One group is solved at once. A larger problem is first laid out, then improved from the better of that and the plain baseline, because cut into blocks a crowded plan may come out later than it. */
export async function solveTasks(
  job: TaskGroupJob,
  run: PlanRun,
  timer: PhaseTimer,
  check: () => void,
): Promise<SolvedTasks> {
  if (isOneGroup(job)) {
    timer.ended('group');
    return atOnce(job, run, timer);
  }
  const cut = new HorizonCut(job);
  const grouping = cut.groups();
  timer.ended('group');
  const [only] = grouping.groups;
  if (only && grouping.groups.length === 1 && grouping.leftovers.length === 0)
    return atOnce(cut.jobOf(only, null, job.steps), run, timer);
  const effort = noEffort();
  const whole = new WholeBoard(job, effort);
  const begun = await beginningOf(job, cut, grouping, whole, effort, run, check);
  let { pieces, workers, dispatched } = begun;
  timer.ended('place');
  let rounds = 0;
  let groupSizes = grouping.groups.map(({ members }) => members.length);
  const settled = new Map<number, Settled>();
  while (rounds < MOST_ROUNDS) {
    const before = pieces;
    const { groups } = cut.groups(before);
    const open = groups
      .filter((group) => !isSettled(group, before, settled.get(group.block)))
      .map((group): GroupWork => ({ group, job: cut.jobOf(group, before, job.steps) }));
    if (open.length === 0) break;
    rounds += 1;
    const solved = await solveGroups(open, run, check);
    open.forEach(({ group }, index) => {
      const result = solved.results[index]!;
      settled.set(group.block, { members: group.members, result });
      addEffort(effort, result.effort);
    });
    const merged = whole.merge(
      groups,
      groups.map(({ block }) => settled.get(block)!.result),
      job.steps,
    );
    pieces = lessLate(job, merged);
    workers = Math.max(workers, solved.workers);
    dispatched += solved.dispatched;
    groupSizes = groups.map(({ members }) => members.length);
    check();
    if (samePieces(before, pieces)) break;
    // A round that took from the first two levels is not kept: the plan is never below the plain baseline it may have begun from.
    if (isWorse(levelsOf(job, pieces), levelsOf(job, before))) {
      pieces = before;
      break;
    }
  }
  timer.ended('improve');
  return { result: { pieces, effort }, workers, dispatched, rounds, groupSizes };
}

async function atOnce(job: TaskGroupJob, run: PlanRun, timer: PhaseTimer): Promise<SolvedTasks> {
  const result = planTaskGroup(job, run.now);
  run.onProgress?.({ fraction: 0.9, phase: 'Placing tasks' });
  await run.pause?.();
  timer.ended('place');
  timer.moved('place', 'improve', result.effort.improveMilliseconds);
  return { result, workers: 1, dispatched: 0, rounds: 1, groupSizes: [job.demands.length] };
}

interface Begun {
  readonly pieces: Beginning;
  readonly workers: number;
  readonly dispatched: number;
}

/** Where the rounds begin: as the groups lay themselves out, or where the plain baseline has everything if that is better on the first two levels. */
async function beginningOf(
  job: TaskGroupJob,
  cut: HorizonCut,
  { groups, leftovers }: TaskGroups,
  whole: WholeBoard,
  effort: SearchEffort,
  run: PlanRun,
  check: () => void,
): Promise<Begun> {
  // Whom no group has room for is housed late: no layout of groups beats a baseline that hardly anything can beat.
  if (leftovers.length > 0 && whole.isHardlyLate(whole.baseline()))
    return { pieces: lessLate(job, whole.baseline()), workers: 1, dispatched: 0 };
  const laidOut = groups.map((group): GroupWork => ({ group, job: cut.jobOf(group, null, 0) }));
  const { results, ...shared } = await solveGroups(laidOut, run, check);
  for (const result of results) addEffort(effort, result.effort);
  let pieces = betterBeginning(job, whole, groups, results);
  if (levelsOf(job, pieces).unplaced > 0) pieces = whole.repacked(pieces);
  return { pieces: lessLate(job, pieces), ...shared };
}

function betterBeginning(
  job: TaskGroupJob,
  whole: WholeBoard,
  groups: readonly TaskGroup[],
  results: readonly TaskGroupResult[],
): Beginning {
  const late = lateInGroups(job, groups, results);
  if (late > 0) {
    // What is late in its group stays so until the rounds: mostly that alone decides, and nobody need be housed for nothing.
    if (isWorse({ unplaced: 0, late }, levelsOf(job, whole.baseline()))) return whole.baseline();
  }
  const laidOut = whole.merge(groups, results, 0);
  const own = levelsOf(job, laidOut);
  if (own.unplaced === 0 && own.late === 0) return laidOut;
  return isWorse(own, levelsOf(job, whole.baseline())) ? whole.baseline() : laidOut;
}

/** Weighted minutes late of what merging leaves where its group has it: all that waits for nothing. */
function lateInGroups(job: TaskGroupJob, groups: readonly TaskGroup[], results: readonly TaskGroupResult[]): number {
  let late = 0;
  groups.forEach(({ members }, index) => {
    members.forEach((task, position) => {
      const { due, dependsOn, weight } = job.demands[task]!;
      const end = results[index]!.pieces[position]!.at(-1)?.end;
      if (end !== undefined && due !== null && dependsOn.length === 0) late += Math.max(0, end - due) * weight;
    });
  });
  return late;
}

interface Settled {
  readonly members: readonly number[];
  readonly result: TaskGroupResult;
}

/** Whether a group begins exactly where it ended the last time: solving it again would change nothing. */
function isSettled({ members }: TaskGroup, begun: Beginning, last: Settled | undefined): boolean {
  if (last === undefined || last.members.length !== members.length) return false;
  if (members.some((task, index) => task !== last.members[index])) return false;
  return samePieces(
    members.map((task) => begun[task]!),
    last.result.pieces,
  );
}

function samePieces(some: Beginning, others: Beginning): boolean {
  return some.every((spans, task) => {
    const other = others[task]!;
    if (spans === other) return true;
    return (
      spans.length === other.length &&
      spans.every((span, index) => span.start === other[index]!.start && span.end === other[index]!.end)
    );
  });
}

interface GroupWork {
  readonly group: TaskGroup;
  readonly job: TaskGroupJob;
}

/** In the pool, largest first, when the work is worth the crossing; else here. The answers are the same either way. */
async function solveGroups(
  groups: readonly GroupWork[],
  run: PlanRun,
  check: () => void,
): Promise<{ results: TaskGroupResult[]; workers: number; dispatched: number }> {
  const work = groups.reduce((sum, { job }) => sum + estimatedWork(job.demands.length), 0);
  if (
    run.dispatch &&
    run.dispatch.workers > 1 &&
    groups.length > 1 &&
    work >= (run.dispatch.worthFrom ?? WORTH_DISPATCH)
  ) {
    const order = groups
      .map((_, index) => index)
      .sort((a, b) => groups[b]!.job.demands.length - groups[a]!.job.demands.length || a - b);
    const answers = await run.dispatch.taskGroups(order.map((index) => groups[index]!.job));
    check();
    const results: TaskGroupResult[] = [];
    order.forEach((index, position) => {
      results[index] = answers[position]!;
    });
    return { results, workers: run.dispatch.workers, dispatched: groups.length };
  }
  const results: TaskGroupResult[] = [];
  for (const { job } of groups) {
    check();
    results.push(planTaskGroup(job, run.now));
    run.onProgress?.({ fraction: 0.4 + (0.5 * results.length) / groups.length, phase: 'Placing tasks' });
    await run.pause?.();
  }
  return { results, workers: 1, dispatched: 0 };
}
