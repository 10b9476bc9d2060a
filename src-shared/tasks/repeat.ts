// A repeating task stands in the list once. When it is done, the next one takes over its rule.
import { nextWallTime } from '../calendar/recurrence';
import { type Day, daysBetween, plusDays } from '../time/day';
import { formatInstant, type Instant, instant, parseInstant } from '../time/instant';
import { dayOfWallTime, wallTime } from '../time/wall-time';
import { dayAt, instantAtMinute, minuteOfDayAt, type ZoneId } from '../time/zone';
import type { Repeat, Task } from './task';

interface NextContext {
  readonly zone: ZoneId;
  readonly now: Instant;
  /** The id of the task to come. */
  readonly id: string;
}

/**
 * The task that takes over when this one is done; null when it does not repeat, or its rule has ended.
 * It falls on the first day of the rule after both the day of this one and today, so what was missed does not pile up.
 * Its dates keep their times of day and their distance; without an earliest start it may be done from the day after on, not at once again,
 * and without any date from its day on.
 */
export function nextOccurrence(task: Task, { zone, now, id }: NextContext): Task | null {
  if (!task.repeat) return null;
  const today = dayAt(zone, now);
  const day = dayOfOccurrence(task, zone) ?? today;
  const done = day > today ? day : today;
  const next = firstDayAfter(task.repeat, done);
  if (next === null) return null;
  const later = (text: string | null) => (text === null ? null : laterByWholeDays(zone, text, daysBetween(day, next)));
  const freeFrom = formatInstant(instantAtMinute(zone, task.dueAt === null ? next : plusDays(done, 1), 0));
  const isFree = task.notBefore === null && task.pinnedStart === null;
  return {
    ...task,
    id,
    dueAt: later(task.dueAt),
    notBefore: isFree ? freeFrom : later(task.notBefore),
    pinnedStart: later(task.pinnedStart),
    status: 'open',
    doneAt: null,
    doneMinutes: 0,
    // What this one waited for is over with it.
    dependsOn: [],
    createdAt: formatInstant(now),
  };
}

/** The first day of a rule after a day, or from it on with `including`; null when the rule has ended. */
export function firstDayAfter(repeat: Repeat, day: Day, including = false): Day | null {
  const found = nextWallTime({ rule: repeat.rule, start: wallTime(repeat.from, 0) }, wallTime(day, 0), including);
  return found === null ? null : dayOfWallTime(found);
}

/** The day a task is for: of its due, else of its fixed or earliest start. A due at midnight means the day before. */
function dayOfOccurrence(task: Task, zone: ZoneId): Day | null {
  const due = task.dueAt === null ? null : parseInstant(task.dueAt);
  if (due !== null) return dayAt(zone, instant(due - 1));
  const start = parseInstant(task.pinnedStart ?? task.notBefore ?? '');
  return start === null ? null : dayAt(zone, start);
}

function laterByWholeDays(zone: ZoneId, text: string, days: number): string {
  const at = parseInstant(text);
  if (at === null) return text;
  return formatInstant(instantAtMinute(zone, plusDays(dayAt(zone, at), days), minuteOfDayAt(zone, at)));
}
