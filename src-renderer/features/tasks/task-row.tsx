import { Checkbox, Tooltip } from '@mantine/core';
import { IconLock, IconRepeat } from '@tabler/icons-react';
import { type KeyboardEvent, type MouseEvent, memo } from 'react';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { repeatWords } from '../../state/repeat-words';
import { ENERGY_WORDS, PRIORITY_WORDS } from '../../state/task-words';
import { Dot, typeset } from '../../ui';
import { formatLength } from '../../ui/length';
import { CheckCircle } from './check-circle';
import { InlineCell, InlineInput } from './inline-cell';
import type { InlineField } from './inline-edit';
import { toggleDone } from './task-actions';
import type { TaskRow as Row } from './task-list';
import classes from './task-table.module.css';
import { partWords, placedWords, taskDueWords } from './task-words';

interface TaskRowProps {
  readonly row: Row;
  readonly index: number;
  readonly zone: ZoneId;
  readonly today: Day;
  /** Why it has no place, in short. */
  readonly reason: string;
  readonly selected: boolean;
  /** Whether Tab reaches it: one row of the table at a time. */
  readonly reachable: boolean;
  /** The cell that is being edited. */
  readonly editing: InlineField | null;
  /** The same object as long as the table lives: a row that is the same is not drawn again. */
  readonly actions: TaskRowActions;
}

export interface TaskRowActions {
  focus(index: number): void;
  open(row: Row): void;
  select(index: number, ranged: boolean): void;
  key(index: number, event: KeyboardEvent): void;
  edit(row: Row, field: InlineField | null): void;
}

/** The title is the button of the whole row: it takes the clicks and the keys. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { row, index, zone, today, selected, editing, actions } = props;
  const onEdit = (field: InlineField | null) => actions.edit(row, field);
  const { task } = row;
  const done = task.status === 'done';
  const onClick = (event: MouseEvent) => {
    if (event.shiftKey || event.ctrlKey || event.metaKey) actions.select(index, event.shiftKey);
    else actions.open(row);
  };
  const cell = (field: InlineField, shown: string) => (
    <InlineCell row={row} field={field} editing={editing === field} onEdit={onEdit}>
      {shown}
    </InlineCell>
  );
  return (
    <tr
      className={classes.row}
      data-done={done || undefined}
      data-selected={selected || undefined}
      aria-rowindex={index + 2}
    >
      <td className={classes.pick}>
        <Checkbox
          checked={selected}
          tabIndex={-1}
          aria-label={`Select ${task.title}`}
          onChange={(event) =>
            actions.select(index, event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey)
          }
        />
      </td>
      <td className={classes.check}>
        <CheckCircle
          done={done}
          tabIndex={-1}
          label={done ? `Reopen ${task.title}` : `Done: ${task.title}`}
          onToggle={() => toggleDone(task)}
        />
      </td>
      <td className={classes.title}>
        {editing === 'title' ? (
          <InlineInput row={row} field="title" onEdit={onEdit} />
        ) : (
          <div className={classes.titleLine}>
            <button
              type="button"
              className={classes.open}
              data-row={index}
              tabIndex={props.reachable ? 0 : -1}
              aria-keyshortcuts="Enter Space F2 d Delete"
              onFocus={() => actions.focus(index)}
              onKeyDown={(event) => actions.key(index, event)}
              onClick={onClick}
            >
              {task.title}
            </button>
            {task.repeat ? (
              <Tooltip label={repeatWords(task.repeat.rule)}>
                <IconRepeat
                  size={12}
                  stroke={1.6}
                  role="img"
                  aria-label={repeatWords(task.repeat.rule)}
                  className={classes.lock}
                />
              </Tooltip>
            ) : null}
            {task.tags.map((tag) => (
              <span key={tag} className={classes.tag}>
                {tag}
              </span>
            ))}
          </div>
        )}
      </td>
      <td className={classes.project} data-editable>
        {cell('project', row.projectName ?? '')}
      </td>
      <td className={classes.length} data-editable>
        {cell('duration', formatLength(task.durationMinutes))}
      </td>
      <td className={classes.due} data-editable data-late={row.standing === 'late' || undefined}>
        {cell('due', taskDueWords(task, zone, today))}
      </td>
      <td className={classes.priority} data-editable data-priority={task.priority}>
        {cell('priority', PRIORITY_WORDS[task.priority])}
      </td>
      <td className={classes.energy} data-editable>
        {cell('energy', task.energy === null ? '' : ENERGY_WORDS[task.energy])}
      </td>
      <td className={classes.part} data-editable>
        {cell('part', partWords(task.partOfDay))}
      </td>
      <td className={classes.placed}>
        <Placed row={row} zone={zone} today={today} reason={props.reason} />
      </td>
    </tr>
  );
});

function Placed({ row, zone, today, reason }: Pick<TaskRowProps, 'row' | 'zone' | 'today' | 'reason'>) {
  if (row.task.status === 'done') return <span className={classes.quiet}>Done</span>;
  const first = row.placements[0];
  if (!first) {
    return row.unplaced ? (
      <Tooltip label={typeset(row.unplaced.detail)} multiline maw={320}>
        <span className={classes.reason}>{reason}</span>
      </Tooltip>
    ) : (
      <span className={classes.quiet}>Not planned yet</span>
    );
  }
  const late = row.placements.some((one) => one.lateMinutes > 0);
  const tight = row.placements.some((one) => one.slack === 'tight');
  return (
    <div className={classes.place}>
      {late ? <Dot tone="bad" label="Late" /> : null}
      {!late && tight ? <Dot tone="warn" label="Close to its due" /> : null}
      {!late && !tight && first.slack === 'ample' ? <Dot tone="good" label="In time" /> : null}
      <span className={classes.placeText}>{placedWords(row, zone, today)}</span>
      {first.pinned || row.task.pinnedStart !== null ? (
        <IconLock size={12} stroke={1.6} role="img" aria-label="Locked" className={classes.lock} />
      ) : null}
    </div>
  );
}
