import type { Placement, Unplaced } from '../engine/plan';
import type { Levels } from '../tasks/levels';
import type { Task } from '../tasks/task';
import { PRIORITY_WEIGHT } from '../tasks/task-demand';

/** A task is as late as its last piece. In minutes, by task; those without a place are not in it. */
export function lateMinutesByTask(placements: readonly Placement[]): Map<string, number> {
  const late = new Map<string, number>();
  for (const { kind, id, lateMinutes } of placements)
    if (kind === 'task') late.set(id, Math.max(late.get(id) ?? 0, lateMinutes));
  return late;
}

/** What of a plan is measured. */
export interface Planned {
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
}

/** Measures plans of these tasks on the first two levels, each task by the weight of its priority. */
export function firstLevelsOf(tasks: readonly Task[]): (plan: Planned) => Levels {
  const weights = new Map(tasks.map(({ id, priority }) => [id, PRIORITY_WEIGHT[priority]]));
  const weightOf = (id: string): number => weights.get(id) ?? 0;
  return ({ placements, unplaced }) => ({
    unplaced: unplaced.reduce((sum, { kind, id }) => sum + (kind === 'task' ? weightOf(id) : 0), 0),
    late: [...lateMinutesByTask(placements)].reduce((sum, [id, minutes]) => sum + minutes * weightOf(id), 0),
  });
}

/** What a plan leaves of the task itself. */
export function ownLevels({ placements, unplaced }: Planned, taskId: string): Levels {
  return {
    unplaced: unplaced.some(({ kind, id }) => kind === 'task' && id === taskId) ? 1 : 0,
    late: lateMinutesByTask(placements).get(taskId) ?? 0,
  };
}
