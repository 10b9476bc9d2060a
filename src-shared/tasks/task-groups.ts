// From one large problem to groups that cannot disturb each other, and back. Components of the windows come first; one that is still too large is cut into blocks of days.
import { componentsOf } from '../engine/groups';
import { assignBlocks } from './assign-blocks';
import type { TaskDemand, TaskGroupJob } from './task-demand';
import { cutFreeTime, midnightCuts } from './time-blocks';

/** Up to so many tasks are searched together over the whole horizon. */
export const MOST_TOGETHER = 64;
/** What a block of a cut component should hold. */
const BLOCK_TASKS = 40;

export interface TaskGroup {
  readonly job: TaskGroupJob;
  /** Position of each of the job's demands in the whole problem. */
  readonly members: readonly number[];
}

export interface TaskGroups {
  readonly groups: readonly TaskGroup[];
  /** In no group: no block had room. */
  readonly leftovers: readonly number[];
}

export function groupTasks(job: TaskGroupJob): TaskGroups {
  const { demands } = job;
  const all = demands.map((_, task) => task);
  if (demands.length <= MOST_TOGETHER || job.algorithm === 'greedy')
    return { groups: [{ job, members: all }], leftovers: [] };
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
  const groups: TaskGroup[] = [];
  const leftovers: number[] = [];
  // Dependencies may tie windows together across other components; overlapping hulls are then planned as one.
  for (const component of joined(components)) {
    const { members, start, end } = component;
    const needed = members.reduce((sum, task) => sum + demands[task]!.minutes + job.frame.bufferMinutes, 0);
    const count = members.length <= MOST_TOGETHER ? 1 : Math.ceil(members.length / BLOCK_TASKS);
    const cuts = midnightCuts(job.frame, job.free, start, end, needed * 1.2, count);
    // The hull is cut out of the whole, so that its neighbours keep their distance.
    const inner = cutFreeTime(job.free, [start, end], 0, Number.MAX_SAFE_INTEGER, job.frame.bufferMinutes)[
      start > 0 ? 1 : 0
    ]!;
    const blocks = cutFreeTime(inner.free, cuts, start, end, job.frame.bufferMinutes);
    const assigned = assignBlocks(local(demands, members), blocks, job.frame.bufferMinutes);
    const inBlocks: number[][] = blocks.map(() => []);
    members.forEach((task, position) => {
      inBlocks[assigned[position]!]?.push(task);
    });
    blocks.forEach((block, index) => {
      const inBlock = inBlocks[index]!;
      if (inBlock.length > 0)
        groups.push({ job: { ...job, free: block.free, demands: local(demands, inBlock) }, members: inBlock });
    });
    members.forEach((task, position) => {
      if (assigned[position]! < 0) leftovers.push(task);
    });
  }
  return { groups, leftovers };
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
export function local(demands: readonly TaskDemand[], members: readonly number[]): TaskDemand[] {
  const position = new Map(members.map((task, index) => [task, index]));
  return members.map((task) => {
    const demand = demands[task]!;
    return demand.dependsOn.length === 0
      ? demand
      : { ...demand, dependsOn: demand.dependsOn.flatMap((other) => position.get(other) ?? []) };
  });
}

/** Estimated slots to score: what decides whether crossing to threads is worth it, and which group goes first. */
export function estimatedWork(group: TaskGroup): number {
  return group.members.length ** 2 * 40;
}
