// What a file would change in a calendar. Key = calendar + UID; overrides of a series live in the same item.

import { by, inOrder } from '#shared/base/ordering';
import { slicesOf } from '#shared/base/slices-of';
import type { CalendarEvent, CalendarItem } from '#shared/calendar/event';
import type { ImportedItem } from '#shared/calendar/imported';
import { firstStartOf } from '#shared/calendar/item-parts';
import { isNewer, verdictOn } from '#shared/calendar/reimport';
import { parseInstant } from '#shared/time/instant';
import { breather } from './breathe';
import { sortInSlices } from './sort-in-slices';

/** What is stored of one item: its source and its occurrences inside the window. */
export interface StoredItem {
  readonly item: CalendarItem;
  readonly events: readonly CalendarEvent[];
}

/** What a calendar holds, a page at a time. */
export interface StoredCalendar {
  items(): AsyncIterable<readonly CalendarItem[]>;
  /** Stored occurrences of some items, by UID; only those that change are asked for. */
  events(uids: readonly string[]): Promise<ReadonlyMap<string, readonly CalendarEvent[]>>;
}

export interface ImportChange {
  /** The UID: one change an item. */
  readonly key: string;
  readonly kind: 'added' | 'updated' | 'removed';
  readonly title: string;
  /** What the file holds; null when it no longer holds it. */
  readonly after: ImportedItem | null;
  /** What is stored; null when it is new. */
  readonly before: StoredItem | null;
}

export interface ImportDiff {
  readonly changes: readonly ImportChange[];
  /** How many there are of each kind. */
  readonly counts: Readonly<Record<ImportChange['kind'], number>>;
  readonly unchanged: number;
  /** In the file, but older than what is stored: left as stored. */
  readonly older: number;
  /**
   * Whether what the file lacks is likely gone rather than never meant: it holds at least half of what is stored.
   * Only then are removals ticked at first; a file of another part of the same calendar must not empty it.
   */
  readonly isNewExport: boolean;
}

export const EMPTY_CALENDAR: StoredCalendar = { async *items() {}, events: async () => new Map() };

/** Items whose occurrences are asked for at once. */
const EVENTS_OF_ITEMS = 50;

/**
 * Compares a file with what its calendar holds, in slices. `complete` is false for a file that breaks off: what it lacks says nothing,
 * so nothing is offered for removal.
 */
export async function diffImport(
  stored: StoredCalendar,
  read: readonly ImportedItem[],
  { complete }: { readonly complete: boolean },
): Promise<ImportDiff> {
  const breathe = breather();
  const readByUid = new Map<string, ImportedItem>();
  for (const item of read) {
    // One UID may stand in a file twice; the newest counts.
    const known = readByUid.get(item.uid);
    if (!known || (known.hash !== item.hash && isNewer(item, known))) readByUid.set(item.uid, item);
    await breathe();
  }

  const met = new Set<string>();
  const touched: CalendarItem[] = [];
  const count = { stored: 0, unchanged: 0, older: 0 };
  for await (const page of stored.items()) {
    for (const item of page) {
      count.stored += 1;
      const after = readByUid.get(item.uid);
      if (after) met.add(item.uid);
      const verdict = after ? verdictOn(item, after) : 'removed';
      if (verdict === 'unchanged') count.unchanged += 1;
      else if (verdict === 'older') count.older += 1;
      else if (after || complete) touched.push(item);
    }
    await breathe();
  }

  const changes: ImportChange[] = [];
  for (const items of slicesOf(touched, EVENTS_OF_ITEMS)) {
    const events = await stored.events(items.map((item) => item.uid));
    for (const item of items) {
      const after = readByUid.get(item.uid) ?? null;
      const before = { item, events: events.get(item.uid) ?? [] };
      changes.push({
        key: item.uid,
        kind: after ? 'updated' : 'removed',
        title: (after ?? item).title,
        after,
        before,
      });
    }
    await breathe();
  }
  for (const [key, after] of readByUid) {
    if (!met.has(key)) changes.push({ key, kind: 'added', title: after.title, after, before: null });
    await breathe();
  }
  const counts = { added: 0, updated: 0, removed: 0 };
  for (const { kind } of changes) counts[kind] += 1;
  return {
    changes: await sorted(changes, breathe),
    counts,
    unchanged: count.unchanged,
    older: count.older,
    isNewExport: count.stored > 0 && met.size * 2 >= count.stored,
  };
}

/** Keys that are ticked before the user touched any. */
export function tickedAtFirst(diff: ImportDiff): ReadonlySet<string> {
  const ticked = new Set<string>();
  for (const { key, kind } of diff.changes) if (kind !== 'removed' || diff.isNewExport) ticked.add(key);
  return ticked;
}

const KIND_ORDER = { updated: 0, added: 1, removed: 2 } as const;

/** Updates first, then by time. The first start is read once a change, not once a comparison. */
async function sorted(changes: readonly ImportChange[], breathe: ReturnType<typeof breather>): Promise<ImportChange[]> {
  const keyed: { change: ImportChange; start: number }[] = [];
  for (const change of changes) {
    keyed.push({ change, start: firstStart(change) });
    await breathe();
  }
  const order = inOrder<(typeof keyed)[number]>(
    by(({ change }) => KIND_ORDER[change.kind]),
    by(({ start }) => start),
    by(({ change }) => change.key),
  );
  return (await sortInSlices(keyed, order, breathe)).map(({ change }) => change);
}

function firstStart(change: ImportChange): number {
  const start = change.after ? firstStartOf(change.after) : (change.before?.events[0]?.start ?? null);
  return start === null ? Number.MAX_SAFE_INTEGER : (parseInstant(start) ?? 0);
}
