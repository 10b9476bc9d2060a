// What mending the plan in force takes: the problem as it is stored, and from the mended plan to the rows it changes and to what is told of it.
import type { Placement } from '#shared/engine/plan';
import type { PlanningProblem } from '#shared/planning/problem';
import { type Instant, parseInstant } from '#shared/time/instant';
import type { Change } from '../db/change';
import { readEventsBetween } from '../db/event-range';
import { now } from './clock';
import { ensureEventsFor } from './event-window';
import { type DemandRef, placementKey } from './placement-key';
import { placementRows } from './placement-rows';
import { planningSpan, problemOf } from './planning-problem';
import { database } from './store';
import { type WorkspaceState, workspaceNow } from './workspace';

/** Something that has another place now. */
export interface Moved {
  readonly kind: Placement['kind'];
  readonly id: string;
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** Sees to it that the occurrences of the horizon are stored. Never inside a commit: storing them waits for its own turn. */
export async function expandAhead(): Promise<void> {
  const span = planningSpan(workspaceNow(), now());
  await ensureEventsFor(span.start, span.end);
}

/** The problem of a workspace with the occurrences that are stored. */
export async function storedProblem(state: WorkspaceState): Promise<PlanningProblem> {
  const at = now();
  const span = planningSpan(state, at);
  return problemOf(state, await readEventsBetween(database(), span.start, span.end), at);
}

/** The change with the new places in it; rows of what was not planned stay. `asked`: what the plan was asked about. */
export function withPlacements(
  stored: readonly Placement[],
  change: Change,
  asked: readonly Placement[],
  placements: readonly Placement[],
): Change {
  const wanted = new Map(placements.map((placement) => [placementKey(placement), placement]));
  const before = new Map(stored.map((placement) => [placementKey(placement), placement]));
  const own = change.puts?.placements ?? [];
  const rows = placementRows(
    placements.filter((placement) => {
      const was = before.get(placementKey(placement));
      return was === undefined || was.start !== placement.start || was.end !== placement.end;
    }),
  );
  const kept = own.filter((row) => !rows.some(({ key }) => key === row.key));
  const gone = asked.map(placementKey).filter((key) => !wanted.has(key));
  return {
    ...change,
    puts: { ...change.puts, placements: [...kept, ...rows] },
    deletes: { ...change.deletes, placements: [...(change.deletes?.placements ?? []), ...gone] },
  };
}

/** What stood elsewhere before, in order of time. */
export function movedBetween(
  state: WorkspaceState,
  before: readonly Placement[],
  after: readonly Placement[],
  except?: DemandRef,
): Moved[] {
  const stood = new Map(before.map((placement) => [placementKey(placement), placement]));
  return asMoved(
    state,
    after.filter((placement) => {
      if (except && placementKey(except) === placementKey(placement)) return false;
      const was = stood.get(placementKey(placement));
      return was !== undefined && parseInstant(was.start) !== parseInstant(placement.start);
    }),
  );
}

export function asMoved(state: WorkspaceState, placements: readonly Placement[]): Moved[] {
  const titles = new Map([...state.tasks, ...state.habits].map((item) => [item.id, item.title]));
  return placements.map(({ kind, id, start, end }) => ({
    kind,
    id,
    title: titles.get(id) ?? id,
    start: parseInstant(start)!,
    end: parseInstant(end)!,
  }));
}
