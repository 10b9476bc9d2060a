import type { CSSProperties } from 'react';
import { formatTime } from '../../ui';
import { blockName } from './block-name';
import { useGridLook } from './grid-context';
import classes from './month-chip.module.css';
import type { ScheduleRow } from './schedule-rows';
import { selectRow } from './selected-row';

interface MonthChipProps {
  readonly id: string;
  readonly row: ScheduleRow;
  readonly style: CSSProperties | undefined;
}

/** One line of a month's day: kind by colour and edge, start, title. */
export function MonthChip({ id, row, style }: MonthChipProps) {
  const look = useGridLook();
  const done =
    (row.kind === 'post' && row.done) ||
    (row.kind === 'task' && row.done) ||
    (row.kind === 'habit' && row.state === 'done');
  const edged: CSSProperties & Record<`--${string}`, string> =
    row.kind === 'event' ? { ...style, '--edge': `var(--dw-edge-${row.edge})` } : { ...style };
  const allDay = row.kind === 'event' && row.allDay;
  return (
    <button
      type="button"
      className={classes.chip}
      style={edged}
      tabIndex={-1}
      aria-pressed={look.selectedKey === row.key}
      data-block={id}
      onClick={() => selectRow(row)}
      data-kind={row.kind}
      data-bar={allDay || undefined}
      data-done={done || undefined}
      data-past={row.end <= look.pastUntil || undefined}
      data-selected={look.selectedKey === row.key || undefined}
    >
      <span className="dw-visually-hidden">{blockName(row, look.zone)}</span>
      {allDay ? null : (
        <span className={classes.time} aria-hidden="true">
          {formatTime(look.zone, row.start)}
        </span>
      )}
      <span className={classes.title} aria-hidden="true">
        {row.title}
      </span>
    </button>
  );
}
