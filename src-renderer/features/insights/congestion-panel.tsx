import { type KeyboardEvent, useRef, useState } from 'react';
import { percent } from '#shared/base/percent';
import type { Day } from '#shared/time/day';
import { goTo, setCalendarView, setViewedDay } from '../../state/navigation';
import { formatDate, formatDayLong, formatDuration, weekdayShort } from '../../ui';
import classes from './congestion-panel.module.css';
import { type DayLoad, type WeekLoad, weekdaysFrom } from './congestion-weeks';
import { Panel } from './panel';

interface CongestionPanelProps {
  readonly weeks: readonly WeekLoad[];
  readonly today: Day;
}

const LEGEND = [0.1, 0.3, 0.55, 0.8, 1];
/** From here on a cell is in full colour, with its text turned. */
const FULL = 0.9;

/** How full each day is: one hue, colour is the value. A day opens in the calendar. */
export function CongestionPanel({ weeks, today }: CongestionPanelProps) {
  const table = useRef<HTMLTableElement>(null);
  const days = weeks.flatMap((week) => week.days.filter((day) => day !== null));
  const [active, setActive] = useState<Day | null>(null);
  const reachable = days.find(({ day }) => day === (active ?? today))?.day ?? days[0]?.day ?? null;
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const at = days.findIndex(({ day }) => day === reachable);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    const next = days[Math.max(0, Math.min(days.length - 1, at + step))]!.day;
    setActive(next);
    table.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <Panel title="Congestion" caption="Share of your hours taken, by day" side={<Legend />}>
      <table className={classes.map} ref={table} onKeyDown={onKeyDown}>
        <thead>
          <tr>
            <td />
            {weekdaysFrom(weeks[0]!.firstDay).map((day) => (
              <th key={day} scope="col">
                {weekdayShort(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ firstDay, days: ofWeek }) => (
            <tr key={firstDay}>
              <th scope="row" data-current={weekdaysFrom(firstDay).includes(today) || undefined}>
                {formatDate(firstDay)}
              </th>
              {ofWeek.map((load, column) => (
                <td key={weekdaysFrom(firstDay)[column]}>
                  {load ? (
                    <Cell load={load} today={today} reachable={load.day === reachable} onFocus={setActive} />
                  ) : (
                    <span className={classes.none} />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

interface CellProps {
  readonly load: DayLoad;
  readonly today: Day;
  readonly reachable: boolean;
  readonly onFocus: (day: Day) => void;
}

function Cell({ load, today, reachable, onFocus }: CellProps) {
  const words = loadWords(load);
  return (
    <button
      type="button"
      className={classes.cell}
      data-day={load.day}
      data-today={load.day === today || undefined}
      data-full={load.share >= FULL || undefined}
      style={{ background: shade(load.share) }}
      title={words}
      aria-label={`${words}. Open the day`}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => onFocus(load.day)}
      onClick={() => openDay(load.day)}
    >
      {Math.round(load.share * 100)}
    </button>
  );
}

function Legend() {
  return (
    <>
      <span>0</span>
      {LEGEND.map((share) => (
        <span key={share} className={classes.swatch} style={{ background: shade(share) }} aria-hidden="true" />
      ))}
      <span>100%</span>
    </>
  );
}

function shade(share: number): string {
  const strength = share >= FULL ? 100 : Math.round(10 + 62 * share);
  return `color-mix(in srgb, var(--dw-accent) ${strength}%, var(--dw-surface))`;
}

/** "Tuesday 24 November: 86% of 8 h taken, 5 h by events, 2 h by the plan, longest stretch between events 1 h 30". */
function loadWords({ day, share, workingMinutes, eventMinutes, plannedMinutes, longestRunMinutes }: DayLoad): string {
  return [
    `${formatDayLong(day)}: ${percent(share)} of ${formatDuration(workingMinutes)} taken`,
    `${formatDuration(eventMinutes)} by events`,
    `${formatDuration(plannedMinutes)} by the plan`,
    `longest stretch between events ${formatDuration(longestRunMinutes)}`,
  ].join(', ');
}

function openDay(day: Day): void {
  setViewedDay(day);
  setCalendarView('day');
  goTo('week');
}
