// From a plan to the rows it changes. Pure: the same plan on the same state gives the same change.
import type { Placement } from '#shared/engine/plan';
import type { IdentifiedPlan } from '#shared/planning/problem';
import { instant, parseInstant } from '#shared/time/instant';
import type { Change } from '../db/change';
import type { PlanChecks, RunRecord } from '../db/rows';
import { placementKey } from './placement-key';
import type { WorkspaceState } from './workspace';

/** The change that puts a plan in force in place of the present one, with its run record. */
export function planChange(state: WorkspaceState, plan: IdentifiedPlan, why: string, checks?: PlanChecks): Change {
  const wanted = new Map(plan.placements.map((placement) => [placementKey(placement), placement]));
  for (const placement of keptHistory(state, plan.plannedAt)) {
    const key = placementKey(placement);
    if (!wanted.has(key)) wanted.set(key, placement);
  }
  const present = new Map(state.placements.map((placement) => [placementKey(placement), placement]));
  const puts = [...wanted]
    .filter(([key, placement]) => !sameRow(present.get(key), placement))
    .map(([key, placement]) => ({ key, placement }));
  return {
    puts: { placements: puts, runs: [{ ...runRecord(state, plan, why), ...(checks ? { checks } : {}) }] },
    deletes: { placements: [...present.keys()].filter((key) => !wanted.has(key)) },
  };
}

/** Whether a stored change put a whole plan in force. */
export function isStoredPlan({ puts }: Change): boolean {
  return (puts?.runs ?? []).some((run) => run.scope === undefined);
}

/** Placements that are over and belong to something done, or to a past day of a habit: the record of what was. */
export function keptHistory(state: WorkspaceState, plannedAt: string): readonly Placement[] {
  const at = parseInstant(plannedAt) ?? instant(0);
  const done = new Set(state.tasks.filter((task) => task.status === 'done').map((task) => task.id));
  return state.placements.filter(
    (placement) =>
      (parseInstant(placement.end) ?? instant(0)) <= at && (placement.kind !== 'task' || done.has(placement.id)),
  );
}

/** How many demands that had a place have another one now. */
export function countMoved(before: readonly Placement[], after: readonly Placement[]): number {
  const placed = new Map(before.map((placement) => [placementKey(placement), placement.start]));
  return after.filter((placement) => {
    const start = placed.get(placementKey(placement));
    return start !== undefined && parseInstant(start) !== parseInstant(placement.start);
  }).length;
}

function runRecord(state: WorkspaceState, plan: IdentifiedPlan, why: string): RunRecord {
  const ids = (kind: Placement['kind']) =>
    new Set(plan.placements.filter((placement) => placement.kind === kind).map((placement) => placement.id)).size;
  return {
    planId: plan.planId,
    order: (state.lastRun?.order ?? 0) + 1,
    plannedAt: plan.plannedAt,
    why,
    tasks: ids('task'),
    habits: ids('habit'),
    totalMilliseconds: plan.totalMilliseconds,
    clickToDrawnMilliseconds: null,
    moved: countMoved(state.placements, plan.placements),
    late: plan.quality.lateTasks,
    quality: plan.quality,
    metrics: plan.metrics,
    unplaced: plan.unplaced,
  };
}

function sameRow(a: Placement | undefined, b: Placement): boolean {
  return a !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
