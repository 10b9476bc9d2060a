// What happened to the calendar and to urgent tasks, and whether the plan in force is touched by it. Pure.
import { firstIndex } from '#shared/base/first-index';
import { blocksTime } from '#shared/calendar/blocking';
import { type MinuteSpan, outerMinutes } from '#shared/engine/epoch-minute';
import type { Placement } from '#shared/engine/plan';
import type { PlannedOver } from '#shared/planning/follow-change';
import type { PlanningProblem } from '#shared/planning/problem';
import { REFRESHED_DAYS } from '#shared/planning/refresh-habits';
import type { Task } from '#shared/tasks/task';
import { type Day, plusDays } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import type { Change } from '../db/change';

export interface Happened {
  readonly events: ReadonlySet<string>;
  /** Calendars that block now and did not before, those that many events came into, and that of the user's own matches. */
  readonly calendars: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
}

export const NOTHING_HAPPENED: Happened = { events: new Set(), calendars: new Set(), tasks: new Set() };

/** More new events are named by their calendars: their ids would be gathered while the page waits. */
const MANY_EVENTS = 2_000;

/** What a stored change brings; `inverse` knows what was there before. */
export function happenedBy(change: Change, inverse: Change): Happened {
  const calendarsBefore = new Map((inverse.puts?.calendars ?? []).map((calendar) => [calendar.id, calendar]));
  const tasksBefore = new Map((inverse.puts?.tasks ?? []).map((task) => [task.id, task]));
  const blocking = (change.puts?.calendars ?? []).filter(
    ({ id, blocks }) => blocks && calendarsBefore.get(id)?.blocks === false,
  );
  const matches = (change.puts?.tournaments?.length ?? 0) > 0 ? ['own-matches'] : [];
  const urgent = (change.puts?.tasks ?? []).filter((task) => isUrgent(task) && isNews(task, tasksBefore.get(task.id)));
  const events = change.puts?.events ?? [];
  const areMany = events.length > MANY_EVENTS;
  const filled = new Set<string>(change.more?.calendarIds);
  if (areMany) for (const { calendarId } of events) filled.add(calendarId);
  return {
    events: new Set(areMany ? [] : events.map((row) => row.id)),
    calendars: new Set([...blocking.map(({ id }) => id), ...filled, ...matches]),
    tasks: new Set(urgent.map(({ id }) => id)),
  };
}

export function isNothing({ events, calendars, tasks }: Happened): boolean {
  return events.size + calendars.size + tasks.size === 0;
}

export function together(one: Happened, other: Happened): Happened {
  return {
    events: new Set([...one.events, ...other.events]),
    calendars: new Set([...one.calendars, ...other.calendars]),
    tasks: new Set([...one.tasks, ...other.tasks]),
  };
}

export interface Touched {
  readonly change: PlannedOver;
  /** The plan that may change: what is ahead, without the places of urgent tasks that no longer suit them. */
  readonly present: readonly Placement[];
}

/** Null where nothing that was planned is concerned. */
export function plannedOver(problem: PlanningProblem, happened: Happened): Touched | null {
  const now = parseInstant(problem.now)!;
  const ahead = problem.present.filter(({ end }) => parseInstant(end)! > now);
  const unsuited = new Set(
    problem.tasks.filter((task) => happened.tasks.has(task.id) && !suits(task, ahead)).map(({ id }) => id),
  );
  const present = ahead.filter(({ kind, id }) => kind !== 'task' || !unsuited.has(id));
  const taken = takenSpans(problem, happened, present.filter(followsEvents(problem)));
  if (taken.length === 0 && unsuited.size === 0) return null;
  return { change: { taken, wanting: [...unsuited] }, present };
}

/** Habits of today and tomorrow follow the calendar by themselves, and what the user fixed stays. */
function followsEvents({ now, settings }: PlanningProblem): (placement: Placement) => boolean {
  const refreshedUntil = plusDays(dayAt(settings.timeZone, parseInstant(now)!), REFRESHED_DAYS);
  return ({ kind, day, pinned }) =>
    !pinned && (kind === 'task' || (day !== undefined && (day as Day) >= refreshedUntil));
}

/** Of the new events those that stand where something is planned, or nearer to it than the buffer. */
function takenSpans(
  { events, calendars, settings }: PlanningProblem,
  happened: Happened,
  movable: readonly Placement[],
): PlannedOver['taken'] {
  const known = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const planned = movable.map(({ start, end }) => outerMinutes(start, end)).sort((a, b) => a.start - b.start);
  return events
    .filter((event) => {
      if (!happened.events.has(event.id) && !happened.calendars.has(event.calendarId)) return false;
      const calendar = known.get(event.calendarId);
      if (!calendar || !blocksTime(event, calendar, settings)) return false;
      return meets(planned, outerMinutes(event.start, event.end), settings.bufferMinutes);
    })
    .map(({ start, end }) => ({ start, end }));
}

/** `planned`: by start, without overlaps, so that ends are in order too. */
function meets(planned: readonly MinuteSpan[], event: MinuteSpan, buffer: number): boolean {
  const first = planned[firstIndex(planned.length, (index) => planned[index]!.end + buffer > event.start)];
  return first !== undefined && first.start - buffer < event.end;
}

function isUrgent(task: Task): boolean {
  return task.priority === 1 && task.status === 'open' && task.pinnedStart === null;
}

/** Whether something about its place changed: a new title or note asks for no other time. */
function isNews(task: Task, before: Task | undefined): boolean {
  if (!before) return true;
  const about = ({ priority, status, durationMinutes, dueAt, notBefore, pinnedStart, dependsOn, split }: Task) =>
    JSON.stringify([priority, status, durationMinutes, dueAt, notBefore, pinnedStart, dependsOn, split]);
  return about(task) !== about(before);
}

/** An urgent task has all its minutes, in its time and not late. */
function suits(task: Task, ahead: readonly Placement[]): boolean {
  const minutes = task.durationMinutes - task.doneMinutes;
  if (!isUrgent(task) || minutes <= 0) return true;
  const own = ahead.filter(({ kind, id }) => kind === 'task' && id === task.id);
  const spans = own.map(({ start, end }) => outerMinutes(start, end));
  const total = spans.reduce((sum, { start, end }) => sum + end - start, 0);
  const inTime = own.every(
    ({ start, end }) =>
      (task.dueAt === null || parseInstant(end)! <= parseInstant(task.dueAt)!) &&
      (task.notBefore === null || parseInstant(start)! >= parseInstant(task.notBefore)!),
  );
  return own.length > 0 && total === minutes && inTime;
}
