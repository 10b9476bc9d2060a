// Why a block moves, in one short line: the first of these that holds.
import type { Factor, Placement } from '#shared/engine/plan';
import type { IdentifiedPlan, PlanningProblem } from '#shared/planning/problem';
import { parseInstant } from '#shared/time/instant';
import { overlaps } from '#shared/time/span';
import { placementKey } from './placement-key';
import { spanOf } from './plan-preview';

export function reasonForMove(
  problem: PlanningProblem,
  plan: IdentifiedPlan,
  before: Placement,
  after: Placement,
): string {
  if (after.pinned && !before.pinned) return after.notice ?? 'Fixed there by you';
  const old = spanOf(before);
  if (old.start < parseInstant(problem.now)!) return 'Its time has passed';
  const blocking = new Set(problem.calendars.filter((calendar) => calendar.blocks).map((calendar) => calendar.id));
  const event = problem.events.find(
    (x) => x.busy && !x.declined && blocking.has(x.calendarId) && !x.allDay && overlaps(spanOf(x), old),
  );
  if (event) return `${event.title} is there now`;
  const own = placementKey(before);
  const taker = plan.placements.find((x) => placementKey(x) !== own && overlaps(spanOf(x), old));
  if (taker) return `Makes room for ${titleOf(problem, taker)}`;
  if (before.lateMinutes > after.lateMinutes) return 'Pulled forward, was late';
  const gain = bestGain(before.factors, after.factors);
  if (gain) return gain.detail || `Better ${gain.name}`;
  return spanOf(after).start < old.start ? 'An earlier slot is free' : 'Fits better here';
}

export function reasonForNew(problem: PlanningProblem, placement: Placement): string {
  if (placement.notice) return placement.notice;
  if (placement.kind === 'habit') return 'Next due day';
  if (placement.lateMinutes > 0) return 'No earlier slot is free';
  const task = problem.tasks.find((x) => x.id === placement.id);
  return task?.dueAt ? 'Done before it is due' : 'First good slot';
}

function titleOf(problem: PlanningProblem, placement: Placement): string {
  const named = placement.kind === 'task' ? problem.tasks : problem.habits;
  return named.find((x) => x.id === placement.id)?.title ?? placement.kind;
}

/** The factor that gained most, by weight. */
function bestGain(before: readonly Factor[], after: readonly Factor[]): Factor | null {
  let best: Factor | null = null;
  let most = 0.05;
  for (const factor of after) {
    // How soon it starts is a time, not a reason.
    if (factor.name === 'promptness') continue;
    const old = before.find((x) => x.name === factor.name);
    const gain = old ? (factor.value - old.value) * factor.weight : 0;
    if (gain > most) {
      most = gain;
      best = factor;
    }
  }
  return best;
}
