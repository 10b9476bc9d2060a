import { packGroups, packResults, unpackGroups, unpackResults } from '#shared/tasks/packed-groups';
import { planTaskGroup } from '#shared/tasks/plan-task-group';
import type { TaskGroupJob, TaskGroupResult } from '#shared/tasks/task-demand';

/** Groups solved as in a thread of the pool: packed, copied, solved, packed and copied back. */
export function solveInThread(groups: readonly TaskGroupJob[]): TaskGroupResult[] {
  const there = unpackGroups(structuredClone(packGroups(groups)));
  return unpackResults(structuredClone(packResults(there.map((job) => planTaskGroup(job)))));
}
