// What of each task is still to be planned, and what of it already stands fixed.
import { type EpochMinute, type MinuteSpan, minuteCeil, outerMinutes, storedInstant } from '../engine/epoch-minute';
import type { Horizon } from '../engine/horizon';
import type { Placement } from '../engine/plan';
import { plusMinutes } from '../time/instant';
import type { Task } from './task';

export interface FixedPiece extends MinuteSpan {
  readonly task: Task;
  /** By the user's pin; otherwise it is work under way. */
  readonly pinned: boolean;
}

export interface TaskWork {
  readonly task: Task;
  /** Minutes still to be placed; 0 when all of it is fixed or done. */
  readonly minutes: number;
  readonly fixed: readonly FixedPiece[];
  /** Its movable places in the plan in force, sorted by start. */
  readonly present: readonly MinuteSpan[];
}

/** The open tasks; finished ones are not planned. `present` are the placements in force, of any kind. */
export function workOf(tasks: readonly Task[], present: readonly Placement[], horizon: Horizon): TaskWork[] {
  const placed = new Map<string, MinuteSpan[]>();
  for (const placement of present) {
    if (placement.kind !== 'task') continue;
    const list = placed.get(placement.id);
    const span = outerMinutes(placement.start, placement.end);
    if (list) list.push(span);
    else placed.set(placement.id, [span]);
  }
  return tasks
    .filter((task) => task.status === 'open')
    .map((task) => workOfTask(task, placed.get(task.id) ?? [], horizon));
}

function workOfTask(task: Task, placed: readonly MinuteSpan[], horizon: Horizon): TaskWork {
  const remaining = Math.max(0, task.durationMinutes - task.doneMinutes);
  if (task.pinnedStart !== null) {
    const pinned = pinnedSpan(task, remaining, horizon);
    return {
      task,
      minutes: 0,
      fixed: pinned.start < pinned.end ? [{ task, pinned: true, ...pinned }] : [],
      present: [],
    };
  }
  const underWay = placed.filter((span) => span.start <= horizon.now && horizon.now < span.end);
  const fixed = remaining === 0 ? [] : underWay.map((span) => ({ task, pinned: false, ...span }));
  const worked = fixed.reduce((sum, span) => sum + span.end - span.start, 0);
  const rest = fixed.length > 0 && task.split === null ? 0 : Math.max(0, remaining - worked);
  const present = placed.filter((span) => span.start > horizon.now).sort((a, b) => a.start - b.start);
  return { task, minutes: rest, fixed, present };
}

/** A pin that has begun keeps its whole length, a later one takes what is left to do. */
function pinnedSpan(task: Task, remaining: number, horizon: Horizon): MinuteSpan {
  const start = storedInstant(task.pinnedStart!);
  const begun = minuteCeil(start) <= horizon.now;
  const minutes = begun ? task.durationMinutes : remaining;
  const from = Math.floor(start / 60_000);
  return { start: from, end: minutes === 0 ? from : minuteCeil(plusMinutes(start, minutes)) };
}

export function dueMinute(task: Task): EpochMinute | null {
  return task.dueAt === null ? null : Math.floor(storedInstant(task.dueAt) / 60_000);
}

export function earliestMinute(task: Task, horizon: Horizon): EpochMinute {
  return task.notBefore === null
    ? horizon.earliest
    : Math.max(horizon.earliest, minuteCeil(storedInstant(task.notBefore)));
}
