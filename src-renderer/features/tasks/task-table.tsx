import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { openEditor } from '../../state/editor';
import { useWorkspace, workspaceNow } from '../../state/workspace';
import { useRowWindow } from '../../ui';
import { formatLength } from '../../ui/length';
import type { InlineField } from './inline-edit';
import { deleteTasks, toggleDone } from './task-actions';
import type { TaskGroup } from './task-groups';
import type { TaskRow as Row, TaskSort, TaskSortKey } from './task-list';
import { TaskRow, type TaskRowActions } from './task-row';
import classes from './task-table.module.css';

const ROW_HEIGHT = 36;
/** Rows that Page Up and Page Down jump over. */
const PAGE = 15;

const COLUMNS: readonly { readonly key: TaskSortKey; readonly label: string; readonly className: string }[] = [
  { key: 'title', label: 'Task', className: classes.title! },
  { key: 'project', label: 'Project', className: classes.project! },
  { key: 'duration', label: 'Length', className: classes.length! },
  { key: 'due', label: 'Due', className: classes.due! },
  { key: 'priority', label: 'Priority', className: classes.priority! },
  { key: 'energy', label: 'Energy', className: classes.energy! },
  { key: 'part', label: 'Part of day', className: classes.part! },
  { key: 'placed', label: 'Planned', className: classes.placed! },
];

/** Columns that no narrow window hides: a cell that spanned more would make columns of its own. */
const ALWAYS_THERE = 6;

interface TaskTableProps {
  /** All rows, in the order they are drawn: with groups, group by group. */
  readonly rows: readonly Row[];
  /** Headings over the rows; null for one list. */
  readonly groups: readonly TaskGroup[] | null;
  readonly sort: TaskSort;
  readonly onSort: (sort: TaskSort) => void;
  readonly selected: ReadonlySet<string>;
  readonly onSelected: (selected: ReadonlySet<string>) => void;
  readonly zone: ZoneId;
  readonly today: Day;
  readonly reasonOf: (row: Row) => string;
}

/** The rows are one tab stop: arrows move, Space selects, Enter opens, F2 edits in place, D ticks off, Delete deletes. */
export function TaskTable({ rows, groups, sort, onSort, selected, onSelected, zone, today, reasonOf }: TaskTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const anchor = useRef(0);
  const wanted = useRef<number | null>(null);
  /** Its row gets the focus back, wherever sorting has moved it. */
  const edited = useRef<string | null>(null);
  const current = Math.min(active, rows.length - 1);
  const { lines, lineOf } = useMemo(() => linesOf(rows, groups), [rows, groups]);
  const drawn = useRowWindow(scroller, ROW_HEIGHT, lines.length);
  const [editing, setEditing] = useState<{ readonly id: string; readonly field: InlineField } | null>(null);

  // The row to focus may be drawn only after the list has scrolled to it, so each drawing looks for it.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${wanted.current}"]`);
    if (!row) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const focusRow = (index: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, index));
    setActive(to);
    wanted.current = to;
    if (scroller.current) revealLine(scroller.current, lineOf[to] ?? 0);
  };
  useEffect(() => {
    if (edited.current === null) return;
    const index = rows.findIndex((row) => row.task.id === edited.current);
    edited.current = null;
    if (index >= 0) focusRow(index);
  });
  const select = (index: number, ranged: boolean) => {
    const next = new Set(selected);
    if (ranged) {
      const [from, to] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      for (const row of rows.slice(from, to + 1)) next.add(row.task.id);
    } else {
      const id = rows[index]!.task.id;
      if (!next.delete(id)) next.add(id);
      anchor.current = index;
    }
    onSelected(next);
  };
  const selectAll = () => onSelected(new Set(rows.map((row) => row.task.id)));
  const areAllSelected = rows.every((row) => selected.has(row.task.id));
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const { task } = rows[index]!;
    const command = event.ctrlKey || event.metaKey;
    const to = command || event.altKey ? null : nextIndex(event.key, index, rows.length);
    if (to !== null) {
      if (event.shiftKey) select(Math.max(0, Math.min(rows.length - 1, to)), true);
      focusRow(to);
    } else if (event.key === ' ') select(index, event.shiftKey);
    else if (event.key === 'F2') setEditing({ id: task.id, field: 'title' });
    else if (event.key === 'd' && !command && workspaceNow().settings.singleKeyShortcuts) void toggleDone(task);
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      void deleteTasks(
        selected.has(task.id) ? rows.filter((row) => selected.has(row.task.id)).map((row) => row.task) : [task],
      );
    } else if (event.key === 'a' && command) selectAll();
    else return;
    event.preventDefault();
  };

  const actions = useLatest({
    focus: setActive,
    open: (row) => openEditor({ kind: 'task', id: row.task.id }),
    select,
    key: (index, event) => onKeyDown(index)(event),
    edit: (row, field) => {
      setEditing(field && { id: row.task.id, field });
      if (field === null) edited.current = row.task.id;
    },
  });

  return (
    <div ref={scroller} className={classes.scroller} data-selecting={selected.size > 0 || undefined}>
      <ProjectNames />
      <table className={classes.table} aria-label="Tasks" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1} className={classes.head}>
            <th scope="col" className={classes.pick}>
              <Checkbox
                aria-label="Select all"
                checked={selected.size > 0 && areAllSelected}
                indeterminate={selected.size > 0 && !areAllSelected}
                onChange={(event) => (event.currentTarget.checked ? selectAll() : onSelected(new Set()))}
              />
            </th>
            <th scope="col" className={classes.check}>
              <span className="dw-visually-hidden">Done</span>
            </th>
            {COLUMNS.map((column) => (
              <SortHeader
                key={column.key}
                columnKey={column.key}
                label={column.label}
                className={column.className}
                sort={sort}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer rows={drawn.from} />
          {lines
            .slice(drawn.from, drawn.to)
            .map((line) =>
              line.kind === 'group' ? (
                <GroupLine key={`group ${line.group.key}`} group={line.group} />
              ) : (
                <TaskRow
                  key={line.row.task.id}
                  row={line.row}
                  index={line.index}
                  zone={zone}
                  today={today}
                  reason={reasonOf(line.row)}
                  selected={selected.has(line.row.task.id)}
                  reachable={line.index === current}
                  editing={editing?.id === line.row.task.id ? editing.field : null}
                  actions={actions}
                />
              ),
            )}
          <Spacer rows={lines.length - drawn.to} />
        </tbody>
      </table>
    </div>
  );
}

/** One object for good that always does what the newest drawing would. */
function useLatest(newest: TaskRowActions): TaskRowActions {
  const latest = useRef(newest);
  useEffect(() => {
    latest.current = newest;
  });
  return useMemo(
    () => ({
      focus: (index) => latest.current.focus(index),
      open: (row) => latest.current.open(row),
      select: (index, ranged) => latest.current.select(index, ranged),
      key: (index, event) => latest.current.key(index, event),
      edit: (row, field) => latest.current.edit(row, field),
    }),
    [],
  );
}

/** What the project cells offer while one types. */
function ProjectNames() {
  const projects = useWorkspace((state) => state.projects);
  return (
    <datalist id="task-projects">
      {projects.map((project) => (
        <option key={project.id} value={project.name} />
      ))}
    </datalist>
  );
}

type Line =
  | { readonly kind: 'group'; readonly group: TaskGroup }
  | { readonly kind: 'row'; readonly row: Row; readonly index: number };

/** Headings and rows in one list of equal heights, and on which line each row stands. */
function linesOf(rows: readonly Row[], groups: readonly TaskGroup[] | null) {
  const lines: Line[] = [];
  const lineOf: number[] = [];
  const add = (row: Row) => {
    lineOf.push(lines.length);
    lines.push({ kind: 'row', row, index: lineOf.length - 1 });
  };
  if (groups === null) rows.forEach(add);
  for (const group of groups ?? []) {
    lines.push({ kind: 'group', group });
    group.rows.forEach(add);
  }
  return { lines, lineOf };
}

function GroupLine({ group }: { readonly group: TaskGroup }) {
  return (
    <tr className={classes.group}>
      <th scope="rowgroup" colSpan={ALWAYS_THERE}>
        {group.title} <span>{`${group.rows.length} · ${formatLength(group.minutes)}`}</span>
      </th>
    </tr>
  );
}

/** Stands for the rows that are out of view. */
function Spacer({ rows }: { readonly rows: number }) {
  if (rows === 0) return null;
  return (
    <tr>
      <td colSpan={ALWAYS_THERE} style={{ height: rows * ROW_HEIGHT, padding: 0 }} />
    </tr>
  );
}

interface SortHeaderProps {
  readonly columnKey: TaskSortKey;
  readonly label: string;
  readonly className: string;
  readonly sort: TaskSort;
  readonly onSort: (sort: TaskSort) => void;
}

function SortHeader({ columnKey, label, className, sort, onSort }: SortHeaderProps) {
  const active = sort.key === columnKey;
  const Arrow = sort.descending ? IconArrowDown : IconArrowUp;
  const order = sort.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={className} aria-sort={active ? order : 'none'}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => onSort({ key: columnKey, descending: active && !sort.descending })}
      >
        {label}
        {active ? <Arrow size={12} stroke={1.8} aria-hidden="true" /> : null}
      </button>
    </th>
  );
}

function revealLine(scroller: HTMLElement, index: number): void {
  const top = index * ROW_HEIGHT;
  // The header covers the first row's height.
  const bottom = top + 2 * ROW_HEIGHT - scroller.clientHeight;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop) scroller.scrollTop = bottom;
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'PageDown':
      return index + PAGE;
    case 'PageUp':
      return index - PAGE;
    default:
      return null;
  }
}
