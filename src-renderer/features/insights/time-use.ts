// Where the hours of past days went: events that took time, tasks that were done, habits that were kept. Pure.
import { by, descending, inOrder } from '#shared/base/ordering';
import { blocksTime } from '#shared/calendar/blocking';
import type { Calendar, CalendarEvent } from '#shared/calendar/event';
import {
  clipMinutes,
  type MinuteSpan,
  mergeMinutes,
  minuteFloor,
  outerMinutes,
  subtractMinutes,
  totalMinutes,
} from '#shared/engine/epoch-minute';
import type { Placement } from '#shared/engine/plan';
import type { Settings } from '#shared/engine/settings';
import { workingWindows } from '#shared/engine/working-windows';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import type { Project, Task } from '#shared/tasks/task';
import { type Day, daysBetween, plusDays } from '#shared/time/day';
import type { Instant } from '#shared/time/instant';
import { instantAtMinute } from '#shared/time/zone';

export type UseKind = 'event' | 'task' | 'habit';

export interface UsePart {
  readonly kind: UseKind;
  readonly id: string;
  readonly name: string;
  readonly minutes: number;
  /** Events, finished blocks, kept habits. */
  readonly count: number;
}

export interface UseOfDay {
  readonly day: Day;
  readonly minutes: Readonly<Record<UseKind, number>>;
}

export interface TimeUse {
  readonly days: readonly UseOfDay[];
  /** Largest first, by kind: calendars, projects, habits. */
  readonly parts: Readonly<Record<UseKind, readonly UsePart[]>>;
  readonly minutes: Readonly<Record<UseKind, number>>;
  /** Working minutes of the days, and how many of them nothing took. */
  readonly workingMinutes: number;
  readonly freeMinutes: number;
}

export interface TimeUseSources {
  readonly settings: Settings;
  readonly calendars: readonly Calendar[];
  readonly events: readonly CalendarEvent[];
  readonly placements: readonly Placement[];
  readonly tasks: readonly Task[];
  readonly projects: readonly Project[];
  readonly habits: readonly Habit[];
  readonly habitOccurrences: readonly HabitOccurrence[];
}

interface Use {
  readonly kind: UseKind;
  readonly id: string;
  readonly name: string;
  readonly span: MinuteSpan;
}

/** Of the days from `firstDay` on until `now`. Events that overlap each other count each; free time counts once. */
export function timeUse(sources: TimeUseSources, firstDay: Day, today: Day, now: Instant): TimeUse {
  const { settings } = sources;
  const count = daysBetween(firstDay, today) + 1;
  const starts = Array.from({ length: count + 1 }, (_, index) =>
    minuteFloor(instantAtMinute(settings.timeZone, plusDays(firstDay, index), 0)),
  );
  const whole = { start: starts[0]!, end: Math.min(minuteFloor(now), starts.at(-1)!) };
  const uses = [...eventUses(sources), ...taskUses(sources), ...habitUses(sources)].flatMap((use) =>
    clipMinutes([use.span], whole).map((span) => ({ ...use, span })),
  );
  const days = starts.slice(0, -1).map((start, index) => {
    const minutes = { event: 0, task: 0, habit: 0 };
    for (const use of uses) minutes[use.kind] += shared(use.span, { start, end: starts[index + 1]! });
    return { day: plusDays(firstDay, index), minutes };
  });
  const windows = clipMinutes(workingWindows(settings, firstDay, plusDays(today, 1)), whole);
  return {
    days,
    parts: { event: partsOf(uses, 'event'), task: partsOf(uses, 'task'), habit: partsOf(uses, 'habit') },
    minutes: { event: sumOf(uses, 'event'), task: sumOf(uses, 'task'), habit: sumOf(uses, 'habit') },
    workingMinutes: totalMinutes(windows),
    freeMinutes: totalMinutes(subtractMinutes(windows, mergeMinutes(uses.map((use) => use.span)))),
  };
}

/** Whole days are no hours: a holiday of a week would hide all else. */
function eventUses({ events, calendars, settings }: TimeUseSources): Use[] {
  const known = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return events.flatMap((event): Use[] => {
    const calendar = known.get(event.calendarId);
    if (!calendar || event.allDay || !blocksTime(event, calendar, settings)) return [];
    return [{ kind: 'event', id: calendar.id, name: calendar.name, span: outerMinutes(event.start, event.end) }];
  });
}

function taskUses({ placements, tasks, projects }: TimeUseSources): Use[] {
  const done = new Map(tasks.filter((task) => task.status === 'done').map((task) => [task.id, task]));
  const names = new Map(projects.map((project) => [project.id, project.name]));
  return placements.flatMap((placement): Use[] => {
    const task = placement.kind === 'task' ? done.get(placement.id) : undefined;
    if (!task) return [];
    const name = task.projectId === null ? null : (names.get(task.projectId) ?? null);
    const span = outerMinutes(placement.start, placement.end);
    return [{ kind: 'task', id: name === null ? '' : task.projectId!, name: name ?? 'Without a project', span }];
  });
}

function habitUses({ habits, habitOccurrences }: TimeUseSources): Use[] {
  const titles = new Map(habits.map((habit) => [habit.id, habit.title]));
  return habitOccurrences.flatMap((occurrence): Use[] => {
    const name = titles.get(occurrence.habitId);
    const kept = occurrence.state === 'done' || occurrence.state === 'doneLate';
    if (!kept || name === undefined || occurrence.start === null || occurrence.end === null) return [];
    return [{ kind: 'habit', id: occurrence.habitId, name, span: outerMinutes(occurrence.start, occurrence.end) }];
  });
}

function partsOf(uses: readonly Use[], kind: UseKind): UsePart[] {
  const parts = new Map<string, { kind: UseKind; id: string; name: string; minutes: number; count: number }>();
  for (const use of uses) {
    if (use.kind !== kind) continue;
    const part = parts.get(use.id) ?? { kind, id: use.id, name: use.name, minutes: 0, count: 0 };
    part.minutes += use.span.end - use.span.start;
    part.count += 1;
    parts.set(use.id, part);
  }
  return [...parts.values()].sort(
    inOrder(
      descending(by((part) => part.minutes)),
      by((part) => part.name),
    ),
  );
}

function sumOf(uses: readonly Use[], kind: UseKind): number {
  return uses.reduce((sum, use) => sum + (use.kind === kind ? use.span.end - use.span.start : 0), 0);
}

function shared(a: MinuteSpan, b: MinuteSpan): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}
