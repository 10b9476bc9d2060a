import { updateCalendar } from '../state/edit';
import { useWorkspace } from '../state/workspace';
import classes from './calendar-list.module.css';

/** Calendars with their edge colour; a click hides or shows one. */
export function CalendarList() {
  const calendars = useWorkspace((state) => state.calendars);
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
              {calendar.visible ? null : <span className={classes.hidden}>Hidden</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
