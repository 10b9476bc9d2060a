// The day as it really goes: a move by hand, a block that takes longer, a block done early. Each is one undo step together with what it pushes,
// answered on the page itself: only what the change disturbs is planned again.
import { failed, ok, type Result } from '#shared/base/result';
import type { PlanningProblem } from '#shared/planning/problem';
import { replanTouched } from '#shared/planning/replan';
import { pullFollowing, pushFollowing, type Shifted } from '#shared/planning/shift-following';
import { type Instant, type Minutes, parseInstant } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import type { Change } from '../db/change';
import { formatDuration } from '../ui/format-time';
import { commit } from './commit';
import { pinChange } from './edit-placements';
import { withLesson } from './learning';
import { expandAhead, type Moved, movedBetween, storedProblem, withPlacements } from './mended-plan';
import { mendedRun } from './mended-run';
import { offerNewTarget } from './new-target';
import { type DemandRef, placementKey } from './placement-key';
import { type WorkspaceState, workspaceNow } from './workspace';

/** Puts a block where the user wants it, and finds a new place for what it pushes. The value is what was pushed. */
export async function moveAndPush(
  ref: DemandRef,
  start: Instant,
  durationMinutes?: Minutes,
): Promise<Result<readonly Moved[], string>> {
  const done = await mending(
    { label: `Move ${titled(ref)}`, why: `You moved ${titleOf(ref)}` },
    (state) => {
      const change = pinChange(state, ref, start, durationMinutes);
      return typeof change === 'string' ? change : withLesson(state, ref, start, change);
    },
    { ofPin: ref },
  );
  if (done.ok && ref.kind === 'habit') offerNewTarget(ref.id);
  return done;
}

/** Stores an edit that fixes a task somewhere, as a drag would: it teaches, and what it pushes finds a new place. The value is what was pushed. */
export function fixAndPush(
  { label, title }: { readonly label: string; readonly title: string },
  id: string,
  start: Instant,
  build: (state: WorkspaceState) => Change | string,
): Promise<Result<readonly Moved[], string>> {
  const ref: DemandRef = { kind: 'task', id };
  return mending(
    { label, why: `You fixed ${title}` },
    (state) => {
      const change = build(state);
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
  const why = `${titleOf(ref)} takes ${formatDuration(minutes)}`;
  return mending({ label: `More time for ${titled(ref)}`, why }, (state) => pinChange(state, ref, start, minutes), {
    ofPin: ref,
    shift: (problem, [grown]) => (grown ? pushFollowing(problem, grown.end) : { problem, homeless: [] }),
  });
}

/** What would move up into time that came free, without storing anything. */
export async function couldMoveUp(from: Instant): Promise<readonly Moved[]> {
  await expandAhead();
  const state = workspaceNow();
  const problem = await storedProblem(state);
  const replan = await replanTouched(pullFollowing(problem, from).problem, { spans: [], reach: 'broken' });
  return replan.scope === 'all' ? [] : movedBetween(state, problem.present, replan.placements);
}

/** What follows that day moves up. */
export function moveUp(from: Instant): Promise<Result<readonly Moved[], string>> {
  return mending({ label: 'Move up what follows', why: 'Done early, what followed moved up' }, () => ({}), {
    shift: (problem) => pullFollowing(problem, from),
  });
}

type Mending = {
  /** The touched time is where this demand stands after the change. */
  readonly ofPin?: DemandRef;
  readonly shift?: (problem: PlanningProblem, touched: readonly Span[]) => Shifted;
};

/** `why`: what the record of the run says. */
async function mending(
  { label, why }: { readonly label: string; readonly why: string },
  build: (state: WorkspaceState) => Change | string,
  how: Mending,
): Promise<Result<readonly Moved[], string>> {
  let moved: readonly Moved[] = [];
  await expandAhead();
  const done = await commit(label, async (state) => {
    const change = build(state);
    if (typeof change === 'string') return change;
    const after = afterChange(state, change);
    const problem = await storedProblem(after);
    const own = how.ofPin ? after.placements.find((x) => placementKey(x) === placementKey(how.ofPin!)) : undefined;
    const spans = own ? [{ start: parseInstant(own.start)!, end: parseInstant(own.end)! }] : [];
    const shifted = how.shift?.(problem, spans) ?? { problem, homeless: [] };
    const run = { now: () => performance.now() };
    const began = run.now();
    const replan = await replanTouched(shifted.problem, { spans, reach: 'broken', wanting: shifted.homeless }, run);
    const totalMilliseconds = run.now() - began;
    moved = movedBetween(after, problem.present, replan.placements, how.ofPin);
    const rows = withPlacements(after.placements, change, problem.present, replan.placements);
    // Before the first plan there is none that could give way.
    if (state.lastRun === null) return rows;
    const movedAll = movedBetween(state, state.placements, replan.placements).length;
    const record = mendedRun(state, problem, { ...replan, totalMilliseconds }, movedAll, why);
    return { ...rows, puts: { ...rows.puts, runs: [record] } };
  });
  return done.ok ? ok(moved) : failed(done.error);
}

/** The workspace as it will be; only what planning reads. */
function afterChange(state: WorkspaceState, change: Change): WorkspaceState {
  const tasks = new Map((change.puts?.tasks ?? []).map((task) => [task.id, task]));
  const occurrences = new Map((change.puts?.habitOccurrences ?? []).map((item) => [item.id, item]));
  const rows = new Map((change.puts?.placements ?? []).map((row) => [row.key, row.placement]));
  const placements = state.placements.filter((placement) => !rows.has(placementKey(placement)));
  const known = new Set(state.tasks.map((task) => task.id));
  return {
    ...state,
    tasks: [
      ...state.tasks.map((task) => tasks.get(task.id) ?? task),
      ...[...tasks.values()].filter((task) => !known.has(task.id)),
    ],
    habitOccurrences: [...state.habitOccurrences.filter((item) => !occurrences.has(item.id)), ...occurrences.values()],
    placements: [...placements, ...rows.values()],
  };
}

function titled(ref: DemandRef): string {
  return `“${titleOf(ref)}”`;
}

function titleOf(ref: DemandRef): string {
  const state = workspaceNow();
  const named = ref.kind === 'task' ? state.tasks : state.habits;
  return named.find((one) => one.id === ref.id)?.title ?? ref.kind;
}
