// Ids of what was imported. They are made of what the file says, so that reading it again meets the same rows.
import type { CalendarEvent, CalendarItem } from '#shared/calendar/event';
import type { ImportedOccurrence } from '#shared/calendar/imported';
import { itemIdPrefix } from '../db/items-of-calendar';

/** Ids may be 200 characters long; some programs write longer UIDs. */
const LONGEST_ID = 200;

/** Key = calendar + UID; overrides of a series live in the same item. */
export function itemId(calendarId: string, uid: string): string {
  return bounded(`${itemIdPrefix(calendarId)}${uid}`);
}

/** The stored events of an item. Two occurrences with one recurrence id are told apart by their number. */
export function eventsOfItem(
  item: Pick<CalendarItem, 'calendarId' | 'uid'>,
  occurrences: readonly ImportedOccurrence[],
): CalendarEvent[] {
  const seen = new Map<string, number>();
  return occurrences.map((occurrence) => {
    const base = `${item.calendarId}/${item.uid}@${occurrence.recurrenceId ?? ''}`;
    const number = seen.get(base) ?? 0;
    seen.set(base, number + 1);
    return {
      ...occurrence,
      id: bounded(number === 0 ? base : `${base}#${number}`),
      calendarId: item.calendarId,
      uid: item.uid,
    } as CalendarEvent;
  });
}

function bounded(id: string): string {
  return id.length <= LONGEST_ID ? id : `${id.slice(0, LONGEST_ID - 15)}~${hash53(id).toString(36)}`;
}

/** A 53-bit hash of a text (two multiplicative 32-bit lanes, after MurmurHash3's finaliser constants). */
function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
