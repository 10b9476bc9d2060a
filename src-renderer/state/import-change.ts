// From what was ticked to the rows of one transaction, in slices.
import { by } from '#shared/base/ordering';
import { slicesOf } from '#shared/base/slices-of';
import type { Calendar } from '#shared/calendar/event';
import type { ImportedItem } from '#shared/calendar/imported';
import { wholeItem } from '#shared/calendar/item-parts';
import type { Span } from '#shared/time/span';
import type { Change } from '../db/change';
import { eventRow } from '../db/event-range';
import type { EventRow, ImportRecord, ItemRow } from '../db/rows';
import { breather } from './breathe';
import { eventsOfItem, itemId } from './event-identity';
import type { ImportChange } from './import-diff';
import { sortInSlices } from './sort-in-slices';

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

/** Changes whose rows are made at once; of more they are made while they are written. */
const FEW_CHANGES = 200;
/** Changes of a part: made well within half a frame. */
const CHANGES_A_PART = 40;

export async function importChange(parts: readonly ImportPart[], stamp: ImportStamp): Promise<Change> {
  const breathe = breather();
  const calendars = new Map<string, Calendar>();
  const removed: string[] = [];
  // Two files may bring one item into one calendar: the last one counts, and none of the other's occurrences.
  const byId = new Map<string, Brought>();
  for (const { calendar, isWritten, changes } of parts) {
    if (isWritten) calendars.set(calendar.id, calendar);
    for (const { key, after, before } of changes) {
      const id = itemId(calendar.id, key);
      if (after) byId.set(id, { id, key, after, calendarId: calendar.id });
      else removed.push(before?.item.id ?? id);
      await breathe();
    }
  }
  const brought = [...byId.values()];
  const isLarge = brought.length > FEW_CHANGES;
  const sorted = isLarge
    ? await sortInSlices(
        brought,
        by(({ id }) => id),
        breathe,
      )
    : brought;
  const calendarIds = [...new Set(parts.map(({ calendar }) => calendar.id))];
  return {
    puts: {
      calendars: [...calendars.values()],
      imports: recordsOf(parts, stamp),
      ...(isLarge ? {} : rowsOf(sorted, stamp)),
    },
    deletes: { items: removed },
    ...(isLarge ? { more: { calendarIds, parts: () => partsOf(sorted, stamp) } } : {}),
  };
}

/** An item that is added or replaced. */
interface Brought {
  readonly id: string;
  readonly key: string;
  readonly after: ImportedItem;
  readonly calendarId: string;
}

function* partsOf(brought: readonly Brought[], stamp: ImportStamp): Generator<Change> {
  for (const some of slicesOf(brought, CHANGES_A_PART)) yield { puts: rowsOf(some, stamp) };
}

function rowsOf(
  brought: readonly Brought[],
  stamp: ImportStamp,
): { readonly items: ItemRow[]; readonly events: EventRow[] } {
  const items: ItemRow[] = [];
  const events: EventRow[] = [];
  for (const { id, key, after, calendarId } of brought) {
    const { occurrences, ...content } = wholeItem(after);
    const item = { ...content, id, calendarId };
    items.push({
      id,
      calendarId,
      uid: key,
      ...(item.recurring || occurrences.length === 0
        ? { expandedFrom: stamp.window.start, expandedTo: stamp.window.end }
        : {}),
      item,
    });
    for (const event of eventsOfItem(item, occurrences)) events.push(eventRow(event));
  }
  return { items, events };
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
