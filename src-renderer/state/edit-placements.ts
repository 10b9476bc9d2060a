// Moving things by hand: what the user put somewhere stays there until it is let go.
import type { Result } from '#shared/base/result';
import { instantOfMinute, type MinuteSpan } from '#shared/engine/epoch-minute';
import type { Placement } from '#shared/engine/plan';
import type { HabitOccurrence } from '#shared/habits/habit';
import { type Day, parseDay } from '#shared/time/day';
import {
  formatInstant,
  type Instant,
  instant,
  type Minutes,
  minutesBetween,
  parseInstant,
  plusMinutes,
} from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import type { Change } from '../db/change';
import { barePlacement } from './bare-placement';
import { commit } from './commit';
import { occurrenceOf } from './edit-habits';
import { withLesson } from './learning';
import { offerNewTarget } from './new-target';
import { type DemandRef, placementKey } from './placement-key';
import { placementRows } from './placement-rows';
import { slackOf } from './slack';
import { type WorkspaceState, workspaceNow } from './workspace';

/** A drag, a resize or a lock. With a duration, a task's own duration changes too. */
export async function pinPlacement(
  ref: DemandRef,
  start: Instant,
  durationMinutes?: Minutes,
): Promise<Result<void, string>> {
  const done = await commit(`Move ${naming(ref)}`, (state) => {
    const change = pinChange(state, ref, start, durationMinutes);
    return typeof change === 'string' ? change : withLesson(state, ref, start, change);
  });
  if (done.ok && ref.kind === 'habit') offerNewTarget(ref.id);
  return done;
}

/** Dropping a task that has no place on the grid. */
export function moveUnplacedTask(id: string, start: Instant): Promise<Result<void, string>> {
  return pinPlacement({ kind: 'task', id }, start);
}

/** Lets go: the block stays, and the next plan may move it. */
export function unpinPlacement(ref: DemandRef): Promise<Result<void, string>> {
  return commit(`Unlock ${naming(ref)}`, (state) => {
    const placed = find(state, ref);
    const free = placed ? placementRows([{ ...placed, pinned: false }]) : [];
    if (ref.kind === 'task') {
      const task = state.tasks.find((x) => x.id === ref.id);
      return task
        ? { puts: { tasks: [{ ...task, pinnedStart: null }], placements: free } }
        : `There is no task ${ref.id}.`;
    }
    const day = ref.day === undefined ? null : parseDay(ref.day);
    if (!day) return 'A habit is unlocked on one of its days.';
    return {
      puts: { habitOccurrences: [{ ...occurrenceOf(state, ref.id, day), pinned: false }], placements: free },
    };
  });
}

export function pinChange(state: WorkspaceState, ref: DemandRef, start: Instant, duration?: Minutes): Change | string {
  const placed = find(state, ref);
  const length = duration ?? (placed ? lengthOf(placed) : undefined);
  if (ref.kind === 'task') return pinTask(state, ref, placed, start, length, duration !== undefined);
  if (ref.kind === 'habit') return pinHabit(state, ref, start, length);
  return `A ${ref.kind} cannot be moved by hand.`;
}

function pinTask(
  state: WorkspaceState,
  ref: DemandRef,
  placed: Placement | undefined,
  start: Instant,
  length: Minutes | undefined,
  resized: boolean,
): Change | string {
  const task = state.tasks.find((x) => x.id === ref.id);
  if (!task) return `There is no task ${ref.id}.`;
  // The planner keeps a task's one fixed start; a piece has none of its own, so a lock on it would not hold.
  if (placed?.chunk) {
    return `“${task.title}” is in ${placed.chunk.of} pieces. Turn splitting off to put it somewhere yourself.`;
  }
  const minutes = length ?? task.durationMinutes - task.doneMinutes;
  if (minutes <= 0) return `“${task.title}” has no duration yet.`;
  const end = plusMinutes(start, minutes);
  const moved: Placement = {
    ...barePlacement(ref, start, end),
    ...slackOf(task.dueAt === null ? null : parseInstant(task.dueAt), end, state.settings.bufferMinutes),
  };
  const after = {
    ...task,
    pinnedStart: formatInstant(start),
    durationMinutes: resized ? task.doneMinutes + minutes : task.durationMinutes,
  };
  return { puts: { tasks: [after], placements: placementRows([moved]) } };
}

function pinHabit(state: WorkspaceState, ref: DemandRef, start: Instant, length: Minutes | undefined): Change | string {
  const habit = state.habits.find((x) => x.id === ref.id);
  if (!habit) return `There is no habit ${ref.id}.`;
  const to: Day = dayAt(state.settings.timeZone, start);
  const day = ref.day === undefined ? to : parseDay(ref.day);
  if (!day) return `${ref.day} is no day.`;
  if (day !== to) return `“${habit.title}” stays on its day; each due day has its own.`;
  return fixHabit(state, habit.id, day, start, plusMinutes(start, length ?? habit.durationMinutes));
}

/** Fixes one occurrence of a habit at a place, for that day only. */
export function pinHabitAt(state: WorkspaceState, habitId: string, day: Day, place: MinuteSpan): Change | string {
  if (!state.habits.some((x) => x.id === habitId)) return `There is no habit ${habitId}.`;
  return fixHabit(state, habitId, day, instantOfMinute(place.start), instantOfMinute(place.end));
}

function fixHabit(state: WorkspaceState, id: string, day: Day, start: Instant, end: Instant): Change {
  const moved: Placement = { ...barePlacement({ kind: 'habit', id, day }, start, end), day };
  const occurrence: HabitOccurrence = {
    ...occurrenceOf(state, id, day),
    state: 'planned',
    completedAt: null,
    start: formatInstant(start),
    end: formatInstant(end),
    pinned: true,
  };
  return { puts: { habitOccurrences: [occurrence], placements: placementRows([moved]) } };
}

function find(state: WorkspaceState, ref: DemandRef): Placement | undefined {
  const key = placementKey(ref);
  return state.placements.find((placement) => placementKey(placement) === key);
}

function lengthOf(placement: Placement): Minutes {
  return minutesBetween(parseInstant(placement.start) ?? instant(0), parseInstant(placement.end) ?? instant(0));
}

function naming(ref: DemandRef): string {
  const state = workspaceNow();
  const named = ref.kind === 'task' ? state.tasks : state.habits;
  return `“${named.find((x) => x.id === ref.id)?.title ?? ref.kind}”`;
}
