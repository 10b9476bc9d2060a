import { nextOccurrence } from '#shared/tasks/repeat';
import type { Task } from '#shared/tasks/task';
import { parseInstant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import { formatDayShort } from '../ui/format-time';
import { now } from './clock';
import { readDue } from './due';
import { workspaceNow } from './workspace';

/** `Done: Report`, and for a task that repeats when it comes again: `Done: Report. Next on Fri 4 Dec`. */
export function doneWords(task: Task): string {
  return `Done: ${task.title}${nextWords(task)}`;
}

/** `Skipped “Report”. Next on Fri 4 Dec`. */
export function skippedWords(task: Task): string {
  return `Skipped “${task.title}”${nextWords(task)}`;
}

function nextWords(task: Task): string {
  const zone = workspaceNow().settings.timeZone;
  const next = nextOccurrence(task, { zone, now: now(), id: task.id });
  const start = parseInstant(next?.pinnedStart ?? next?.notBefore ?? '');
  const day = next?.dueAt ? readDue(zone, next.dueAt)?.day : start === null ? undefined : dayAt(zone, start);
  return day === undefined ? '' : `. Next on ${formatDayShort(day)}`;
}
