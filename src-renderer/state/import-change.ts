// From what was ticked to the rows of one transaction, in slices.
import type { Calendar } from '#shared/calendar/event';
import type { Span } from '#shared/time/span';
import type { Change } from '../db/change';
import { eventRow } from '../db/event-range';
import type { EventRow, ImportRecord, ItemRow } from '../db/rows';
import { breather } from './breathe';
import { eventsOfItem, itemId } from './event-identity';
import type { ImportChange } from './import-diff';

/** One file's part of an import. */
export interface ImportPart {
  readonly file: string;
  readonly calendar: Calendar;
  /** The calendar is made or changed by this import. */
  readonly isWritten: boolean;
  /** Ticked changes only. */
  readonly changes: readonly ImportChange[];
}

export interface ImportStamp {
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
  /** The window the occurrences were expanded for. */
  readonly window: Span;
}

export async function importChange(parts: readonly ImportPart[], stamp: ImportStamp): Promise<Change> {
  const breathe = breather();
  const items: ItemRow[] = [];
  const events: EventRow[] = [];
  const removed: string[] = [];
  const calendars = new Map<string, Calendar>();
  for (const { calendar, isWritten, changes } of parts) {
    if (isWritten) calendars.set(calendar.id, calendar);
    for (const { key, after, before } of changes) {
      await breathe();
      if (!after) {
        removed.push(before?.item.id ?? itemId(calendar.id, key));
        continue;
      }
      const { occurrences, ...content } = after;
      const item = { ...content, id: itemId(calendar.id, key), calendarId: calendar.id };
      items.push({
        id: item.id,
        calendarId: calendar.id,
        uid: key,
        ...(item.recurring || occurrences.length === 0
          ? { expandedFrom: stamp.window.start, expandedTo: stamp.window.end }
          : {}),
        item,
      });
      for (const event of eventsOfItem(item, occurrences)) events.push(eventRow(event));
    }
  }
  return {
    puts: { calendars: [...calendars.values()], items, events, imports: recordsOf(parts, stamp) },
    deletes: { items: removed },
  };
}

function recordsOf(parts: readonly ImportPart[], stamp: ImportStamp): ImportRecord[] {
  return parts.map(({ file, calendar, changes }, index) => ({
    id: `${stamp.id}-${index}`,
    at: stamp.at,
    calendarId: calendar.id,
    files: [file],
    added: changes.filter((change) => change.kind === 'added').length,
    updated: changes.filter((change) => change.kind === 'updated').length,
    removed: changes.filter((change) => change.kind === 'removed').length,
  }));
}
