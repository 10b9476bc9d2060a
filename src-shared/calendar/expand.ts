// Expands a stored item again, for a window that moved.
import type { ZoneId } from '../time/zone';
import type { ExpansionWindow, ImportedOccurrence } from './imported';
import { SILENT_NOTES } from './notes';
import { readItems, startRun } from './read';
import { encodeText } from './text/encoding';
import { outlineOf } from './text/outline';

/**
 * Occurrences of an item (`CalendarItem.ics`) that overlap the window, in no particular order. An item that was read once is read the
 * same way again: its text carries what its times need.
 */
export function expandItem(
  ics: string,
  window: ExpansionWindow,
  zone: ZoneId,
  ownAddresses: readonly string[] = [],
): ImportedOccurrence[] {
  const bytes = encodeText(ics);
  const options = { window, zone, ownAddresses: [...ownAddresses] };
  const items = readItems(bytes, outlineOf(bytes), options, SILENT_NOTES, startRun(bytes.length, {}));
  return items.flatMap((item) => item.occurrences);
}
