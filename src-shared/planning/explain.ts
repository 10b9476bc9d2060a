// Never a place without its reason: what counted, what stood in the way of better, what else would do.
import type { Plan } from '../engine/plan';
import { explainHabit } from './explain-habit';
import { explainTask } from './explain-task';
import type { ExplainTarget, PlacedExplanation, UnplacedExplanation } from './explanation';
import type { PlanningProblem } from './problem';
import { situationOf } from './situation';
import { suggestionFor } from './suggestion';

/** Why a demand stands where the plan has it; `null` when the plan has no such placement. In process, a few milliseconds for a week. */
export function explainPlacement(
  problem: PlanningProblem,
  plan: Pick<Plan, 'placements'>,
  target: ExplainTarget,
): PlacedExplanation | null {
  const own = plan.placements.find(
    (placement) =>
      placement.kind === target.kind &&
      placement.id === target.id &&
      (target.day === undefined || placement.day === target.day) &&
      (target.chunk === undefined || (placement.chunk?.index ?? 0) === target.chunk),
  );
  if (!own) return null;
  const situation = situationOf(problem);
  if (target.kind === 'habit') {
    const habit = problem.habits.find((item) => item.id === target.id);
    return habit ? explainHabit(situation, plan, habit, own) : null;
  }
  const task = problem.tasks.find((item) => item.id === target.id);
  return task ? explainTask(situation, plan, task, own) : null;
}

/** Why a demand has no place, with one change that makes it fit: each is tried by planning with it. `null` when the plan has no such reason. */
export async function explainUnplaced(
  problem: PlanningProblem,
  plan: Pick<Plan, 'placements' | 'unplaced'>,
  target: ExplainTarget,
): Promise<UnplacedExplanation | null> {
  const found = plan.unplaced.find(
    (item) =>
      item.kind === target.kind && item.id === target.id && (target.day === undefined || item.day === target.day),
  );
  if (!found) return null;
  const suggestion = await suggestionFor(problem, plan, target, found.reason);
  return {
    kind: 'unplaced',
    reason: found.reason,
    detail: found.detail,
    suggestion: suggestion?.sentence ?? '',
    change: suggestion?.change ?? null,
  };
}
