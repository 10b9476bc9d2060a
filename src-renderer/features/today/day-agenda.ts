// One day as the Today screen shows it: blocks in order of time, what runs now, what comes next, and the day's totals. Pure.
import { by, inOrder } from '#shared/base/ordering';
import { blocksTime } from '#shared/calendar/blocking';
import type { Calendar, CalendarEvent } from '#shared/calendar/event';
import type { Placement } from '#shared/engine/plan';
import type { Settings } from '#shared/engine/settings';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import type { ShownPost } from '#shared/posts/shown-posts';
import type { Project, Task } from '#shared/tasks/task';
import { type Day, weekdayOf } from '#shared/time/day';
import { type Instant, type Minutes, parseInstant } from '#shared/time/instant';
import { overlaps, type Span, spanMinutes } from '#shared/time/span';
import { intersectSpans, mergeSpans, type SpanSet, subtractSpans } from '#shared/time/span-set';
import { formatTimeOfDay, parseTimeOfDay } from '#shared/time/wall-time';
import { instantAtMinute, spanOfDay } from '#shared/time/zone';
import type { OwnMatch } from '#shared/tournaments/own-matches';

export interface DayWorld {
  readonly settings: Settings;
  readonly calendars: readonly Calendar[];
  readonly projects: readonly Project[];
  readonly tasks: readonly Task[];
  readonly habits: readonly Habit[];
  readonly habitOccurrences: readonly HabitOccurrence[];
  readonly placements: readonly Placement[];
  readonly events: readonly CalendarEvent[];
  readonly matches: readonly OwnMatch[];
  readonly posts: readonly ShownPost[];
}

export type BlockState = 'planned' | 'done' | 'missed' | 'skipped';

export interface AgendaBlock extends Span {
  /** Distinct within the day. */
  readonly key: string;
  readonly kind: 'event' | 'task' | 'habit' | 'match' | 'post';
  /** Id of the event, task, habit, own match or post. */
  readonly id: string;
  readonly title: string;
  /** Project, place or calendar; empty when there is nothing to say. */
  readonly meta: string;
  readonly state: BlockState;
  readonly locked: boolean;
  readonly slack: Placement['slack'];
  /** Events only. */
  readonly edge: Calendar['color'] | null;
  /** Whether it takes time. Tasks, habits and matches always do, posts never. */
  readonly busy: boolean;
  /** Tasks: its due, ISO; null without one. */
  readonly dueAt: string | null;
  /** Events: the calendar's name. Matches: the tournament's. */
  readonly calendar: string;
  /** Split tasks: "2 of 3". */
  readonly piece: string | null;
}

export interface DayAgenda {
  readonly span: Span;
  readonly blocks: readonly AgendaBlock[];
  readonly allDay: readonly AgendaBlock[];
}

export function dayAgenda(world: DayWorld, day: Day): DayAgenda {
  const span = spanOfDay(world.settings.timeZone, day);
  const events = eventBlocks(world, span);
  const blocks = [
    ...events.filter((one) => !one.allDay).map((one) => one.block),
    ...placedBlocks(world, span),
    ...matchBlocks(world, span),
    ...postBlocks(world, span),
  ];
  return {
    span,
    blocks: blocks.sort(
      inOrder(
        by((block) => block.start),
        by((block) => block.end),
        by((block) => block.key),
      ),
    ),
    allDay: events.filter((one) => one.allDay).map((one) => one.block),
  };
}

function eventBlocks(world: DayWorld, day: Span): { allDay: boolean; block: AgendaBlock }[] {
  const calendars = new Map(world.calendars.map((calendar) => [calendar.id, calendar]));
  const found: { allDay: boolean; block: AgendaBlock }[] = [];
  for (const event of world.events) {
    const span = readSpan(event);
    if (!span || !touches(span, day)) continue;
    const calendar = calendars.get(event.calendarId);
    found.push({
      allDay: event.allDay,
      block: {
        ...span,
        key: `event:${event.id}`,
        kind: 'event',
        id: event.id,
        title: event.title === '' ? 'Untitled' : event.title,
        meta: event.location ?? calendar?.name ?? '',
        state: 'planned',
        locked: false,
        slack: 'none',
        edge: calendar?.color ?? 'slate',
        busy: blocksTime(event, calendar ?? { blocks: true }, world.settings),
        dueAt: null,
        calendar: calendar?.name ?? '',
        piece: null,
      },
    });
  }
  return found;
}

function postBlocks({ posts }: DayWorld, day: Span): AgendaBlock[] {
  return posts
    .filter((post) => touches(post, day))
    .map((post) => ({
      start: post.start,
      end: post.end,
      key: `post:${post.id}`,
      kind: 'post',
      id: post.id,
      title: post.title,
      meta: '',
      state: post.done ? 'done' : 'planned',
      locked: post.locked,
      slack: 'none',
      edge: null,
      busy: false,
      dueAt: null,
      calendar: '',
      piece: null,
    }));
}

function matchBlocks({ matches }: DayWorld, day: Span): AgendaBlock[] {
  return matches
    .filter((own) => touches(own, day))
    .map((own) => ({
      start: own.start,
      end: own.end,
      key: `match:${own.id}`,
      kind: 'match',
      id: own.id,
      title: own.title,
      meta: own.court ?? '',
      state: own.isOver ? 'done' : 'planned',
      locked: false,
      slack: 'none',
      edge: null,
      busy: true,
      dueAt: null,
      calendar: own.tournamentName,
      piece: null,
    }));
}

function placedBlocks(world: DayWorld, day: Span): AgendaBlock[] {
  const tasks = new Map(world.tasks.map((task) => [task.id, task]));
  const habits = new Map(world.habits.map((habit) => [habit.id, habit]));
  const projects = new Map(world.projects.map((project) => [project.id, project.name]));
  const states = new Map(world.habitOccurrences.map((one) => [one.id, one.state]));
  const blocks: AgendaBlock[] = [];
  for (const placement of world.placements) {
    const span = readSpan(placement);
    if (!span || !touches(span, day)) continue;
    const common = {
      ...span,
      id: placement.id,
      locked: placement.pinned,
      slack: placement.slack,
      edge: null,
      busy: true,
      dueAt: null,
      calendar: '',
    };
    const task = placement.kind === 'task' ? tasks.get(placement.id) : undefined;
    const habit = placement.kind === 'habit' ? habits.get(placement.id) : undefined;
    if (task) {
      blocks.push({
        ...common,
        dueAt: task.dueAt,
        key: `task:${task.id}:${placement.chunk?.index ?? ''}`,
        kind: 'task',
        title: task.title,
        meta: task.projectId === null ? '' : (projects.get(task.projectId) ?? ''),
        state: task.status === 'done' ? 'done' : 'planned',
        locked: placement.pinned || task.pinnedStart !== null,
        piece:
          placement.chunk && placement.chunk.of > 1 ? `${placement.chunk.index + 1} of ${placement.chunk.of}` : null,
      });
    } else if (habit) {
      blocks.push({
        ...common,
        key: `habit:${habit.id}:${placement.day ?? ''}`,
        kind: 'habit',
        title: habit.title,
        meta: '',
        state: habitState(states.get(`${habit.id}@${placement.day ?? ''}`)),
        piece: null,
      });
    }
  }
  return blocks;
}

function habitState(state: HabitOccurrence['state'] | undefined): BlockState {
  if (state === 'done' || state === 'doneLate') return 'done';
  return state === 'missed' || state === 'skipped' ? state : 'planned';
}

/** A span without length is touched at its start. */
function touches(span: Span, day: Span): boolean {
  return overlaps(span, day) || (span.start === span.end && day.start <= span.start && span.start < day.end);
}

function readSpan(item: { readonly start: string; readonly end: string }): Span | null {
  const start = parseInstant(item.start);
  const end = parseInstant(item.end);
  return start === null || end === null ? null : { start, end };
}

/** What is under way. When several overlap, the one that began last; a task goes before a habit before an event. */
export function currentBlock(
  agenda: DayAgenda,
  now: Instant,
  kinds: readonly AgendaBlock['kind'][],
): AgendaBlock | null {
  const running = agenda.blocks.filter(
    (block) => block.start <= now && now < block.end && block.state === 'planned' && kinds.includes(block.kind),
  );
  return (
    running.sort(
      inOrder(
        by((block) => -block.start),
        by((block) => kinds.indexOf(block.kind)),
      ),
    )[0] ?? null
  );
}

/** The next thing that starts today and still waits. */
export function nextBlock(agenda: DayAgenda, now: Instant): AgendaBlock | null {
  return agenda.blocks.find((block) => block.start > now && block.state === 'planned') ?? null;
}

export interface DayTotals {
  readonly taskMinutes: Minutes;
  /** Events that take time, counted once where they overlap. */
  readonly eventMinutes: Minutes;
  readonly habitMinutes: Minutes;
  readonly matchMinutes: Minutes;
  /** Working time that nothing takes, from now on; null on days without working hours and when they are over. */
  readonly free: { readonly minutes: Minutes; readonly until: string } | null;
}

export function dayTotals(agenda: DayAgenda, settings: Settings, day: Day, now: Instant): DayTotals {
  const within: SpanSet = [agenda.span];
  const taking = agenda.blocks.filter((block) => block.busy && block.state !== 'missed' && block.state !== 'skipped');
  const minutesOf = (kind: AgendaBlock['kind']): Minutes =>
    total(intersectSpans(mergeSpans(taking.filter((block) => block.kind === kind)), within));
  return {
    taskMinutes: minutesOf('task'),
    eventMinutes: minutesOf('event'),
    habitMinutes: minutesOf('habit'),
    matchMinutes: minutesOf('match'),
    free: freeTime(taking, settings, day, now),
  };
}

function freeTime(taking: readonly AgendaBlock[], settings: Settings, day: Day, now: Instant): DayTotals['free'] {
  const hours = settings.workingHours[`${weekdayOf(day)}`] ?? [];
  const windows: Span[] = [];
  let lastMinute = 0;
  for (const [from, to] of hours) {
    const start = parseTimeOfDay(from) ?? 0;
    const end = parseTimeOfDay(to) ?? 0;
    const closes = end > start ? end : end + 1440;
    lastMinute = Math.max(lastMinute, closes);
    windows.push({
      start: instantAtMinute(settings.timeZone, day, start),
      end: instantAtMinute(settings.timeZone, day, closes),
    });
  }
  const ahead = mergeSpans(windows.map((span) => ({ start: Math.max(span.start, now) as Instant, end: span.end })));
  if (ahead.length === 0) return null;
  const minutes = total(subtractSpans(ahead, mergeSpans(taking)));
  return { minutes, until: formatTimeOfDay(lastMinute % 1440) };
}

function total(spans: SpanSet): Minutes {
  return Math.round(spans.reduce((sum, span) => sum + spanMinutes(span), 0));
}
