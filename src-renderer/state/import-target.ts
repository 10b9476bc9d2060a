// Which calendar a file belongs to: the one that already holds its events, the one it went into last time, one of its name, or a new one.
import type { Calendar, CalendarEvent } from '#shared/calendar/event';
import type { ImportedFile } from '#shared/calendar/imported';
import { itemIdPrefix } from '../db/items-of-calendar';
import { breather } from './breathe';
import { itemId } from './event-identity';
import type { StoredCalendar } from './import-diff';
import { database } from './store';

export type ImportTarget =
  | { readonly kind: 'existing'; readonly calendarId: string }
  | { readonly kind: 'new'; readonly name: string };

const COLORS: readonly Calendar['color'][] = ['work', 'family', 'club', 'household', 'plum', 'slate'];

/** Keys of items read at once; they are short. */
const KEYS_A_PAGE = 5_000;
/** Items read at once; they carry their text. */
const ITEMS_A_PAGE = 200;

/** Suggests the calendar of a file. Reads the store. */
export async function suggestTarget(file: ImportedFile, calendars: readonly Calendar[]): Promise<ImportTarget> {
  const db = database();
  let best: { calendarId: string; shared: number } | null = null;
  for (const { id: calendarId } of calendars) {
    const shared = await countShared(file, calendarId);
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

/** How many items of a file a calendar holds. */
async function countShared(file: ImportedFile, calendarId: string): Promise<number> {
  const breathe = breather();
  const stored = new Set<string>();
  for await (const page of keyPages(calendarId)) for (const key of page) stored.add(key);
  let shared = 0;
  if (stored.size === 0) return shared;
  for (const { uid } of file.items) {
    if (stored.has(itemId(calendarId, uid))) shared += 1;
    await breathe();
  }
  return shared;
}

/** What a calendar holds, read page by page. */
export function storedCalendar(calendarId: string): StoredCalendar {
  return {
    async *items() {
      const prefix = itemIdPrefix(calendarId);
      let after = prefix;
      for (;;) {
        const rows = await database()
          .items.where('id')
          .between(after, afterPrefix(prefix), false, false)
          .limit(ITEMS_A_PAGE)
          .toArray();
        if (rows.length === 0) return;
        after = rows.at(-1)!.id;
        // The prefix of `a` also begins the ids of `a/b`.
        yield rows.filter((row) => row.calendarId === calendarId).map((row) => row.item);
      }
    },
    async events(uids) {
      const rows = await database()
        .events.where('[calendarId+uid]')
        .anyOf(uids.map((uid) => [calendarId, uid]))
        .toArray();
      const byUid = new Map<string, CalendarEvent[]>();
      for (const { uid, event } of rows.sort((a, b) => a.startMs - b.startMs)) {
        const known = byUid.get(uid);
        if (known) known.push(event);
        else byUid.set(uid, [event]);
      }
      return byUid;
    },
  };
}

async function* keyPages(calendarId: string): AsyncGenerator<readonly string[]> {
  const prefix = itemIdPrefix(calendarId);
  let after = prefix;
  for (;;) {
    const keys = await database()
      .items.where('id')
      .between(after, afterPrefix(prefix), false, false)
      .limit(KEYS_A_PAGE)
      .primaryKeys();
    if (keys.length === 0) return;
    after = keys.at(-1)!;
    yield keys;
  }
}

/** No id that begins with the prefix lies behind it. */
function afterPrefix(prefix: string): string {
  return `${prefix}\uffff`;
}

/** A new calendar in a colour that is not used yet, as far as there are any. */
export function newCalendar(id: string, name: string, others: readonly Calendar[]): Calendar {
  const used = new Set(others.map((calendar) => calendar.color));
  const color = COLORS.find((candidate) => !used.has(candidate)) ?? COLORS[others.length % COLORS.length]!;
  return { id, name, blocks: true, visible: true, color };
}
