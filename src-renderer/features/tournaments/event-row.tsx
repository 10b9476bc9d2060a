import type { ZoneId } from '#shared/time/zone';
import { useEventsBetween } from '../../state/events';
import type { Board } from './board-layout';
import classes from './event-row.module.css';
import { eventBlocks } from './event-row-layout';

/** What the user does meanwhile; nothing here moves. */
export function EventRow({ board, zone }: { readonly board: Board; readonly zone: ZoneId }) {
  const { events } = useEventsBetween(board.from, board.to);
  const blocks = eventBlocks(events, board, zone);
  return (
    <ul className={classes.row} aria-label="Your events">
      {blocks.length === 0 ? <li className={classes.none}>None while this day is played</li> : null}
      {blocks.map(({ key, title, words, left, width }) => (
        <li key={key} className={classes.event} title={words} style={{ left: left + 1, width: Math.max(2, width - 3) }}>
          <span aria-hidden="true">{title}</span>
          <span className="dw-visually-hidden">{words}</span>
        </li>
      ))}
    </ul>
  );
}
