import { type KeyboardEvent, memo, useMemo, useRef } from 'react';
import { type Day, plusDays } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { setCalendarView, setViewedDay } from '../../state/navigation';
import { formatDayLong, formatDuration, formatMonth, weekdayShort } from '../../ui';
import type { ScheduleRow } from './schedule-rows';
import classes from './year-grid.module.css';
import { type DayLoad, loadLevel, monthsOfYear, type YearMonth, yearLoads } from './year-loads';

interface YearGridProps {
  readonly rows: readonly ScheduleRow[];
  readonly day: Day;
  readonly zone: ZoneId;
  readonly today: Day;
  /** ISO weekday on which weeks begin. */
  readonly firstWeekday: number;
  readonly label: string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/** A year at a glance: the fuller the day, the fuller its colour. One tab stop; arrows walk the days, Enter opens one. */
export function YearGrid({ rows, day, zone, today, firstWeekday, label }: YearGridProps) {
  const grid = useRef<HTMLElement>(null);
  const loads = useMemo(() => yearLoads(rows, zone), [rows, zone]);
  const months = useMemo(() => monthsOfYear(day, firstWeekday), [day, firstWeekday]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const next = plusDays(day, step);
    setViewedDay(next);
    requestAnimationFrame(() => grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus());
  };
  return (
    <section className={classes.year} aria-label={label} ref={grid} onKeyDown={onKeyDown}>
      {months.map((month) => (
        <Month key={month.first} month={month} loads={loads} day={day} today={today} />
      ))}
    </section>
  );
}

interface MonthProps {
  readonly month: YearMonth;
  readonly loads: ReadonlyMap<Day, DayLoad>;
  readonly day: Day;
  readonly today: Day;
}

const Month = memo(
  function Month({ month, loads, day, today }: MonthProps) {
    const name = formatMonth(month.first).replace(/ \d+$/, '');
    return (
      <section className={classes.month} aria-label={formatMonth(month.first)}>
        <h2 data-now={isIn(month, today) || undefined}>{name}</h2>
        <div className={classes.weekdays} aria-hidden="true">
          {month.weeks[1]!.map((one) => (
            <span key={one}>{weekdayShort(one!).charAt(0)}</span>
          ))}
        </div>
        {month.weeks.map((week) => {
          const days = week.filter((one) => one !== null);
          return (
            <div key={days[0]} className={classes.week}>
              {days.map((one) => (
                <DayCell
                  key={one}
                  day={one}
                  column={week.indexOf(one) + 1}
                  load={loads.get(one)}
                  today={today}
                  reachable={one === day}
                />
              ))}
            </div>
          );
        })}
      </section>
    );
  },
  // A year has 365 days: walking redraws only the two months that the walk touches.
  (before, after) =>
    before.month === after.month &&
    before.loads === after.loads &&
    before.today === after.today &&
    (before.day === after.day || (!isIn(before.month, before.day) && !isIn(after.month, after.day))),
);

function isIn(month: YearMonth, day: Day): boolean {
  return month.first.slice(0, 7) === day.slice(0, 7);
}

interface DayCellProps {
  readonly day: Day;
  /** Of the week, from 1. */
  readonly column: number;
  readonly load: DayLoad | undefined;
  readonly today: Day;
  readonly reachable: boolean;
}

function DayCell({ day, column, load, today, reachable }: DayCellProps) {
  const words = load
    ? `${formatDayLong(day)}: ${formatDuration(load.minutes)} in ${load.entries === 1 ? '1 entry' : `${load.entries} entries`}`
    : `${formatDayLong(day)}: free`;
  return (
    <button
      type="button"
      className={classes.day}
      data-day={day}
      data-level={loadLevel(load?.minutes ?? 0)}
      data-now={day === today || undefined}
      style={{ gridColumnStart: column }}
      tabIndex={reachable ? 0 : -1}
      title={words}
      aria-label={words}
      aria-current={day === today ? 'date' : undefined}
      onClick={() => {
        setViewedDay(day);
        setCalendarView('day');
      }}
    >
      {Number(day.slice(8))}
    </button>
  );
}
