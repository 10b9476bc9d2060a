// Dropping a To place card, or a habit of the day, on the timeline. Snaps to 15 minutes, to 5 with Shift.
import { type DragEvent, useState } from 'react';
import type { Task } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import { type Instant, type Minutes, plusMinutes } from '#shared/time/instant';
import { announce } from '../../state/announce';
import { moveUnplacedTask } from '../../state/edit';
import { runEdit } from '../../state/run-edit';
import { TASK_DRAG_TYPE } from '../../state/task-drag';
import { workspaceNow } from '../../state/workspace';
import { formatTime } from '../../ui';
import { HABIT_DRAG_TYPE, moveHabit } from './move-habit';

interface Ghost {
  readonly start: Instant;
  readonly minutes: Minutes;
  readonly title: string;
}

export function useTimelineDrop(origin: Instant, top: number, day: Day) {
  const [ghost, setGhost] = useState<Ghost | null>(null);
  const startAt = (event: DragEvent<HTMLElement>): Instant => {
    const snap = event.shiftKey ? 5 : 15;
    const minutes = event.clientY - event.currentTarget.getBoundingClientRect().top - top;
    return plusMinutes(origin, Math.max(0, Math.round(minutes / snap) * snap));
  };
  const carries = (event: DragEvent) =>
    event.dataTransfer.types.includes(TASK_DRAG_TYPE) || event.dataTransfer.types.includes(HABIT_DRAG_TYPE);
  const handlers = {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!carries(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      // What is dragged cannot be read before the drop; half an hour stands for it.
      setGhost({ start: startAt(event), minutes: 30, title: 'Place here' });
    },
    onDragLeave: (event: DragEvent<HTMLElement>) => {
      if (!(event.relatedTarget instanceof Node) || !event.currentTarget.contains(event.relatedTarget)) setGhost(null);
    },
    onDrop: (event: DragEvent<HTMLElement>) => {
      if (!carries(event)) return;
      event.preventDefault();
      setGhost(null);
      const habit = event.dataTransfer.getData(HABIT_DRAG_TYPE);
      if (habit !== '') {
        void moveHabit(habit, day, startAt(event));
        return;
      }
      const task = workspaceNow().tasks.find((one) => one.id === event.dataTransfer.getData(TASK_DRAG_TYPE));
      if (task) void place(task, startAt(event));
    },
  };
  return { ghost, handlers };
}

async function place(task: Task, start: Instant): Promise<void> {
  if (await runEdit(moveUnplacedTask(task.id, start))) {
    announce(`${task.title} is placed at ${formatTime(workspaceNow().settings.timeZone, start)}`);
  }
}
