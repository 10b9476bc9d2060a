import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { announce } from '../../state/announce';
import { openEditor } from '../../state/editor';
import { TASK_DRAG_TYPE } from '../../state/task-drag';
import { BoardColumn } from './board-column';
import { moveToGroup, toggleDone } from './task-actions';
import classes from './task-board.module.css';
import type { TaskGroup } from './task-groups';
import type { TaskRow } from './task-list';

interface TaskBoardProps {
  readonly groups: readonly TaskGroup[];
  readonly grouping: 'project' | 'priority' | 'standing';
  readonly zone: ZoneId;
  readonly today: Day;
  readonly reasonOf: (row: TaskRow) => string;
}

interface Spot {
  readonly column: number;
  readonly at: number;
}

/**
 * Groups as columns; a card dragged to another column changes what the column stands for. The cards are one tab stop: arrows
 * walk, Alt with left or right carries a card along, Enter opens, D ticks off.
 */
export function TaskBoard({ groups, grouping, zone, today, reasonOf }: TaskBoardProps) {
  const board = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const rows = useMemo(
    () => new Map(groups.flatMap((group) => group.rows.map((row) => [row.task.id, row] as const))),
    [groups],
  );
  const first = groups.find((group) => group.rows.length > 0)?.rows[0]?.task.id ?? null;
  const reachable = active !== null && rows.has(active) ? active : first;

  const carry = async (row: TaskRow, to: TaskGroup) => {
    if (!(await moveToGroup(row.task, grouping, to.key))) return false;
    announce(`${row.task.title} is under ${to.title} now`);
    return true;
  };
  const drop = (id: string, to: TaskGroup) => {
    const row = rows.get(id);
    if (row && !to.rows.includes(row)) void carry(row, to);
  };
  const spotOf = (id: string): Spot => {
    const column = groups.findIndex((group) => group.rows.some((row) => row.task.id === id));
    return { column, at: groups[column]?.rows.findIndex((row) => row.task.id === id) ?? 0 };
  };
  const onKeyDown = (row: TaskRow) => (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const spot = spotOf(row.task.id);
    const sideways = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (event.altKey) {
      const to = sideways === 0 ? undefined : groups[spot.column + sideways];
      if (!to) return;
      void carry(row, to).then((carried) => carried && focusWhenDrawn(board.current, row.task.id, to));
    } else if (sideways !== 0) focus(neighbour(groups, spot, sideways));
    else if (event.key === 'ArrowDown') focus(groups[spot.column]?.rows[spot.at + 1]);
    else if (event.key === 'ArrowUp') focus(groups[spot.column]?.rows[spot.at - 1]);
    else if (event.key === 'd') void toggleDone(row.task);
    else return;
    event.preventDefault();
  };
  const focus = (row: TaskRow | undefined) => {
    if (!row) return;
    setActive(row.task.id);
    board.current?.querySelector<HTMLElement>(`[data-card="${CSS.escape(row.task.id)}"]`)?.focus();
  };

  return (
    <div className={classes.board} ref={board}>
      {groups.map((group) => (
        <BoardColumn
          key={group.key}
          group={group}
          zone={zone}
          today={today}
          reasonOf={reasonOf}
          reachable={reachable}
          onFocus={setActive}
          onOpen={(row) => openEditor({ kind: 'task', id: row.task.id })}
          onKeyDown={onKeyDown}
          onDrop={(data) => drop(data.getData(TASK_DRAG_TYPE), group)}
        />
      ))}
    </div>
  );
}

/** The card comes up again in another column, perhaps far below what is drawn there. */
function focusWhenDrawn(board: HTMLElement | null, id: string, to: TaskGroup, frames = 10): void {
  const card = board?.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
  const column = board?.querySelector<HTMLElement>(`[data-column="${CSS.escape(to.key)}"]`);
  if (card && column?.contains(card)) card.focus();
  else if (frames > 0) requestAnimationFrame(() => focusWhenDrawn(board, id, to, frames - 1));
}

/** The card beside: in the next column that has any, as far down as this one. */
function neighbour(groups: readonly TaskGroup[], { column, at }: Spot, step: 1 | -1): TaskRow | undefined {
  for (let next = column + step; next >= 0 && next < groups.length; next += step) {
    const { rows } = groups[next]!;
    if (rows.length > 0) return rows[Math.min(at, rows.length - 1)];
  }
  return undefined;
}
