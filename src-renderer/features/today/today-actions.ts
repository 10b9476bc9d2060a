import type { Day } from '#shared/time/day';
import { checkHabit, completeTask, pinPlacement, updateTask } from '../../state/edit';
import { openEditor } from '../../state/editor';
import { goTo } from '../../state/navigation';
import { planNow } from '../../state/planning';
import { runEdit } from '../../state/run-edit';
import { select } from '../../state/selection';
import { workspaceNow } from '../../state/workspace';
import type { AgendaBlock, DayAgenda } from './day-agenda';
import { moreTime } from './more-time';

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
  void runEdit(edit, `Done: ${block.title}`);
}

/** Gives the task under way half an hour more and plans what that moves. */
export async function needsMore(block: AgendaBlock, agenda: DayAgenda): Promise<void> {
  const state = workspaceNow();
  const task = state.tasks.find((one) => one.id === block.id);
  const placed = state.placements.find((one) => one.kind === 'task' && one.id === block.id);
  if (!task) return;
  const more = moreTime(task, block, agenda);
  const edit =
    more.kind === 'grow'
      ? pinPlacement({ kind: 'task', id: task.id, chunk: placed?.chunk ?? null }, block.start, more.minutes)
      : updateTask(task.id, more.patch);
  if (await runEdit(edit)) await planNow(`More time for ${task.title}`);
}
