import { IconCalendar } from '@tabler/icons-react';
import type { EventBar } from './event-bars';
import classes from './lane.module.css';

/** What the user does meanwhile; nothing here moves. */
export function EventLane({ bars }: { readonly bars: readonly EventBar[] }) {
  return (
    <section className={classes.eventLane} aria-label="Your events">
      <div className={classes.label}>
        <IconCalendar size={16} stroke={1.6} aria-hidden="true" />
        <span>
          <b>Your events</b>
        </span>
      </div>
      <ul className={classes.track}>
        {bars.map((bar) => (
          <li
            key={bar.key}
            title={bar.words}
            className={classes.event}
            style={{ left: `${100 * bar.from}%`, width: `${100 * (bar.to - bar.from)}%` }}
          >
            <span className="dw-visually-hidden">{bar.words}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
