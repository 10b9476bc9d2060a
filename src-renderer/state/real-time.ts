// The day as it really goes: a move by hand, a block that takes longer, a block done early. Each is one undo step together with what it pushes,
// answered on the page itself: only what the change disturbs is planned again.
import { failed, ok, type Result } from '#shared/base/result';
import type { Placement } from '#shared/engine/plan';
import type { PlanningProblem } from '#shared/planning/problem';
import { replanTouched } from '#shared/planning/replan';
import { pullFollowing, pushFollowing, type Shifted } from '#shared/planning/shift-following';
import { type Instant, type Minutes, parseInstant } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import type { Change } from '../db/change';
import { readEventsBetween } from '../db/event-range';
import { now } from './clock';
import { commit } from './commit';
import { pinChange } from './edit-placements';
import { placementRows } from './edit-tasks';
import { ensureEventsFor } from './event-window';
import { withLesson } from './learning';
import { type DemandRef, placementKey } from './placement-key';
import { planningSpan, problemOf } from './planning-problem';
import { database } from './store';
import { type WorkspaceState, workspaceNow } from './workspace';

/** Something that has another place now. */
export interface Moved {
  readonly id: string;
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
}

/** Puts a block where the user wants it, and finds a new place for what it pushes. The value is what was pushed. */
export async function moveAndPush(
  ref: DemandRef,
  start: Instant,
  durationMinutes?: Minutes,
): Promise<Result<readonly Moved[], string>> {
  return mending(
    `Move ${titled(ref)}`,
    (state) => {
      const change = pinChange(state, ref, start, durationMinutes);
      return typeof change === 'string' ? change : withLesson(state, ref, start, change);
    },
    { ofPin: ref },
  );
}

/** A block takes longer: it grows to `minutes`, and what follows that day moves back in its order. */
export async function runLate(
  ref: DemandRef,
  start: Instant,
  minutes: Minutes,
): Promise<Result<readonly Moved[], string>> {
  return mending(`More time for ${titled(ref)}`, (state) => pinChange(state, ref, start, minutes), {
    ofPin: ref,
    shift: (problem, [grown]) => (grown ? pushFollowing(problem, grown.end) : { problem, homeless: [] }),
  });
}

/** What would move up into time that came free, without storing anything. */
export async function couldMoveUp(from: Instant): Promise<readonly Moved[]> {
  await expandAhead();
  const state = workspaceNow();
  const problem = await problemNow(state);
  const replan = await replanTouched(pullFollowing(problem, from).problem, { spans: [], reach: 'broken' });
  return replan.scope === 'all' ? [] : movedBetween(state, problem.present, replan.placements);
}

/** What follows that day moves up. */
export function moveUp(from: Instant): Promise<Result<readonly Moved[], string>> {
  return mending('Move up what follows', () => ({}), { shift: (problem) => pullFollowing(problem, from) });
}

type Mending = {
  /** The touched time is where this demand stands after the change. */
  readonly ofPin?: DemandRef;
  readonly shift?: (problem: PlanningProblem, touched: readonly Span[]) => Shifted;
};

async function mending(
  label: string,
  build: (state: WorkspaceState) => Change | string,
  how: Mending,
): Promise<Result<readonly Moved[], string>> {
  let moved: readonly Moved[] = [];
  await expandAhead();
  const done = await commit(label, async (state) => {
    const change = build(state);
    if (typeof change === 'string') return change;
    const after = afterChange(state, change);
    const problem = await problemNow(after);
    const own = how.ofPin ? after.placements.find((x) => placementKey(x) === placementKey(how.ofPin!)) : undefined;
    const spans = own ? [{ start: parseInstant(own.start)!, end: parseInstant(own.end)! }] : [];
    const shifted = how.shift?.(problem, spans) ?? { problem, homeless: [] };
    const replan = await replanTouched(shifted.problem, { spans, reach: 'broken', wanting: shifted.homeless });
    moved = movedBetween(after, problem.present, replan.placements, how.ofPin);
    return withPlacements(after, change, problem, replan.placements);
  });
  return done.ok ? ok(moved) : failed(done.error);
}

/** Sees to it that the occurrences of the horizon are stored. Never inside a commit: storing them waits for its own turn. */
async function expandAhead(): Promise<void> {
  const span = planningSpan(workspaceNow(), now());
  await ensureEventsFor(span.start, span.end);
}

/** The problem of a workspace with the occurrences that are stored. */
async function problemNow(state: WorkspaceState): Promise<PlanningProblem> {
  const at = now();
  const span = planningSpan(state, at);
  return problemOf(state, await readEventsBetween(database(), span.start, span.end), at);
}

/** The workspace as it will be; only what planning reads. */
function afterChange(state: WorkspaceState, change: Change): WorkspaceState {
  const tasks = new Map((change.puts?.tasks ?? []).map((task) => [task.id, task]));
  const occurrences = new Map((change.puts?.habitOccurrences ?? []).map((item) => [item.id, item]));
  const rows = new Map((change.puts?.placements ?? []).map((row) => [row.key, row.placement]));
  const placements = state.placements.filter((placement) => !rows.has(placementKey(placement)));
  return {
    ...state,
    tasks: state.tasks.map((task) => tasks.get(task.id) ?? task),
    habitOccurrences: [...state.habitOccurrences.filter((item) => !occurrences.has(item.id)), ...occurrences.values()],
    placements: [...placements, ...rows.values()],
  };
}

/** The change with the new places in it; rows of what is not planned stay. */
function withPlacements(
  after: WorkspaceState,
  change: Change,
  problem: PlanningProblem,
  placements: readonly Placement[],
): Change {
  const wanted = new Map(placements.map((placement) => [placementKey(placement), placement]));
  const stored = new Map(after.placements.map((placement) => [placementKey(placement), placement]));
  const own = change.puts?.placements ?? [];
  const rows = placementRows(
    placements.filter((placement) => {
      const before = stored.get(placementKey(placement));
      return before === undefined || before.start !== placement.start || before.end !== placement.end;
    }),
  );
  const kept = own.filter((row) => !rows.some(({ key }) => key === row.key));
  const gone = problem.present.map(placementKey).filter((key) => !wanted.has(key));
  return {
    ...change,
    puts: { ...change.puts, placements: [...kept, ...rows] },
    deletes: { ...change.deletes, placements: [...(change.deletes?.placements ?? []), ...gone] },
  };
}

function movedBetween(
  state: WorkspaceState,
  before: readonly Placement[],
  after: readonly Placement[],
  except?: DemandRef,
): Moved[] {
  const titles = new Map([...state.tasks, ...state.habits].map((item) => [item.id, item.title]));
  const stood = new Map(before.map((placement) => [placementKey(placement), placement]));
  return after.flatMap((placement): Moved[] => {
    if (except && placementKey(except) === placementKey(placement)) return [];
    const was = stood.get(placementKey(placement));
    const start = parseInstant(placement.start)!;
    if (!was || parseInstant(was.start) === start) return [];
    return [
      { id: placement.id, title: titles.get(placement.id) ?? placement.id, start, end: parseInstant(placement.end)! },
    ];
  });
}

function titled(ref: DemandRef): string {
  const state = workspaceNow();
  const named = ref.kind === 'task' ? state.tasks : state.habits;
  return `“${named.find((one) => one.id === ref.id)?.title ?? ref.kind}”`;
}
