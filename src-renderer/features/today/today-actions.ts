import type { Day } from '#shared/time/day';
import { type Instant, minutesBetween } from '#shared/time/instant';
import { now } from '../../state/clock';
import { doneWords } from '../../state/done-words';
import { checkHabit, completeTask, updateTask } from '../../state/edit';
import { openEditor } from '../../state/editor';
import type { Moved } from '../../state/mended-plan';
import { goTo } from '../../state/navigation';
import { planNow } from '../../state/planning';
import { couldMoveUp, moveUp, runLate } from '../../state/real-time';
import { offerUndo, runEdit } from '../../state/run-edit';
import { movedWords } from '../../state/say-moved';
import { select } from '../../state/selection';
import { showNotice } from '../../state/toasts';
import { workspaceNow } from '../../state/workspace';
import { formatTime } from '../../ui';
import type { AgendaBlock, DayAgenda } from './day-agenda';
import { MORE_MINUTES, moreTime } from './more-time';

/** Freed time shorter than this is not worth an offer. */
const LEAST_FREED = 10;

/** Tasks and habits open their editor; an event, a match or a post shows in the week, where its details stand. */
export function openBlock(block: AgendaBlock): void {
  if (block.kind === 'event' || block.kind === 'match' || block.kind === 'post') {
    select({ kind: block.kind, id: block.id });
    goTo('week');
  } else {
    openEditor({ kind: block.kind, id: block.id });
  }
}

export function finish(block: AgendaBlock, day: Day): void {
  const edit = block.kind === 'habit' ? checkHabit(block.id, day, 'done') : completeTask(block.id, true);
  const task = block.kind === 'task' ? workspaceNow().tasks.find((one) => one.id === block.id) : undefined;
  void finished(runEdit(edit, task ? doneWords(task) : `Done: ${block.title}`), block);
}

/** Done before its time: what is left of the block is offered to what could use it. */
async function finished(stored: Promise<boolean>, block: AgendaBlock): Promise<void> {
  const from = now();
  if (!(await stored) || block.start >= from || minutesBetween(from, block.end) < LEAST_FREED) return;
  const moved = await couldMoveUp(from);
  if (moved.length === 0) return;
  showNotice({
    title: `Free until ${formatTime(workspaceNow().settings.timeZone, block.end)}`,
    body: `${moved[0]!.title} could move up.`,
    action: { label: 'Move up', run: () => void takeUp(from) },
  });
}

async function takeUp(from: Instant): Promise<void> {
  const done = await moveUp(from);
  if ((await runEdit(Promise.resolve(done))) && done.ok) offerUndo('Moved up', whereTo(done.value));
}

function whereTo(moved: readonly Moved[]): string {
  return movedWords(moved, workspaceNow().settings.timeZone);
}

/** Gives the task under way half an hour more; what follows that day moves back. */
export async function needsMore(block: AgendaBlock, agenda: DayAgenda): Promise<void> {
  const state = workspaceNow();
  const task = state.tasks.find((one) => one.id === block.id);
  const placed = state.placements.find((one) => one.kind === 'task' && one.id === block.id);
  if (!task) return;
  const more = moreTime(task, block, agenda);
  if (more.kind === 'piece') {
    if (await runEdit(updateTask(task.id, more.patch))) await planNow(`More time for ${task.title}`);
    return;
  }
  const late = await runLate({ kind: 'task', id: task.id, chunk: placed?.chunk ?? null }, block.start, more.minutes);
  if ((await runEdit(Promise.resolve(late))) && late.ok)
    offerUndo(`${MORE_MINUTES} min more for ${task.title}`, whereTo(late.value));
}
