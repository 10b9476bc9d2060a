// Pieces for a task that finds no room, or comes late, in one. Offered only when a plan made with them is better for it and worse for nobody.
import { isWorse } from '../tasks/levels';
import type { Task } from '../tasks/task';
import { firstLevelsOf, ownLevels, type Planned } from './first-levels';
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
export async function splitOffer(problem: PlanningProblem, plan: Planned, taskId: string): Promise<SplitOffer | null> {
  const task = problem.tasks.find(({ id }) => id === taskId);
  if (!task || task.split !== null || task.pinnedStart !== null) return null;
  const own = ownLevels(plan, taskId);
  if (own.unplaced === 0 && own.late === 0) return null;
  const levelsOf = firstLevelsOf(problem.tasks);
  const all = levelsOf(plan);
  const minutes = task.durationMinutes - task.doneMinutes;
  const present = plan.placements.filter(({ kind, id }) => kind !== 'task' || id !== taskId);
  for (let pieces = 2; pieces <= MOST_PIECES; pieces += 1) {
    const piece = minutes / pieces;
    if (piece < SHORTEST_PIECE || piece % problem.settings.gridMinutes !== 0) continue;
    const patch = { split: { minMinutes: piece, maxMinutes: piece } };
    const tasks = problem.tasks.map((item) => (item === task ? { ...task, ...patch } : item));
    const after = await planProblem({ ...problem, tasks, present });
    const isBetter = isWorse(own, ownLevels(after, taskId));
    if (isBetter && !isWorse(levelsOf(after), all)) return { pieces, minutes: piece, patch };
  }
  return null;
}
