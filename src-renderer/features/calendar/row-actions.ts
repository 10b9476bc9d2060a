// What can be done to a row, with its words: each is one undo step, said aloud, and failures reach the user.
import { minutesBetween } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { dayAt } from '#shared/time/zone';
import { announce } from '../../state/announce';
import { checkHabit, completeTask, moveUnplacedTask, pinPlacement, unpinPlacement } from '../../state/edit';
import type { DemandRef } from '../../state/placement-key';
import { planNow } from '../../state/planning';
import { runEdit } from '../../state/run-edit';
import { showNotice } from '../../state/toasts';
import { workspaceNow } from '../../state/workspace';
import { formatDayShort, formatRange } from '../../ui';
import { isMovable } from './block';
import { laterByDays, laterByMinutes } from './grid-time';
import { type DropOutcome, dropOutcome, outcomeWords } from './pushed-rows';
import { isWork, type ScheduleRow, type WorkRow } from './schedule-rows';
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
  if (!(await runEdit(pinPlacement(refOf(row), to.start, resized ? length : undefined)))) return false;
  sayMoved(row.title, to, outcome);
  return true;
}

/** A finished drag: a block in its new place, or a card that now has one. */
export async function dropOnGrid(drag: GridDrag): Promise<void> {
  if (drag.task) {
    if (await runEdit(moveUnplacedTask(drag.task.id, drag.span.start))) sayMoved(drag.title, drag.span, drag.outcome);
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
  const stored = await runEdit(
    row.kind === 'task' ? completeTask(row.id, !done) : checkHabit(row.id, row.day, done ? 'planned' : 'done'),
  );
  if (stored) announce(done ? `${row.title} open again` : `${row.title} done`);
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

function sayMoved(title: string, to: Span, outcome: DropOutcome): void {
  const zone = workspaceNow().settings.timeZone;
  const words = outcomeWords(outcome);
  const where = `${formatDayShort(dayAt(zone, to.start))}, ${formatRange(zone, to.start, to.end)}`;
  announce(`${title} is now ${where}, locked${words ? `. ${words}` : ''}`);
  if (outcome.pushed.length === 0) return;
  showNotice({
    title: words,
    body: 'Plan again to give what was there a new place.',
    action: { label: 'Plan', run: () => void planNow() },
  });
}
