import { type Day, weekdayOf } from '#shared/time/day';
import { formatDayLong, weekdayShort } from '../../ui';
import classes from './week-header.module.css';

interface WeekHeaderProps {
  readonly days: readonly Day[];
  readonly today: Day;
  readonly onOpenDay: (day: Day) => void;
}

/** The days over their columns; a click opens one. The view switch does the same by keys, so they are no tab stops. */
export function WeekHeader({ days, today, onOpenDay }: WeekHeaderProps) {
  return (
    <div className={classes.header}>
      {days.map((day) => (
        <button
          key={day}
          type="button"
          tabIndex={-1}
          className={classes.day}
          data-today={day === today || undefined}
          data-weekend={weekdayOf(day) > 5 || undefined}
          aria-current={day === today ? 'date' : undefined}
          onClick={(event) => {
            event.stopPropagation();
            onOpenDay(day);
          }}
        >
          <span className="dw-visually-hidden">{formatDayLong(day)}</span>
          <span aria-hidden="true">{weekdayShort(day)}</span>
          <span aria-hidden="true" className={classes.number}>
            {Number(day.slice(8))}
          </span>
        </button>
      ))}
    </div>
  );
}
