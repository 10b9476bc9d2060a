// The user's own events on the time axis of the board.
import type { CalendarEvent } from '#shared/calendar/event';
import { parseInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { formatRange } from '../../ui';
import type { Board } from './board-layout';

export interface EventBlock {
  readonly key: string;
  readonly title: string;
  /** "9:00 – 10:00 Budget workshop". */
  readonly words: string;
  readonly left: number;
  readonly width: number;
}

/** Timed events within the hours of the board, by start; declined and all-day ones take no time. */
export function eventBlocks(
  events: readonly CalendarEvent[],
  board: Pick<Board, 'from' | 'to' | 'pixelsPerMinute'>,
  zone: ZoneId,
): EventBlock[] {
  const x = (at: number): number => ((at - board.from) / 60_000) * board.pixelsPerMinute;
  return events
    .flatMap((event): EventBlock[] => {
      const start = parseInstant(event.start);
      const end = parseInstant(event.end);
      if (event.allDay || event.declined || start === null || end === null) return [];
      const left = x(Math.max(start, board.from));
      const width = x(Math.min(end, board.to)) - left;
      if (width <= 0) return [];
      return [
        { key: event.id, title: event.title, words: `${formatRange(zone, start, end)} ${event.title}`, left, width },
      ];
    })
    .sort((one, other) => one.left - other.left);
}
