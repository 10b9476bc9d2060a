import type { TaskDemand } from '#shared/tasks/task-demand';

/** Half an hour of a normal task that may stand anywhere in the first ten thousand minutes. */
export function taskDemand(more: Partial<TaskDemand> = {}): TaskDemand {
  return {
    id: '',
    minutes: 30,
    weight: 2,
    earliest: 0,
    latestEnd: 10_000,
    due: null,
    chunk: null,
    energy: null,
    part: null,
    ratherFrom: null,
    project: null,
    dependsOn: [],
    present: [],
    ...more,
  };
}
