import { type DragEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { TASK_DRAG_TYPE } from '../../state/task-drag';
import { useRowWindow } from '../../ui';
import { formatLength } from '../../ui/length';
import { BoardCard } from './board-card';
import classes from './task-board.module.css';
import type { TaskGroup } from './task-groups';
import type { TaskRow } from './task-list';

/** A card and the gap under it. */
const CARD_PIXELS = 80;

interface BoardColumnProps {
  readonly group: TaskGroup;
  readonly zone: ZoneId;
  readonly today: Day;
  readonly reasonOf: (row: TaskRow) => string;
  /** The one card that Tab reaches. */
  readonly reachable: string | null;
  readonly onFocus: (id: string) => void;
  readonly onOpen: (row: TaskRow) => void;
  readonly onKeyDown: (row: TaskRow) => (event: KeyboardEvent) => void;
  readonly onDrop: (data: DataTransfer) => void;
}

export function BoardColumn(props: BoardColumnProps) {
  const { group, zone, today, reasonOf } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const drawn = useRowWindow(scroller, CARD_PIXELS, group.rows.length);
  const [over, setOver] = useState(false);
  const isTask = (event: DragEvent) => event.dataTransfer.types.includes(TASK_DRAG_TYPE);
  return (
    <section
      className={classes.column}
      aria-labelledby={id}
      data-column={group.key}
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!isTask(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        if (!isTask(event)) return;
        event.preventDefault();
        props.onDrop(event.dataTransfer);
      }}
    >
      <header className={classes.header}>
        <h2 id={id}>{group.title}</h2>
        <span>{group.rows.length === 0 ? '0' : `${group.rows.length} · ${formatLength(group.minutes)}`}</span>
      </header>
      <div className={classes.cards} ref={scroller}>
        {group.rows.length === 0 ? (
          <p className={classes.none}>Drag a task here</p>
        ) : (
          <ul
            style={{
              paddingTop: drawn.from * CARD_PIXELS,
              paddingBottom: (group.rows.length - drawn.to) * CARD_PIXELS,
            }}
          >
            {group.rows.slice(drawn.from, drawn.to).map((row) => (
              <li key={row.task.id}>
                <BoardCard
                  row={row}
                  zone={zone}
                  today={today}
                  reason={reasonOf(row)}
                  reachable={props.reachable === row.task.id}
                  onFocus={() => props.onFocus(row.task.id)}
                  onOpen={() => props.onOpen(row)}
                  onKeyDown={props.onKeyDown(row)}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
