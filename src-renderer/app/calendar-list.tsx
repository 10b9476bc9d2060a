import { useMemo } from 'react';
import { plusDays, weekStart } from '#shared/time/day';
import { instantAtMinute } from '#shared/time/zone';
import { updateCalendar } from '../state/edit';
import { useEventsBetween } from '../state/events';
import { useViewedDay } from '../state/navigation';
import { useWorkspace } from '../state/workspace';
import { minutesByCalendar } from './calendar-hours';
import classes from './calendar-list.module.css';

/** Calendars with their edge colour and the hours they take in the viewed week; a click hides or shows one. */
export function CalendarList() {
  const calendars = useWorkspace((state) => state.calendars);
  const minutes = useMinutesOfWeek();
  if (calendars.length === 0) return null;
  return (
    <section className={classes.list} aria-labelledby="rail-calendars">
      <h2 id="rail-calendars">Calendars</h2>
      <ul>
        {calendars.map((calendar) => (
          <li key={calendar.id}>
            <button
              type="button"
              aria-pressed={calendar.visible}
              title={calendar.visible ? `Hide ${calendar.name}` : `Show ${calendar.name}`}
              onClick={() => void updateCalendar(calendar.id, { visible: !calendar.visible })}
            >
              <span className={classes.edge} style={{ background: `var(--dw-edge-${calendar.color})` }} />
              <span className={classes.name}>{calendar.name}</span>
              <span className={classes.note}>
                {calendar.visible ? `${Math.round((minutes.get(calendar.id) ?? 0) / 60)} h` : 'Hidden'}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useMinutesOfWeek(): ReadonlyMap<string, number> {
  const { timeZone, firstWeekday } = useWorkspace((state) => state.settings);
  const day = useViewedDay();
  const first = weekStart(day, firstWeekday);
  const from = instantAtMinute(timeZone, first, 0);
  const to = instantAtMinute(timeZone, plusDays(first, 7), 0);
  const { events } = useEventsBetween(from, to);
  return useMemo(() => minutesByCalendar(events, from, to), [events, from, to]);
}
