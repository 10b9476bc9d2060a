import { Tooltip } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { announce } from '../../state/announce';
import { now } from '../../state/clock';
import { updateTask } from '../../state/edit';
import { runEdit } from '../../state/run-edit';
import { saveTask } from '../../state/save-task';
import { workspaceNow } from '../../state/workspace';
import classes from './inline-cell.module.css';
import { INLINE_FIELDS, type InlineField, inlineText, readInline } from './inline-edit';
import type { TaskRow } from './task-list';

const NAMES: Readonly<Record<InlineField, string>> = {
  title: 'title',
  project: 'project',
  duration: 'length',
  due: 'due',
  priority: 'priority',
  energy: 'energy',
  part: 'part of day',
};

interface InlineCellProps {
  readonly row: TaskRow;
  readonly field: InlineField;
  readonly editing: boolean;
  /** Which field to edit; null ends, and gives the row its focus back. */
  readonly onEdit: (field: InlineField | null) => void;
  /** What the cell shows while it is not edited. */
  readonly children: string;
}

/** A cell that a click turns into a line of text: Enter keeps it, Tab goes to the next cell, Escape gives up. */
export function InlineCell({ row, field, editing, onEdit, children }: InlineCellProps) {
  if (editing) return <InlineInput key={field} row={row} field={field} onEdit={onEdit} />;
  const edit = `edit ${NAMES[field]} of ${row.task.title}`;
  return (
    <button
      type="button"
      className={classes.show}
      tabIndex={-1}
      title={`Edit ${NAMES[field]}`}
      aria-label={children === '' ? edit : `${children}, ${edit}`}
      onClick={() => onEdit(field)}
    >
      {children}
    </button>
  );
}

export function InlineInput({ row, field, onEdit }: Omit<InlineCellProps, 'editing' | 'children'>) {
  const context = () => ({ now: now(), zone: workspaceNow().settings.timeZone });
  const [first] = useState(() => inlineText(row, field, context()));
  const [text, setText] = useState(first);
  const [problem, setProblem] = useState<string | null>(null);

  // Leaving by a key takes the field away, and that takes its focus too: it must not be kept a second time.
  const ended = useRef(false);
  const end = (next: InlineField | null) => {
    ended.current = true;
    onEdit(next);
  };

  /** Whether what stands there is understood. It is stored while the next cell is typed into already. */
  const keep = (): boolean => {
    if (text.trim() === first) return true;
    const read = readInline(field, text, context());
    if (!read.ok) {
      setProblem(read.error);
      announce(read.error, 'assertive');
      return false;
    }
    const { patch, projectName } = read.value;
    const { id, title, durationMinutes } = row.task;
    const edit =
      projectName === undefined
        ? updateTask(id, patch)
        : saveTask({ title, durationMinutes, ...patch }, { id, projectName });
    void runEdit(edit);
    return true;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === 'Escape') end(null);
    else if (event.key === 'Enter') {
      if (keep()) end(null);
    } else if (event.key === 'Tab') {
      const next = INLINE_FIELDS[INLINE_FIELDS.indexOf(field) + (event.shiftKey ? -1 : 1)] ?? null;
      if (keep()) end(next);
    } else return;
    event.preventDefault();
  };
  return (
    <Tooltip label={problem} opened={problem !== null} position="bottom-start" multiline maw={280} withinPortal>
      <input
        ref={selectOnce}
        className={classes.input}
        aria-label={`${NAMES[field]} of ${row.task.title}`}
        aria-invalid={problem !== null}
        autoComplete="off"
        list={field === 'project' ? 'task-projects' : undefined}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          // A click elsewhere keeps what can be kept.
          if (ended.current) return;
          keep();
          end(null);
        }}
      />
    </Tooltip>
  );
}

function selectOnce(input: HTMLInputElement | null): void {
  input?.focus();
  input?.select();
}
