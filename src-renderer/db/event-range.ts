// Which stored events overlap a range, from an index, also when a few of them started long before.
// An index on the start alone must look back as far as the longest event is long: one event of a year would make every
// question read a year. So events are put into classes by length, and each class looks back only as far as its own bound.
import type { CalendarEvent } from '#shared/calendar/event';
import { type Instant, MILLISECONDS_PER_DAY, parseInstant } from '#shared/time/instant';
import type { DaywrightDatabase } from './database';
import type { EventRow } from './rows';

/** Longest length of each class in milliseconds, inclusive; the last class has no bound. */
const CLASS_BOUNDS = [MILLISECONDS_PER_DAY, 8 * MILLISECONDS_PER_DAY, 64 * MILLISECONDS_PER_DAY, Infinity] as const;

export function eventRow(event: CalendarEvent): EventRow {
  const startMs = parseInstant(event.start) ?? 0;
  const endMs = Math.max(parseInstant(event.end) ?? startMs, startMs);
  return {
    id: event.id,
    calendarId: event.calendarId,
    uid: event.uid,
    startMs,
    endMs,
    lengthClass: CLASS_BOUNDS.findIndex((bound) => endMs - startMs <= bound),
    event,
  };
}

/** Events that share time with [from, to), and events without length that lie in it; by start, then id. */
export async function readEventsBetween(
  database: DaywrightDatabase,
  from: Instant,
  to: Instant,
): Promise<CalendarEvent[]> {
  const perClass = await Promise.all(
    CLASS_BOUNDS.map((bound, lengthClass) =>
      database.events
        .where('[lengthClass+startMs]')
        .between([lengthClass, Number.isFinite(bound) ? from - bound : -Infinity], [lengthClass, to], true, false)
        .toArray(),
    ),
  );
  return perClass
    .flat()
    .filter((row) => row.endMs > from || (row.startMs === row.endMs && row.startMs === from))
    .sort((a, b) => a.startMs - b.startMs || (a.id < b.id ? -1 : 1))
    .map((row) => row.event);
}
