// How the fields of a task are written.
import type { Task } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import { instant, parseInstant } from '#shared/time/instant';
import { parseTimeOfDay } from '#shared/time/wall-time';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { dueWords, readDue } from '../../state/due';
import { PART_WORDS } from '../../state/task-words';
import { formatDayRelative, formatMinuteOfDay, formatTime } from '../../ui/format-time';
import type { TaskRow } from './task-list';

/** `Morning`, or `9:00 – 12:00` for a window of one's own. */
export function partWords(part: Task['partOfDay']): string {
  if (part === null) return '';
  if (typeof part === 'string') return PART_WORDS[part];
  return `${clock(part.from)} – ${clock(part.to)}`;
}

function clock(text: string): string {
  return formatMinuteOfDay(parseTimeOfDay(text) ?? 0);
}

export function taskDueWords(task: Task, zone: ZoneId, today: Day): string {
  const due = task.dueAt === null ? null : readDue(zone, task.dueAt);
  return due ? dueWords(due, today) : '';
}

/** Where a task is placed: `Tue 15:15`, `Today 9:30, 2 more`. Empty without a place. */
export function placedWords(row: TaskRow, zone: ZoneId, today: Day): string {
  const first = row.placements[0];
  if (!first) return '';
  const start = parseInstant(first.start) ?? instant(0);
  const rest = row.placements.length - 1;
  return `${formatDayRelative(dayAt(zone, start), today)} ${formatTime(zone, start)}${rest > 0 ? `, ${rest} more` : ''}`;
}
