import { Tooltip } from '@mantine/core';
import type { DragEvent } from 'react';
import type { Task } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { dueWordsInline, readDue } from '../../state/due';
import { openEditor } from '../../state/editor';
import { TASK_DRAG_TYPE } from '../../state/task-drag';
import { formatLength } from '../../ui/length';
import { PlaceAction } from './place-action';
import classes from './to-place-list.module.css';

interface ToPlaceCardProps {
  readonly task: Task;
  readonly zone: ZoneId;
  readonly today: Day;
  /** Why it has no place; null before a plan was made. */
  readonly reason: string | null;
  /** The same with its numbers. */
  readonly detail: string | null;
}

export function ToPlaceCard({ task, zone, today, reason, detail }: ToPlaceCardProps) {
  const due = task.dueAt === null ? null : readDue(zone, task.dueAt);
  const facts = `${formatLength(task.durationMinutes - task.doneMinutes)} · ${due === null ? 'No date' : `Due ${dueWordsInline(due, today)}`}`;
  const startDrag = (event: DragEvent) => {
    event.dataTransfer.setData(TASK_DRAG_TYPE, task.id);
    event.dataTransfer.setData('text/plain', task.title);
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    <article className={classes.card} draggable onDragStart={startDrag}>
      <button type="button" className={classes.open} onClick={() => openEditor({ kind: 'task', id: task.id })}>
        <span className={classes.cardTitle}>{task.title}</span>
        <span className={classes.facts}>{facts}</span>
        {reason ? (
          <Tooltip label={detail} disabled={detail === null} multiline maw={280} position="right">
            <span className={classes.reason}>{reason}</span>
          </Tooltip>
        ) : null}
        {reason && detail ? <span className="dw-visually-hidden">, {detail}</span> : null}
      </button>
      <PlaceAction task={task} />
    </article>
  );
}
