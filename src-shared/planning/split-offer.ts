// Pieces for a task that finds no room, or comes late, in one. Offered only when a plan made with them is better for it and worse for nobody.
import type { Plan } from '../engine/plan';
import type { Task } from '../tasks/task';
import { PRIORITY_WEIGHT } from '../tasks/task-demand';
import { planProblem } from './plan';
import type { PlanningProblem } from './problem';

export interface SplitOffer {
  readonly pieces: number;
  /** Of each piece. */
  readonly minutes: number;
  readonly patch: Pick<Task, 'split'>;
}

const MOST_PIECES = 3;
const SHORTEST_PIECE = 15;

/** `plan` is the plan of `problem`. Null for what has its place in time already, is in pieces or locked, or gains nothing by pieces. */
export async function splitOffer(
  problem: PlanningProblem,
  plan: Pick<Plan, 'placements' | 'unplaced'>,
  taskId: string,
): Promise<SplitOffer | null> {
  const task = problem.tasks.find(({ id }) => id === taskId);
  if (!task || task.split !== null || task.pinnedStart !== null) return null;
  const before = levelsFor(problem, plan, taskId);
  if (before.ownUnplaced === 0 && before.ownLate === 0) return null;
  const minutes = task.durationMinutes - task.doneMinutes;
  const present = plan.placements.filter(({ kind, id }) => kind !== 'task' || id !== taskId);
  for (let pieces = 2; pieces <= MOST_PIECES; pieces += 1) {
    const piece = minutes / pieces;
    if (piece < SHORTEST_PIECE || piece % problem.settings.gridMinutes !== 0) continue;
    const patch = { split: { minMinutes: piece, maxMinutes: piece } };
    const tasks = problem.tasks.map((item) => (item === task ? { ...task, ...patch } : item));
    const after = levelsFor(problem, await planProblem({ ...problem, tasks, present }), taskId);
    const isBetter =
      after.ownUnplaced < before.ownUnplaced ||
      (after.ownUnplaced === before.ownUnplaced && after.ownLate < before.ownLate);
    const isWorse =
      after.unplaced > before.unplaced || (after.unplaced === before.unplaced && after.late > before.late);
    if (isBetter && !isWorse) return { pieces, minutes: piece, patch };
  }
  return null;
}

/** The first two levels by weight, and what the task itself has of them. */
function levelsFor(problem: PlanningProblem, plan: Pick<Plan, 'placements' | 'unplaced'>, taskId: string) {
  const weights = new Map(problem.tasks.map(({ id, priority }) => [id, PRIORITY_WEIGHT[priority]]));
  const late = new Map<string, number>();
  for (const { kind, id, lateMinutes } of plan.placements) {
    if (kind === 'task') late.set(id, Math.max(late.get(id) ?? 0, lateMinutes));
  }
  const homeless = plan.unplaced.filter(({ kind }) => kind === 'task').map(({ id }) => id);
  return {
    ownUnplaced: homeless.includes(taskId) ? 1 : 0,
    ownLate: late.get(taskId) ?? 0,
    unplaced: homeless.reduce((sum, id) => sum + (weights.get(id) ?? 0), 0),
    late: [...late].reduce((sum, [id, minutes]) => sum + minutes * (weights.get(id) ?? 0), 0),
  };
}
