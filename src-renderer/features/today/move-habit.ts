// Moving a habit of the day by hand: it is pinned there, for this day only.
import type { DragEvent, KeyboardEvent } from 'react';
import type { Day } from '#shared/time/day';
import { type Instant, plusMinutes } from '#shared/time/instant';
import { announce } from '../../state/announce';
import { pinPlacement } from '../../state/edit';
import { runEdit } from '../../state/run-edit';
import { workspaceNow } from '../../state/workspace';
import { formatTime } from '../../ui';
import type { AgendaBlock } from './day-agenda';

/** The data type of a dragged habit of the day; its data is the habit's id. */
export const HABIT_DRAG_TYPE = 'application/x-daywright-habit';
const KEY_STEP_MINUTES = 15;

export async function moveHabit(id: string, day: Day, start: Instant): Promise<void> {
  const state = workspaceNow();
  const habit = state.habits.find((one) => one.id === id);
  if (!habit) return;
  const time = formatTime(state.settings.timeZone, start);
  if (await runEdit(pinPlacement({ kind: 'habit', id, day }, start), `“${habit.title}” stays at ${time} today`))
    announce(`${habit.title} is at ${time}`);
}

/** What makes a habit's block one that can be dragged, and moved with Alt and the arrow keys. */
export function habitHandle(block: AgendaBlock, day: Day) {
  return {
    draggable: true,
    'aria-keyshortcuts': 'Alt+ArrowUp Alt+ArrowDown',
    onDragStart: (event: DragEvent<HTMLElement>) => {
      event.dataTransfer.setData(HABIT_DRAG_TYPE, block.id);
      event.dataTransfer.effectAllowed = 'move';
    },
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
      event.preventDefault();
      const step = event.key === 'ArrowUp' ? -KEY_STEP_MINUTES : KEY_STEP_MINUTES;
      void moveHabit(block.id, day, plusMinutes(block.start, step));
    },
  };
}
