import { type KeyboardEvent, useRef, useState } from 'react';
import type { HeatSquare } from './heat-grid';
import classes from './heat-map.module.css';

interface HeatMapProps {
  readonly label: string;
  /** 168, row by row. */
  readonly squares: readonly HeatSquare[];
  readonly onChoose: (square: HeatSquare) => void;
}

const HOURS = 24;
const LABEL_EVERY = 3;
/** From this column on the tip opens to the left. */
const LATE = 16;

/** One square an hour of the week. One tab stop; arrows walk, and what is pointed at or focused says its figures. */
export function HeatMap({ label, squares, onChoose }: HeatMapProps) {
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      squares.findIndex((square) => square.best),
    ),
  );
  const [shown, setShown] = useState<number | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const walk = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && shown !== null) {
      event.stopPropagation();
      setShown(null);
      return;
    }
    const next = stepOf(event.key, active, squares.length);
    if (next === null) return;
    event.preventDefault();
    setActive(next);
    table.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus();
  };
  const rows = Array.from({ length: squares.length / HOURS }, (_, row) =>
    squares.slice(row * HOURS, (row + 1) * HOURS),
  );
  return (
    <table ref={table} className={classes.map} aria-label={label} onPointerLeave={() => setShown(null)}>
      <thead>
        <tr>
          <td />
          {Array.from({ length: HOURS / LABEL_EVERY }, (_, index) => index * LABEL_EVERY).map((hour) => (
            <th key={hour} scope="colgroup" colSpan={LABEL_EVERY}>{`${hour}:00`}</th>
          ))}
        </tr>
      </thead>
      <tbody onKeyDown={walk}>
        {rows.map((row, rowIndex) => (
          <tr key={row[0]?.weekday}>
            <th scope="row">{row[0]?.when.slice(0, 3)}</th>
            {row.map((square, column) => {
              const index = rowIndex * HOURS + column;
              return (
                <td key={square.key}>
                  <button
                    type="button"
                    data-index={index}
                    className={classes.cell}
                    aria-label={nameOf(square)}
                    tabIndex={index === active ? 0 : -1}
                    onPointerEnter={() => setShown(index)}
                    onFocus={() => {
                      setActive(index);
                      setShown(index);
                    }}
                    onBlur={() => setShown(null)}
                    onClick={() => onChoose(square)}
                  >
                    <Square square={square} />
                  </button>
                  {index === shown ? <Tip square={square} late={column >= LATE} /> : null}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Square({ square }: { readonly square: HeatSquare }) {
  if (square.side === 0) return null;
  const side = square.side.toFixed(3);
  return (
    <span
      className={classes.square}
      data-best={square.best || undefined}
      // As wide as the hour allows, and never taller than its row.
      style={{ width: `min(${side} * 100%, ${side} * var(--posts-row))`, background: heatColour(square.shade) }}
    />
  );
}

function Tip({ square, late }: { readonly square: HeatSquare; readonly late: boolean }) {
  return (
    <span className={classes.tip} data-late={late || undefined} aria-hidden="true">
      <span>
        <b>{square.when}</b>
        {square.own === '' ? null : <span>{square.own}</span>}
      </span>
      <span>
        {square.value}
        <span>{square.sure}</span>
      </span>
    </span>
  );
}

/** One hue: from its fill to its solid. */
export function heatColour(shade: number): string {
  return `color-mix(in oklab, var(--dw-post-solid) ${Math.round(14 + 86 * shade)}%, var(--dw-post-fill))`;
}

function nameOf(square: HeatSquare): string {
  const best = square.best ? 'best hour' : '';
  return [square.when, square.own, square.value, square.sure, best].filter(Boolean).join(', ');
}

function stepOf(key: string, from: number, count: number): number | null {
  const column = from % HOURS;
  switch (key) {
    case 'ArrowRight':
      return column === HOURS - 1 ? from : from + 1;
    case 'ArrowLeft':
      return column === 0 ? from : from - 1;
    case 'ArrowDown':
      return from + HOURS < count ? from + HOURS : from;
    case 'ArrowUp':
      return from - HOURS >= 0 ? from - HOURS : from;
    case 'Home':
      return from - column;
    case 'End':
      return from - column + HOURS - 1;
    default:
      return null;
  }
}
