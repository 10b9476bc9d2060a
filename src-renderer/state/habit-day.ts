// The occurrences of today and tomorrow, kept up to date: each hour, at midnight, after a sleep, on a change of zone, of the calendars or of a task fixed by hand, and on demand.
import { ok, type Result } from '#shared/base/result';
import type { CalendarEvent } from '#shared/calendar/event';
import { habitOccurrenceId } from '#shared/habits/habit';
import { REFRESH_HORIZON_DAYS, refreshHabits } from '#shared/planning/refresh-habits';
import { type Situation, situationOf } from '#shared/planning/situation';
import { type Instant, MILLISECONDS_PER_MINUTE, parseInstant } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { dayAt, minuteOfDayAt } from '#shared/time/zone';
import { type Change, tablesOf } from '../db/change';
import { now, onTick } from './clock';
import { commit, onCommitted } from './commit';
import { eventsBetween } from './events';
import { inBackground } from './in-background';
import { placementKey } from './placement-key';
import { planningSpan, problemOf } from './planning-problem';
import { onWorkspace, type WorkspaceState, workspaceNow } from './workspace';

/** A clock that moved on by more than this between two ticks has slept. */
const JUMP_MINUTES = 5;
/** Changes of the calendars within this time are one refresh. */
const SETTLE_MILLISECONDS = 200;

/** The situation of the days ahead, for suggestions and what is open. */
export async function habitSituation(days = REFRESH_HORIZON_DAYS): Promise<Situation> {
  const state = workspaceNow();
  const at = now();
  return habitSituationOf(state, await habitEvents(state, at, days), at, days);
}

/** The same from events at hand: from yesterday's night to `days` days on. */
export function habitSituationOf(
  state: WorkspaceState,
  events: readonly CalendarEvent[],
  at: Instant,
  days = REFRESH_HORIZON_DAYS,
): Situation {
  return situationOf(problemOf(ahead(state, days), events, at));
}

/** The stretch of time whose events the days ahead hang on. */
export function habitSpan(state: WorkspaceState, at: Instant, days: number): Span {
  return planningSpan(ahead(state, days), at);
}

/** Places today's and tomorrow's open occurrences anew. Nothing that has begun or is recorded changes. No undo step: it is derived. */
export async function refreshHabitDays(): Promise<Result<void, string>> {
  const before = workspaceNow();
  if (!before.habits.some((habit) => habit.status === 'active')) return ok(undefined);
  const at = now();
  // Read before the commit: reading may itself store occurrences of a series, and that waits for its turn.
  const events = await habitEvents(before, at, REFRESH_HORIZON_DAYS);
  return commit(null, (state) => refreshChange(state, events, at));
}

/** The rows that the refreshed days change. */
export function refreshChange(state: WorkspaceState, events: readonly CalendarEvent[], at: Instant): Change {
  const { days, placements } = refreshHabits(problemOf(ahead(state, REFRESH_HORIZON_DAYS), events, at));
  const wanted = new Map(
    placements.filter((one) => days.some((day) => day === one.day)).map((one) => [placementKey(one), one]),
  );
  const settled = new Set(
    state.habitOccurrences.filter((one) => one.state !== 'planned' || one.pinned).map((one) => one.id),
  );
  const present = new Map(
    state.placements
      .filter((one) => one.kind === 'habit' && days.some((day) => day === one.day))
      .map((one) => [placementKey(one), one]),
  );
  const gone = [...present].filter(
    ([key, one]) =>
      !wanted.has(key) && (parseInstant(one.start) ?? 0) > at && !settled.has(habitOccurrenceId(one.id, one.day ?? '')),
  );
  const puts = [...wanted]
    .filter(([key, one]) => {
      const old = present.get(key);
      return !old || old.start !== one.start || old.end !== one.end;
    })
    .map(([key, placement]) => ({ key, placement }));
  return { puts: { placements: puts }, deletes: { placements: gone.map(([key]) => key) } };
}

/** Refreshes at the start (once anything was planned), with each new hour, after a jump of the clock, and when the zone, the calendars or a task fixed by hand change. Returns the function that ends it. */
export function followHabitDays(): () => void {
  let hour = hourOf(workspaceNow(), now());
  let zone = workspaceNow().settings.timeZone;
  let looked = now();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const refresh = () => inBackground(refreshHabitDays());
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = null;
      // Before the first plan, and after its undo, nothing of the user's days is in force that could make way.
      if (workspaceNow().placements.length > 0) refresh();
    }, SETTLE_MILLISECONDS);
  };
  const look = () => {
    const state = workspaceNow();
    if (state.status !== 'ready') return;
    const at = now();
    const jumped = Math.abs(at - looked) > JUMP_MINUTES * MILLISECONDS_PER_MINUTE;
    looked = at;
    const next = hourOf(state, at);
    if (next === hour && !jumped) return;
    hour = next;
    refresh();
  };
  if (workspaceNow().lastRun !== null) refresh();
  const ends = [
    onTick(look),
    onWorkspace((state, before) => {
      if (state.tasks !== before.tasks && fixedTasks(state) !== fixedTasks(before)) soon();
      if (state.settings.vacations !== before.settings.vacations) soon();
      if (state.settings.timeZone === zone) return;
      zone = state.settings.timeZone;
      hour = hourOf(state, now());
      if (state.status === 'ready') refresh();
    }),
    onCommitted((change) => {
      if (movesHabits(change)) soon();
    }),
  ];
  return () => {
    for (const end of ends) end();
    if (timer !== null) clearTimeout(timer);
  };
}

/** An event or an own match came, went or moved, a calendar no longer blocks, or a habit is another one; undo and redo included. */
function movesHabits(change: Change): boolean {
  const touched = tablesOf(change);
  return (['calendars', 'items', 'tournaments', 'habits'] as const).some((name) => touched.includes(name));
}

/** The tasks fixed by hand and where: habits make way for them as for events. */
function fixedTasks({ tasks }: WorkspaceState): string {
  return tasks
    .filter((task) => task.pinnedStart !== null && task.status !== 'done')
    .map((task) => `${task.id} ${task.pinnedStart} ${task.durationMinutes}`)
    .join();
}

function hourOf(state: WorkspaceState, at: Instant): string {
  const zone = state.settings.timeZone;
  return `${dayAt(zone, at)} ${Math.floor(minuteOfDayAt(zone, at) / 60)}`;
}

function ahead(state: WorkspaceState, days: number): WorkspaceState {
  return { ...state, settings: { ...state.settings, horizonDays: days } };
}

function habitEvents(state: WorkspaceState, at: Instant, days: number): Promise<readonly CalendarEvent[]> {
  const span = habitSpan(state, at, days);
  return eventsBetween(span.start, span.end);
}
