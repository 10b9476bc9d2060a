// The snapshot a plan is made from.
import type { CalendarEvent } from '#shared/calendar/event';
import type { PlanningProblem, PlanOptions } from '#shared/planning/problem';
import { problemOfWorkspace } from '#shared/planning/problem-of-workspace';
import { NO_POSTS } from '#shared/posts/workspace-posts';
import { dayFromNumber, dayNumber } from '#shared/time/day';
import { formatInstant, type Instant } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { dayAt, instantAtMinute } from '#shared/time/zone';
import { WORKSPACE_FORMAT, WORKSPACE_VERSION, type Workspace } from '#shared/workspace/document';
import { now } from './clock';
import { eventsBetween } from './events';
import { type WorkspaceState, workspaceNow } from './workspace';

/** What a plan looks at: from the start of yesterday, for windows over midnight, to the end of the horizon and a day. */
export function planningSpan(state: WorkspaceState, at: Instant): Span {
  const { timeZone, horizonDays } = state.settings;
  const day = dayNumber(dayAt(timeZone, at));
  return {
    start: instantAtMinute(timeZone, dayFromNumber(day - 1), 0),
    end: instantAtMinute(timeZone, dayFromNumber(day + horizonDays + 2), 0),
  };
}

/** The problem of the present workspace; reads the events of the horizon. */
export async function presentProblem(
  options: Partial<PlanOptions> = {},
): Promise<{ readonly problem: PlanningProblem; readonly revision: number }> {
  const at = now();
  const before = workspaceNow();
  const span = planningSpan(before, at);
  const events = await eventsBetween(span.start, span.end);
  const state = workspaceNow();
  return { problem: problemOf(state, events, at, options), revision: state.revision };
}

/** The problem of a workspace with the events of its horizon. */
export function problemOf(
  state: WorkspaceState,
  events: readonly CalendarEvent[],
  at: Instant,
  options: Partial<PlanOptions> = {},
): PlanningProblem {
  const open = new Set([
    ...state.tasks.filter((task) => task.status === 'open').map((task) => `task:${task.id}`),
    ...state.habits.filter((habit) => habit.status === 'active').map((habit) => `habit:${habit.id}`),
  ]);
  const workspace: Workspace = {
    format: WORKSPACE_FORMAT,
    version: WORKSPACE_VERSION,
    settings: state.settings,
    calendars: [...state.calendars],
    events: [...events],
    calendarItems: [],
    projects: [],
    tasks: [...state.tasks],
    habits: [...state.habits],
    habitOccurrences: [...state.habitOccurrences],
    // What is done or ended keeps its block until the next plan, and takes no time in it.
    placements: state.placements.filter((placement) => open.has(`${placement.kind}:${placement.id}`)),
    posts: NO_POSTS,
    tournaments: [...state.tournaments],
  };
  return problemOfWorkspace(workspace, { now: formatInstant(at), ...options });
}
