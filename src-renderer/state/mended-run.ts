// The record of a plan that only gave way: to an event, or to what the user did by hand.

import type { PlanningProblem } from '#shared/planning/problem';
import type { Replan } from '#shared/planning/replan';
import type { RunRecord } from '../db/rows';
import { newId } from './new-id';
import { placementKey } from './placement-key';
import { planChecks } from './plan-checks';
import type { WorkspaceState } from './workspace';

/** `state` is the one before it; `moved` counts what stands elsewhere now. */
export function mendedRun(
  state: WorkspaceState,
  problem: PlanningProblem,
  answer: Replan & { readonly totalMilliseconds: number },
  moved: number,
  why: string,
): RunRecord {
  const placed = new Set(answer.placements.map(placementKey));
  const told = new Set(answer.unplaced.map(({ id, day }) => `${id} ${day ?? ''}`));
  const stillHomeless = state.unplaced.filter(
    (one) => !told.has(`${one.id} ${one.day ?? ''}`) && !placed.has(placementKey(one)),
  );
  const unplaced = [...answer.unplaced, ...stillHomeless];
  return {
    planId: newId('run'),
    order: (state.lastRun?.order ?? 0) + 1,
    plannedAt: problem.now,
    why,
    scope: answer.scope === 'none' ? 'touched' : answer.scope,
    tasks: tasksPlanned(answer),
    habits: 0,
    totalMilliseconds: answer.totalMilliseconds,
    clickToDrawnMilliseconds: null,
    moved,
    late: answer.quality.lateTasks,
    quality: { ...answer.quality, unplaced: unplaced.length },
    metrics: answer.metrics,
    unplaced,
    checks: planChecks(state, answer.placements, problem.events),
  };
}

/** Of everything planned again the groups hold habits too. */
function tasksPlanned({ scope, placements, metrics }: Replan): number {
  if (scope !== 'all') return metrics.groupSizes.reduce((sum, size) => sum + size, 0);
  return new Set(placements.filter(({ kind }) => kind === 'task').map(({ id }) => id)).size;
}
