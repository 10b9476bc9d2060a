// What can be done to a row, with its words: each is one undo step, said aloud, and failures reach the user.
import type { Result } from '#shared/base/result';
import { minutesBetween } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { announce } from '../../state/announce';
import { doneWords, skippedWords } from '../../state/done-words';
import {
  checkHabit,
  completeTask,
  pinPlacement,
  removeHabit,
  removeTasks,
  skipTask,
  unpinPlacement,
} from '../../state/edit';
import type { Moved } from '../../state/mended-plan';
import type { DemandRef } from '../../state/placement-key';
import { moveAndPush } from '../../state/real-time';
import { offerUndo, runEdit } from '../../state/run-edit';
import { movedPlace, movedWords } from '../../state/say-moved';
import { workspaceNow } from '../../state/workspace';
import { isMovable } from './block';
import { laterByDays, laterByMinutes } from './grid-time';
import { type DropOutcome, dropOutcome, outcomeWords } from './pushed-rows';
import { type HabitRow, isWork, type ScheduleRow, type WorkRow } from './schedule-rows';
import type { GridDrag } from './use-grid-drag';

export function refOf(row: WorkRow): DemandRef {
  return row.kind === 'habit'
    ? { kind: 'habit', id: row.id, day: row.day }
    : { kind: 'task', id: row.id, chunk: row.chunk };
}

/** Puts a row elsewhere and locks it there; a new length changes the task's own. */
export async function moveRow(row: WorkRow, to: Span, outcome: DropOutcome): Promise<boolean> {
  const length = minutesBetween(to.start, to.end);
  const resized = length !== minutesBetween(row.start, row.end);
  return moved(moveAndPush(refOf(row), to.start, resized ? length : undefined), row.title, to, outcome);
}

/** A finished drag: a block in its new place, or a card that now has one. */
export async function dropOnGrid(drag: GridDrag): Promise<void> {
  if (drag.task) {
    await moved(moveAndPush({ kind: 'task', id: drag.task.id }, drag.span.start), drag.title, drag.span, drag.outcome);
    return;
  }
  if (!drag.row || !isWork(drag.row)) return;
  if (drag.row.start === drag.span.start && drag.row.end === drag.span.end) return;
  await moveRow(drag.row, drag.span, drag.outcome);
}

export type Nudge = 'earlier' | 'later' | 'dayBefore' | 'dayAfter' | 'shorter' | 'longer';

const NUDGE_MINUTES = 15;

/** The keyboard's drag: a quarter of an hour, a day, or the length. The value is where the row went, if it did. */
export async function nudgeRow(row: ScheduleRow, nudge: Nudge, rows: readonly ScheduleRow[]): Promise<Span | null> {
  if (!isWork(row)) {
    const stays =
      row.kind === 'event'
        ? 'An imported event stays where its calendar puts it'
        : 'A match moves on its tournament’s board';
    announce(stays);
    return null;
  }
  if (!isMovable(row)) return null;
  const to = nudged(row, nudge);
  if (to.end <= to.start) return null;
  return (await moveRow(row, to, dropOutcome(rows, to, row.key))) ? to : null;
}

/** Locks a row where it is, or lets it go for the next plan. */
export async function toggleLock(row: WorkRow): Promise<void> {
  const stored = row.locked
    ? await runEdit(unpinPlacement(refOf(row)))
    : await runEdit(pinPlacement(refOf(row), row.start));
  if (stored) announce(row.locked ? `${row.title} unlocked, the next plan may move it` : `${row.title} locked here`);
}

export async function toggleDone(row: WorkRow): Promise<void> {
  const done = row.kind === 'task' ? row.done : row.state === 'done';
  const task = row.kind === 'task' ? workspaceNow().tasks.find((one) => one.id === row.id) : undefined;
  const said = task ? doneWords(task) : `${row.title} done`;
  const stored = await runEdit(
    row.kind === 'task' ? completeTask(row.id, !done) : checkHabit(row.id, row.day, done ? 'planned' : 'done'),
  );
  if (stored) announce(done ? `${row.title} open again` : said);
}

/** A repeating task goes on to its next time. */
export async function skipTaskOf(row: WorkRow): Promise<void> {
  const task = workspaceNow().tasks.find((one) => one.id === row.id);
  if (task) await runEdit(skipTask(task.id), skippedWords(task));
}

/** Rests this once; the strength of the habit stays. */
export async function skipHabit(row: HabitRow): Promise<void> {
  await runEdit(checkHabit(row.id, row.day, 'skipped'), `Skipped “${row.title}”`);
}

/** Deletes the task, or the habit with all its days. */
export async function deleteWork(row: WorkRow): Promise<void> {
  if (row.kind === 'task') await runEdit(removeTasks([row.id]), `Deleted “${row.title}”`);
  else await runEdit(removeHabit(row.id), `Deleted “${row.title}” and its days`);
}

function nudged(row: WorkRow, nudge: Nudge): Span {
  switch (nudge) {
    case 'earlier':
      return laterByMinutes(row, -NUDGE_MINUTES);
    case 'later':
      return laterByMinutes(row, NUDGE_MINUTES);
    case 'dayBefore':
      return laterByDays(workspaceNow().settings.timeZone, row, -1);
    case 'dayAfter':
      return laterByDays(workspaceNow().settings.timeZone, row, 1);
    case 'shorter':
      return { start: row.start, end: laterByMinutes(row, -NUDGE_MINUTES).end };
    case 'longer':
      return { start: row.start, end: laterByMinutes(row, NUDGE_MINUTES).end };
  }
}

async function moved(
  edit: Promise<Result<readonly Moved[], string>>,
  title: string,
  to: Span,
  { blocked }: DropOutcome,
): Promise<boolean> {
  const done = await edit;
  if (!(await runEdit(Promise.resolve(done))) || !done.ok) return false;
  const over = outcomeWords({ blocked, pushed: [] });
  const zone = workspaceNow().settings.timeZone;
  announce(`${title} is now ${movedPlace(to, zone)}, locked${over ? `. ${over}` : ''}`);
  if (done.value.length > 0) offerUndo(`Moved ${title}`, movedWords(done.value, zone));
  return true;
}
