import type { DragEvent, KeyboardEvent } from 'react';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { dueWordsInline, readDue } from '../../state/due';
import { repeatWords } from '../../state/repeat-words';
import { TASK_DRAG_TYPE } from '../../state/task-drag';
import { PRIORITY_WORDS } from '../../state/task-words';
import { Dot } from '../../ui';
import { formatLength } from '../../ui/length';
import { CheckCircle } from './check-circle';
import { toggleDone } from './task-actions';
import classes from './task-board.module.css';
import type { TaskRow } from './task-list';
import { placedWords } from './task-words';

interface BoardCardProps {
  readonly row: TaskRow;
  readonly zone: ZoneId;
  readonly today: Day;
  /** Why it has no place, in short. */
  readonly reason: string;
  readonly reachable: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function BoardCard({ row, zone, today, reason, reachable, onFocus, onOpen, onKeyDown }: BoardCardProps) {
  const { task } = row;
  const done = task.status === 'done';
  const startDrag = (event: DragEvent) => {
    event.dataTransfer.setData(TASK_DRAG_TYPE, task.id);
    event.dataTransfer.setData('text/plain', task.title);
    event.dataTransfer.effectAllowed = 'move';
  };
  const due = task.dueAt === null ? null : readDue(zone, task.dueAt);
  const priority = priorityWords(task.priority);
  return (
    <article className={classes.card} draggable onDragStart={startDrag} data-done={done || undefined}>
      <CheckCircle
        done={done}
        tabIndex={-1}
        label={done ? `Reopen ${task.title}` : `Done: ${task.title}`}
        onToggle={() => toggleDone(task)}
      />
      <button
        type="button"
        className={classes.open}
        data-card={task.id}
        tabIndex={reachable ? 0 : -1}
        aria-keyshortcuts="Enter d Alt+ArrowLeft Alt+ArrowRight"
        onFocus={onFocus}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span className={classes.title}>{task.title}</span>
        <span className={classes.facts}>
          {formatLength(task.durationMinutes)}
          {due === null ? null : (
            <>
              {' · '}
              <span data-late={row.standing === 'late' || undefined}>{`Due ${dueWordsInline(due, today)}`}</span>
            </>
          )}
          {priority === '' ? null : ` · ${priority}`}
          {task.repeat ? ` · ${repeatWords(task.repeat.rule)}` : null}
        </span>
        <span className={classes.place}>
          <Place row={row} zone={zone} today={today} reason={reason} />
        </span>
      </button>
    </article>
  );
}

/** What stands out only. */
function priorityWords(priority: 1 | 2 | 3 | 4): string {
  return priority === 3 ? '' : PRIORITY_WORDS[priority];
}

function Place({ row, zone, today, reason }: Pick<BoardCardProps, 'row' | 'zone' | 'today' | 'reason'>) {
  if (row.task.status === 'done') return 'Done';
  const first = row.placements[0];
  if (!first) return reason || 'Not planned yet';
  const late = row.placements.some((one) => one.lateMinutes > 0);
  const tight = row.placements.some((one) => one.slack === 'tight');
  return (
    <>
      {late ? <Dot tone="bad" label="Late" /> : null}
      {!late && tight ? <Dot tone="warn" label="Close to its due" /> : null}
      {!late && !tight && first.slack === 'ample' ? <Dot tone="good" label="In time" /> : null}
      {placedWords(row, zone, today)}
    </>
  );
}
