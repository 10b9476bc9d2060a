import type { CSSProperties } from 'react';
import classes from './all-day-bar.module.css';
import type { PlacedBar } from './all-day-lanes';
import { blockName } from './block-name';
import { useGridLook } from './grid-context';

interface AllDayBarProps {
  readonly placed: PlacedBar;
}

/** One event of the all-day row; @mantine/schedule hands these over without a body, so the bar draws all of itself. */
export function AllDayBar({ placed }: AllDayBarProps) {
  const look = useGridLook();
  const { row } = placed.bar;
  const style: CSSProperties & Record<`--${string}`, string | number> = {
    left: `calc(${(placed.firstColumn / placed.ofColumns) * 100}% + 3px)`,
    width: `calc(${(placed.columns / placed.ofColumns) * 100}% - 5px)`,
    '--lane': placed.lane,
    '--edge': `var(--dw-edge-${row.edge})`,
  };
  return (
    <button
      type="button"
      className={classes.bar}
      style={style}
      aria-label={blockName(row, look.zone)}
      aria-pressed={look.selectedKey === row.key}
      tabIndex={look.activeId === placed.bar.id ? 0 : -1}
      data-block={placed.bar.id}
      data-selected={look.selectedKey === row.key || undefined}
      data-past={row.end <= look.pastUntil || undefined}
      data-continued={placed.continued}
    >
      {row.title}
    </button>
  );
}
