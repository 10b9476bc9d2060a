import { parseTimeOfDay } from '#shared/time/wall-time';
import { Dot, formatDuration, formatMinuteOfDay } from '../../ui';
import type { DayTotals } from './day-agenda';
import classes from './totals.module.css';

const KINDS = [
  { kind: 'task', field: 'taskMinutes', word: 'tasks' },
  { kind: 'event', field: 'eventMinutes', word: 'events' },
  { kind: 'habit', field: 'habitMinutes', word: 'habits' },
  { kind: 'match', field: 'matchMinutes', word: 'matches' },
] as const;

/** "3 h 30 tasks · 3 h 45 events · 1 h habits · 2 h 30 free before 18:00". */
export function Totals({ totals }: { readonly totals: DayTotals }) {
  const { free } = totals;
  return (
    <ul className={classes.totals} aria-label="The day in sum">
      {KINDS.map(({ kind, field, word }) =>
        totals[field] > 0 ? (
          <li key={kind}>
            <Dot tone={kind} square />
            {formatDuration(totals[field])} {word}
          </li>
        ) : null,
      )}
      {free ? (
        <li className={classes.free}>
          {`${formatDuration(free.minutes)} free before ${formatMinuteOfDay(parseTimeOfDay(free.until) ?? 0)}`}
        </li>
      ) : null}
    </ul>
  );
}
