// What the calendar shows, from what is stored: one row for each event, planned task piece, habit occurrence, own match and post.
// Rows are plain data; where they lie on a day is `day-segments`, who stands beside whom is `side-by-side`.
import type { Calendar, CalendarEvent } from '#shared/calendar/event';
import type { Placement } from '#shared/engine/plan';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import type { ShownPost } from '#shared/posts/shown-posts';
import type { Project, Task } from '#shared/tasks/task';
import { type Day, parseDay, plusDays } from '#shared/time/day';
import { type Instant, parseInstant, plusMinutes } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import type { OwnMatch } from '#shared/tournaments/own-matches';
import { placementKey } from '../../state/placement-key';

interface RowOfAnyKind {
  /** Unique among rows; for tasks and habits the key of their placement. */
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
}

/** An imported event: it never moves. */
export interface EventRow extends RowOfAnyKind {
  readonly kind: 'event';
  readonly calendarName: string;
  readonly edge: Calendar['color'];
  readonly place: string | null;
  readonly allDay: boolean;
  readonly firstDay: Day;
  /** The day after the last one. */
  readonly endDay: Day;
  /** It takes no time: shown, and planned over. */
  readonly free: boolean;
  readonly declined: boolean;
}

export interface TaskRow extends RowOfAnyKind {
  readonly kind: 'task';
  readonly projectName: string | null;
  readonly dueAt: Instant | null;
  readonly slack: Placement['slack'];
  readonly lateMinutes: number;
  readonly locked: boolean;
  readonly done: boolean;
  readonly chunk: { readonly index: number; readonly of: number } | null;
}

export interface HabitRow extends RowOfAnyKind {
  readonly kind: 'habit';
  readonly day: Day;
  readonly locked: boolean;
  readonly state: 'planned' | 'done' | 'missed' | 'skipped';
}

/** An own match or umpire duty of a tournament: it moves on the tournament's board only. */
export interface MatchRow extends RowOfAnyKind {
  readonly kind: 'match';
  readonly tournamentId: string;
  readonly tournamentName: string;
  readonly place: string | null;
  /** Only if the draw goes that way. */
  readonly perhaps: boolean;
  readonly done: boolean;
}

/** A post at the time it goes out: it takes no time, and moves in its platform's week only. */
export interface PostRow extends RowOfAnyKind {
  readonly kind: 'post';
  readonly platformName: string;
  readonly text: string;
  readonly done: boolean;
  readonly locked: boolean;
}

/** What a plan places and the user may move. */
export type WorkRow = TaskRow | HabitRow;

export type ScheduleRow = EventRow | WorkRow | MatchRow | PostRow;

export function isWork(row: ScheduleRow): row is WorkRow {
  return row.kind === 'task' || row.kind === 'habit';
}

export interface RowSources {
  readonly zone: ZoneId;
  readonly events: readonly CalendarEvent[];
  readonly calendars: readonly Calendar[];
  readonly placements: readonly Placement[];
  readonly tasks: readonly Task[];
  readonly projects: readonly Project[];
  readonly habits: readonly Habit[];
  readonly habitOccurrences: readonly HabitOccurrence[];
  readonly matches: readonly OwnMatch[];
  readonly posts: readonly ShownPost[];
}

/** All rows of some kinds that share time with [from, to), by start; a key appears once. A kind whose sources did not change keeps its objects. */
export function rowsBetween(kinds: readonly (readonly ScheduleRow[])[], from: Instant, to: Instant): ScheduleRow[] {
  const rows = new Map<string, ScheduleRow>();
  for (const row of kinds.flat()) {
    const touches = row.start < to && (row.end > from || (row.start === row.end && row.start >= from));
    if (touches && !rows.has(row.key)) rows.set(row.key, row);
  }
  return [...rows.values()].sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1));
}

export function eventRows({ zone, events, calendars }: Pick<RowSources, 'zone' | 'events' | 'calendars'>): EventRow[] {
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const rows: EventRow[] = [];
  for (const event of events) {
    const calendar = byId.get(event.calendarId);
    const start = parseInstant(event.start);
    const end = parseInstant(event.end);
    if (start === null || end === null || calendar?.visible === false) continue;
    const firstDay = (event.startDay && parseDay(event.startDay)) || dayAt(zone, start);
    const lastMoment = Math.max(start, end - 1) as Instant;
    rows.push({
      kind: 'event',
      key: `event:${event.id}`,
      id: event.id,
      title: event.title || 'Untitled event',
      start,
      end: Math.max(start, end) as Instant,
      calendarName: calendar?.name ?? '',
      edge: calendar?.color ?? 'slate',
      place: event.location?.trim() || null,
      allDay: event.allDay,
      firstDay,
      endDay: (event.endDay && parseDay(event.endDay)) || plusDays(dayAt(zone, lastMoment), 1),
      free: !event.busy,
      declined: event.declined === true,
    });
  }
  return rows;
}

export function taskRows({
  placements,
  tasks,
  projects,
}: Pick<RowSources, 'placements' | 'tasks' | 'projects'>): TaskRow[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const projectNames = new Map(projects.map((project) => [project.id, project.name]));
  const rows: TaskRow[] = [];
  const placed = new Set<string>();
  for (const placement of placements) {
    const task = placement.kind === 'task' ? byId.get(placement.id) : undefined;
    const start = parseInstant(placement.start);
    const end = parseInstant(placement.end);
    if (!task || start === null || end === null) continue;
    placed.add(task.id);
    rows.push({
      ...taskFacts(task, projectNames),
      key: placementKey(placement),
      start,
      end,
      slack: placement.slack,
      lateMinutes: placement.lateMinutes,
      locked: placement.pinned || task.pinnedStart !== null,
      chunk: placement.chunk,
    });
  }
  // A task fixed by hand shows at once, before any plan has placed it.
  for (const task of tasks) {
    const start = task.pinnedStart === null || placed.has(task.id) ? null : parseInstant(task.pinnedStart);
    if (start === null) continue;
    rows.push({
      ...taskFacts(task, projectNames),
      key: placementKey({ kind: 'task', id: task.id }),
      start,
      end: plusMinutes(start, task.durationMinutes),
      slack: 'none',
      lateMinutes: 0,
      locked: true,
      chunk: null,
    });
  }
  return rows;
}

function taskFacts(task: Task, projectNames: ReadonlyMap<string, string>) {
  return {
    kind: 'task',
    id: task.id,
    title: task.title,
    projectName: (task.projectId && projectNames.get(task.projectId)) || null,
    dueAt: task.dueAt === null ? null : parseInstant(task.dueAt),
    done: task.status === 'done',
  } as const;
}

export function habitRows({
  placements,
  habits,
  habitOccurrences,
}: Pick<RowSources, 'placements' | 'habits' | 'habitOccurrences'>): HabitRow[] {
  const byId = new Map(habits.map((habit) => [habit.id, habit]));
  const occurrences = new Map(habitOccurrences.map((occurrence) => [habitKey(occurrence), occurrence]));
  const rows: HabitRow[] = [];
  const shown = new Set<string>();

  function add(habitId: string, dayText: string, startText: string | null, endText: string | null, pinned: boolean) {
    const habit = byId.get(habitId);
    const day = parseDay(dayText);
    const start = startText === null ? null : parseInstant(startText);
    const end = endText === null ? null : parseInstant(endText);
    if (!habit || day === null || start === null || end === null) return;
    const occurrence = occurrences.get(habitKey({ habitId, day }));
    shown.add(habitKey({ habitId, day }));
    rows.push({
      kind: 'habit',
      key: placementKey({ kind: 'habit', id: habitId, day }),
      id: habitId,
      title: habit.title,
      start,
      end,
      day,
      locked: pinned || occurrence?.pinned === true,
      state: occurrence?.state === 'doneLate' ? 'done' : (occurrence?.state ?? 'planned'),
    });
  }

  for (const placement of placements) {
    if (placement.kind === 'habit' && placement.day)
      add(placement.id, placement.day, placement.start, placement.end, placement.pinned);
  }
  // Days that have been lived keep their occurrence after the plan has moved on.
  for (const occurrence of habitOccurrences) {
    if (!shown.has(habitKey(occurrence)))
      add(occurrence.habitId, occurrence.day, occurrence.start, occurrence.end, occurrence.pinned);
  }
  return rows;
}

export function postRows(posts: RowSources['posts']): PostRow[] {
  return posts.map(({ id, title, start, end, platformName, text, done, locked }) => ({
    kind: 'post',
    key: `post:${id}`,
    id,
    title,
    start,
    end,
    platformName,
    text,
    done,
    locked,
  }));
}

export function matchRows(matches: RowSources['matches']): MatchRow[] {
  return matches.map((own) => ({
    kind: 'match',
    key: `match:${own.id}`,
    id: own.id,
    title: own.title,
    start: own.start,
    end: own.end,
    tournamentId: own.tournament,
    tournamentName: own.tournamentName,
    place: own.court,
    perhaps: !own.isCertain,
    done: own.isOver,
  }));
}

function habitKey(occurrence: { readonly habitId: string; readonly day: string }): string {
  return `${occurrence.habitId}@${occurrence.day}`;
}
