// Tasks, habits and events as the palette lists them, with where they stand. Pure.
import type { Calendar, CalendarEvent } from '#shared/calendar/event';
import { type Day, parseDay } from '#shared/time/day';
import { type Instant, parseInstant } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { dueWordsInline, readDue } from '../../state/due';
import type { WorkspaceState } from '../../state/workspace';
import { formatDayShort, formatTime } from '../../ui/format-time';

export interface Thing {
  readonly key: string;
  readonly kind: 'task' | 'habit' | 'event';
  readonly id: string;
  readonly text: string;
  readonly also: string;
  /** "Task, Sun 29 Nov 15:00". */
  readonly detail: string;
  readonly edge: Calendar['color'] | null;
  /** The day it stands on; null = none. */
  readonly day: Day | null;
}

type World = Pick<WorkspaceState, 'tasks' | 'habits' | 'projects' | 'placements' | 'calendars' | 'settings'>;

/** Open tasks first, then habits, events by nearness to now, finished tasks last. */
export function thingsOf(world: World, events: readonly CalendarEvent[], now: Instant): Thing[] {
  const zone = world.settings.timeZone;
  const today = dayAt(zone, now);
  const starts = firstStarts(world, now);
  const projects = new Map(world.projects.map((project) => [project.id, project.name]));
  const tasks = world.tasks.map((task): Thing & { done: boolean } => {
    const start = starts.get(`task:${task.id}`) ?? null;
    const due = task.dueAt === null ? null : readDue(zone, task.dueAt);
    const where =
      start === null ? (due ? `due ${dueWordsInline(due, today)}` : 'not placed') : momentWords(zone, start);
    const done = task.status === 'done';
    return {
      key: `task:${task.id}`,
      kind: 'task',
      id: task.id,
      text: task.title,
      also: [projects.get(task.projectId ?? '') ?? '', ...task.tags].join(' '),
      detail: done ? 'Task, done' : `Task, ${where}`,
      edge: null,
      day: start === null ? null : dayAt(zone, start),
      done,
    };
  });
  const habits = world.habits.map((habit): Thing => {
    const start = starts.get(`habit:${habit.id}`) ?? null;
    return {
      key: `habit:${habit.id}`,
      kind: 'habit',
      id: habit.id,
      text: habit.title,
      also: '',
      detail: start === null ? 'Habit' : `Habit, ${momentWords(zone, start)}`,
      edge: null,
      day: start === null ? null : dayAt(zone, start),
    };
  });
  return [
    ...tasks.filter((task) => !task.done),
    ...habits,
    ...eventThings(world, events, now),
    ...tasks.filter((task) => task.done),
  ];
}

/** One line a series: its next occurrence, or its last when all have passed. */
function eventThings(world: World, events: readonly CalendarEvent[], now: Instant): Thing[] {
  const zone = world.settings.timeZone;
  const calendars = new Map(world.calendars.map((calendar) => [calendar.id, calendar]));
  const nearest = new Map<string, { event: CalendarEvent; start: Instant; distance: number }>();
  for (const event of events) {
    const start = parseInstant(event.start);
    if (start === null || calendars.get(event.calendarId)?.visible === false) continue;
    // What has passed is twice as far as what comes.
    const distance = start >= now ? start - now : (now - start) * 2;
    const series = `${event.calendarId}\n${event.uid}\n${event.title}`;
    const known = nearest.get(series);
    const nearer = !known || (start >= now !== known.start >= now ? start >= now : distance < known.distance);
    if (nearer) nearest.set(series, { event, start, distance });
  }
  return [...nearest.values()]
    .sort((a, b) => a.distance - b.distance)
    .map(({ event, start }): Thing => {
      const calendar = calendars.get(event.calendarId);
      const day = (event.startDay ? parseDay(event.startDay) : null) ?? dayAt(zone, start);
      const when = event.allDay ? formatDayShort(day) : momentWords(zone, start);
      return {
        key: `event:${event.id}`,
        kind: 'event',
        id: event.id,
        text: event.title,
        also: event.location ?? '',
        detail: `${calendar?.name ?? 'Event'}, ${when}`,
        edge: calendar?.color ?? 'slate',
        day,
      };
    });
}

/** By `kind:id`: the next start, or the last one when all have passed. */
function firstStarts(world: World, now: Instant): Map<string, Instant> {
  const starts = new Map<string, Instant>();
  for (const placement of world.placements) {
    const start = parseInstant(placement.start);
    if (start === null) continue;
    const key = `${placement.kind}:${placement.id}`;
    const known = starts.get(key);
    const better = known === undefined || (known < now ? start > known : start >= now && start < known);
    if (better) starts.set(key, start);
  }
  return starts;
}

function momentWords(zone: ZoneId, at: Instant): string {
  return `${formatDayShort(dayAt(zone, at))} ${formatTime(zone, at)}`;
}
