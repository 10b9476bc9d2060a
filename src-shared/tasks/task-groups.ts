// From one large problem to groups that cannot disturb each other, and back. Components of the windows come first; one that is still too large is cut into blocks of days.
import { listOf } from '../base/list-of';
import type { FreeTime } from '../engine/free-time';
import { componentsOf } from '../engine/groups';
import { BlockAssignment } from './assign-blocks';
import type { TaskDemand, TaskGroupJob, TaskGroupResult } from './task-demand';
import { cutFreeTime, midnightCuts, type TimeBlock } from './time-blocks';

/** Up to so many tasks are searched together over the whole horizon. */
const MOST_TOGETHER = 64;
/** What a block of a cut component should hold. */
const BLOCK_TASKS = 40;

export interface TaskGroup {
  /** Which stretch of time is the group's own: the same number for the same stretch, however often the cut is filled. */
  readonly block: number;
  /** Position of each of its demands in the whole problem. */
  readonly members: readonly number[];
}

export interface TaskGroups {
  readonly groups: readonly TaskGroup[];
  /** In no group: no block had room. */
  readonly leftovers: readonly number[];
}

/** Where the search begins with each task; empty = it has no place. */
export type Beginning = TaskGroupResult['pieces'];

/** Whether all tasks are searched together, over the whole horizon. */
export function isOneGroup({ demands, algorithm }: TaskGroupJob): boolean {
  return demands.length <= MOST_TOGETHER || algorithm === 'greedy';
}

interface CutPart {
  readonly members: readonly number[];
  readonly blocks: readonly TimeBlock[];
  readonly assignment: BlockAssignment;
}

/** A problem cut into stretches of time that cannot disturb each other. Where it is cut hangs on windows, free time and need alone; who goes where is asked again for every beginning. */
export class HorizonCut {
  private readonly job: TaskGroupJob;
  private readonly parts: readonly CutPart[];
  private readonly free: readonly FreeTime[];

  constructor(job: TaskGroupJob) {
    this.job = job;
    this.parts = partsOf(job);
    this.free = this.parts.flatMap(({ blocks }) => blocks.map(({ free }) => free));
  }

  /** The groups by where the tasks begin, or stand in the plan in force. */
  groups(begin: Beginning = this.job.demands.map(({ present }) => present)): TaskGroups {
    const groups: TaskGroup[] = [];
    const leftovers: number[] = [];
    let before = 0;
    for (const { members, blocks, assignment } of this.parts) {
      const assigned = assignment.assign((position) => begin[members[position]!]![0]?.start);
      const inBlocks: number[][] = blocks.map(() => []);
      members.forEach((task, position) => {
        if (assigned[position]! < 0) leftovers.push(task);
        else inBlocks[assigned[position]!]!.push(task);
      });
      inBlocks.forEach((inBlock, index) => {
        if (inBlock.length > 0) groups.push({ block: before + index, members: inBlock });
      });
      before += blocks.length;
    }
    return { groups, leftovers };
  }

  /** The job of a group: where the plan has its tasks, or from a beginning that none wishes to keep. */
  jobOf({ block, members }: TaskGroup, begin: Beginning | null, steps: number): TaskGroupJob {
    return {
      ...this.job,
      free: this.free[block]!,
      demands: local(this.job.demands, members),
      ...(begin === null ? {} : { begin: members.map((task) => begin[task]!) }),
      steps,
    };
  }
}

function partsOf(job: TaskGroupJob): CutPart[] {
  const { demands, free } = job;
  const { bufferMinutes } = job.frame;
  const windows = demands.map((demand, key) => ({
    key,
    start: demand.earliest,
    end: Math.max(demand.earliest + 1, demand.due ?? demand.latestEnd),
    with: demand.dependsOn,
  }));
  const components = componentsOf(windows)
    .map((members) => ({
      members: members.sort((a, b) => a - b),
      start: members.reduce((least, task) => Math.min(least, windows[task]!.start), Number.POSITIVE_INFINITY),
      end: members.reduce((most, task) => Math.max(most, windows[task]!.end), 0),
    }))
    .sort((a, b) => a.start - b.start);
  // Dependencies may tie windows together across other components; overlapping hulls are then planned as one.
  return joined(components).map(({ members, start, end }) => {
    const needed = members.reduce((sum, task) => sum + demands[task]!.minutes + bufferMinutes, 0);
    const count = members.length <= MOST_TOGETHER ? 1 : Math.ceil(members.length / BLOCK_TASKS);
    const cuts = midnightCuts(job.frame, free, start, end, needed * 1.2, count);
    // The hull is cut out of the whole, so that its neighbours keep their distance.
    const inner = cutFreeTime(free, [start, end], 0, Number.MAX_SAFE_INTEGER, bufferMinutes)[start > 0 ? 1 : 0]!;
    const blocks = cutFreeTime(inner.free, cuts, start, end, bufferMinutes);
    return { members, blocks, assignment: new BlockAssignment(local(demands, members), blocks, bufferMinutes) };
  });
}

interface Component {
  readonly members: number[];
  readonly start: number;
  readonly end: number;
}

function joined(components: readonly Component[]): Component[] {
  const apart: { members: number[]; start: number; end: number }[] = [];
  for (const component of components) {
    const last = apart.at(-1);
    if (last && component.start < last.end) {
      last.members = [...last.members, ...component.members].sort((a, b) => a - b);
      last.end = Math.max(last.end, component.end);
    } else {
      apart.push({ ...component });
    }
  }
  return apart;
}

/** Demands with their dependencies renumbered to the list; what lies outside is earlier by the way blocks are assigned. */
function local(demands: readonly TaskDemand[], members: readonly number[]): TaskDemand[] {
  if (members.length === demands.length) return [...demands];
  const position = new Map(members.map((task, index) => [task, index]));
  return listOf(members.length, (index) => {
    const demand = demands[members[index]!]!;
    return demand.dependsOn.length === 0
      ? demand
      : { ...demand, dependsOn: demand.dependsOn.flatMap((other) => position.get(other) ?? []) };
  });
}

/** Estimated slots to score in a group of so many tasks: what decides whether crossing to threads is worth it, and which group goes first. */
export function estimatedWork(tasks: number): number {
  return tasks ** 2 * 40;
}
