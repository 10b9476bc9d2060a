// Which calendar a file belongs to: the one that already holds its events, the one it went into last time, one of its name, or a new one.
import type { Calendar } from '#shared/calendar/event';
import type { ImportedFile } from '#shared/calendar/imported';
import { itemsOfCalendar } from '../db/items-of-calendar';
import type { EventRow } from '../db/rows';
import { itemId } from './event-identity';
import type { StoredItem } from './import-diff';
import { database } from './store';

export type ImportTarget =
  | { readonly kind: 'existing'; readonly calendarId: string }
  | { readonly kind: 'new'; readonly name: string };

const COLORS: readonly Calendar['color'][] = ['work', 'family', 'club', 'household', 'plum', 'slate'];

/** Suggests the calendar of a file. Reads the store. */
export async function suggestTarget(file: ImportedFile, calendars: readonly Calendar[]): Promise<ImportTarget> {
  const db = database();
  let best: { calendarId: string; shared: number } | null = null;
  for (const { id: calendarId } of calendars) {
    const known = await db.items.bulkGet(file.items.map((item) => itemId(calendarId, item.uid)));
    const shared = known.filter((row) => row !== undefined).length;
    if (shared > (best?.shared ?? 0)) best = { calendarId, shared };
  }
  if (best) return { kind: 'existing', calendarId: best.calendarId };
  const records = await db.imports.orderBy('at').reverse().toArray();
  const last = records.find((record) => record.files.includes(file.name));
  if (last && calendars.some((calendar) => calendar.id === last.calendarId)) {
    return { kind: 'existing', calendarId: last.calendarId };
  }
  const name = file.calendarName.trim() || 'Calendar';
  const named = calendars.find((calendar) => calendar.name.toLowerCase() === name.toLowerCase());
  return named ? { kind: 'existing', calendarId: named.id } : { kind: 'new', name };
}

/** What a calendar holds, with its stored occurrences. */
export async function storedItems(calendarId: string): Promise<StoredItem[]> {
  const db = database();
  const [items, events] = await Promise.all([
    itemsOfCalendar(db, calendarId).toArray(),
    db.events.where('[calendarId+uid]').between([calendarId, ''], [calendarId, []]).toArray(),
  ]);
  const byUid = new Map<string, EventRow[]>();
  for (const row of events) byUid.set(row.uid, [...(byUid.get(row.uid) ?? []), row]);
  return items.map((row) => ({
    item: row.item,
    events: (byUid.get(row.uid) ?? []).sort((a, b) => a.startMs - b.startMs).map((entry) => entry.event),
  }));
}

/** A new calendar in a colour that is not used yet, as far as there are any. */
export function newCalendar(id: string, name: string, others: readonly Calendar[]): Calendar {
  const used = new Set(others.map((calendar) => calendar.color));
  const color = COLORS.find((candidate) => !used.has(candidate)) ?? COLORS[others.length % COLORS.length]!;
  return { id, name, blocks: true, visible: true, color };
}
