import { plusDays } from '#shared/time/day';
import { formatDayShort, formatMonth } from '../../ui';
import type { HabitYear, YearCell } from './habit-record';
import classes from './year-map.module.css';

const CELL = 12;
const STEP = 14;
const LEFT = 32;
const TOP = 18;
const ROWS = [
  [0, 'Mon'],
  [2, 'Wed'],
  [4, 'Fri'],
  [6, 'Sun'],
] as const;

const WORDS: Readonly<Record<YearCell, string>> = {
  done: 'kept',
  doneLate: 'kept late',
  missed: 'missed',
  skipped: 'skipped',
  paused: 'paused',
  none: 'not due or not marked',
};

/** One square a day, one column a week. Each square says its day and state on hover. */
export function YearMap({ title, year }: { readonly title: string; readonly year: HabitYear }) {
  const width = LEFT + year.weeks.length * STEP;
  const height = TOP + 7 * STEP;
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className={classes.map}
      role="img"
      aria-label={`${title}, one year: ${year.kept} of ${year.attempts} kept`}
      preserveAspectRatio="xMinYMin meet"
    >
      {ROWS.map(([row, label]) => (
        <text key={label} x={0} y={TOP + row * STEP + 10} className={classes.label}>
          {label}
        </text>
      ))}
      {year.weeks.map((week, column) =>
        startsMonth(year, column) ? (
          <text key={week} x={LEFT + column * STEP} y={10} className={classes.label}>
            {formatMonth(plusDays(week, 6)).slice(0, 3)}
          </text>
        ) : null,
      )}
      {year.cells.map((cells, column) =>
        cells.map((cell, row) => {
          const day = plusDays(year.weeks[column]!, row);
          return cell === null ? null : (
            <rect
              key={day}
              x={LEFT + column * STEP}
              y={TOP + row * STEP}
              width={CELL}
              height={CELL}
              rx={3}
              className={classes.cell}
              data-state={cell}
            >
              <title>{`${formatDayShort(day)}: ${WORDS[cell]}`}</title>
            </rect>
          );
        }),
      )}
    </svg>
  );
}

/** A month is named above the first week that ends in it; the last weeks leave no room for a name. */
function startsMonth(year: HabitYear, column: number): boolean {
  if (column === 0 || column > year.weeks.length - 2) return false;
  const monthOf = (index: number): string => plusDays(year.weeks[index]!, 6).slice(0, 7);
  return monthOf(column) !== monthOf(column - 1);
}
