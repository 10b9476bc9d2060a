import { parseTimeOfDay } from '#shared/time/wall-time';
import { Dot, formatDuration, formatMinuteOfDay } from '../../ui';
import type { DayTotals } from './day-agenda';
import classes from './totals.module.css';

/** "3 h 30 tasks · 3 h 45 events · 1 h habits · 2 h 30 free before 18:00". */
export function Totals({ totals }: { readonly totals: DayTotals }) {
  const { free } = totals;
  return (
    <ul className={classes.totals} aria-label="The day in sum">
      <li>
        <Dot tone="task" square />
        {formatDuration(totals.taskMinutes)} tasks
      </li>
      <li>
        <Dot tone="event" square />
        {formatDuration(totals.eventMinutes)} events
      </li>
      <li>
        <Dot tone="habit" square />
        {formatDuration(totals.habitMinutes)} habits
      </li>
      {free ? (
        <li className={classes.free}>
          {`${formatDuration(free.minutes)} free before ${formatMinuteOfDay(parseTimeOfDay(free.until) ?? 0)}`}
        </li>
      ) : null}
    </ul>
  );
}
