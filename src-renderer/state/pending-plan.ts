// Whether a plan that was made and never stored may still be put in force without being asked for.
import type { IdentifiedPlan } from '#shared/planning/problem';
import { type Instant, minutesBetween, parseInstant } from '#shared/time/instant';
import type { WorkspaceState } from './workspace';

/** Whoever comes back later has gone on without it, perhaps by hand, and a new plan is one click away. */
const LONGEST_WAIT_MINUTES = 15;

/** Only right after the interruption, when no other plan was stored since and everything it places is still to be done. */
export function isStillWanted(plan: IdentifiedPlan, state: WorkspaceState, at: Instant): boolean {
  const plannedAt = parseInstant(plan.plannedAt)!;
  if (Math.abs(minutesBetween(plannedAt, at)) > LONGEST_WAIT_MINUTES) return false;
  if (state.lastRun && state.lastRun.planId !== plan.planId && parseInstant(state.lastRun.plannedAt)! > plannedAt) {
    return false;
  }
  const open = new Set([
    ...state.tasks.filter(({ status }) => status === 'open').map(({ id }) => `task:${id}`),
    ...state.habits.filter(({ status }) => status === 'active').map(({ id }) => `habit:${id}`),
  ]);
  return plan.placements.every(({ kind, id }) => open.has(`${kind}:${id}`));
}
