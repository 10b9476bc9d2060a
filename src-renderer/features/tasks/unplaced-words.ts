// Why a task has no place, in the few words a card has room for. The numbers stand in `Unplaced.detail`.
import { assertNever } from '#shared/base/assert-never';
import type { Unplaced } from '#shared/engine/plan';
import type { Task } from '#shared/tasks/task';
import { type Day, daysBetween } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { readDue } from '../../state/due';
import { formatDayRelative } from '../../ui/format-time';
import { formatLength } from '../../ui/length';

export interface UnplacedContext {
  readonly zone: ZoneId;
  readonly today: Day;
  readonly titleOf: (taskId: string) => string | null;
}

export function unplacedWords(unplaced: Pick<Unplaced, 'reason'>, task: Task, context: UnplacedContext): string {
  const length = formatLength(task.durationMinutes - task.doneMinutes);
  switch (unplaced.reason) {
    case 'noDuration':
      return 'Needs a length';
    case 'longerThanAnyFreeRunBeforeDue':
      return beforeDue(length, task, context);
    case 'longerThanAnyFreeRun':
      return `No free stretch of ${length}`;
    case 'minimumChunkLongerThanAnyGap':
      return task.split ? `No gap of ${formatLength(task.split.minMinutes)} for a part` : 'No gap for a part';
    case 'earliestStartAfterDue':
      return 'May start only after its due';
    case 'dependencyUnplaced':
      return waitsFor(task, context);
    case 'dependencyCycle':
      return 'Waits for a task that waits for it';
    case 'horizonEnds':
      return 'Beyond the days planned';
    case 'higherPriorityWorkFillsItsWindows':
      return 'More urgent work fills its time';
    case 'noWorkingHours':
      return 'No working hours there';
    case 'blockedByAllDayEvent':
      return 'An all-day event takes the time';
    case 'noFreeRunInWindow':
      return `No ${length} free in its window`;
    case 'paused':
      return 'Paused';
    default:
      return assertNever(unplaced.reason, 'reason');
  }
}

function beforeDue(length: string, task: Task, context: UnplacedContext): string {
  const due = task.dueAt ? readDue(context.zone, task.dueAt) : null;
  if (!due) return `No free stretch of ${length}`;
  const ahead = daysBetween(context.today, due.day);
  if (ahead < 0) return 'Its due date has passed';
  if (ahead === 0) return `No ${length} gap left today`;
  const day = formatDayRelative(due.day, context.today);
  return `No ${length} gap before ${ahead === 1 ? day.toLowerCase() : day}`;
}

function waitsFor(task: Task, context: UnplacedContext): string {
  const titles = task.dependsOn.map(context.titleOf).filter((title) => title !== null);
  return titles.length === 1 ? `Waits for ${titles[0]}` : 'Waits for other tasks';
}
