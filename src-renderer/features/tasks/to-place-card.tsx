import { Tooltip } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import type { Task } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { dueWordsInline, readDue } from '../../state/due';
import { openEditor } from '../../state/editor';
import { useExplanation } from '../../state/explanation';
import { takeSuggestion } from '../../state/take-suggestion';
import { TASK_DRAG_TYPE } from '../../state/task-drag';
import { asFragment } from '../../ui';
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
  /** Whether a change that makes it fit is looked for, once the card is looked at. */
  readonly suggests: boolean;
}

export function ToPlaceCard({ task, zone, today, reason, detail, suggests }: ToPlaceCardProps) {
  const due = task.dueAt === null ? null : readDue(zone, task.dueAt);
  const facts = `${formatLength(task.durationMinutes - task.doneMinutes)} · ${due === null ? 'No date' : `Due ${dueWordsInline(due, today)}`}`;
  const [looked, setLooked] = useState(false);
  const why = useRef<HTMLSpanElement>(null);
  const wanted = looked && suggests && reason !== null;
  const startDrag = (event: DragEvent) => {
    event.dataTransfer.setData(TASK_DRAG_TYPE, task.id);
    event.dataTransfer.setData('text/plain', task.title);
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    <article
      className={classes.card}
      draggable
      onDragStart={startDrag}
      onPointerEnter={() => setLooked(true)}
      onFocus={() => setLooked(true)}
    >
      <button type="button" className={classes.open} onClick={() => openEditor({ kind: 'task', id: task.id })}>
        <span className={classes.cardTitle}>{task.title}</span>
        <span className={classes.facts}>{facts}</span>
        <span ref={why} className={classes.reason}>
          {reason ?? 'Not planned yet'}
        </span>
        {reason && detail ? <span className="dw-visually-hidden">, {detail}</span> : null}
      </button>
      {looked && detail !== null ? <Tooltip label={detail} target={why} multiline maw={280} position="right" /> : null}
      {wanted ? <Suggestion task={task} /> : null}
      <PlaceAction task={task} looked={looked} />
    </article>
  );
}

/** One change that makes it fit, found by planning with it; a click makes the change and plans. */
function Suggestion({ task }: { readonly task: Task }) {
  const explanation = useExplanation({ kind: 'task', id: task.id });
  const change = explanation?.kind === 'unplaced' ? explanation.change : null;
  if (explanation?.kind !== 'unplaced' || change === null) return null;
  return (
    <Tooltip label="Change this and plan again" position="right">
      <button type="button" className={classes.suggestion} onClick={() => void takeSuggestion(task.id, change)}>
        <IconBulb size={14} stroke={1.6} aria-hidden="true" />
        {asFragment(explanation.suggestion)}
      </button>
    </Tooltip>
  );
}
