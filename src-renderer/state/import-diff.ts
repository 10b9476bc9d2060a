// What a file would change in a calendar. Pure. Key = calendar + UID; overrides of a series live in the same item.
import { by, inOrder } from '#shared/base/ordering';
import type { CalendarEvent, CalendarItem } from '#shared/calendar/event';
import type { ImportedItem, ImportedOccurrence } from '#shared/calendar/imported';
import { parseInstant } from '#shared/time/instant';

/** What is stored of one item: its source and its occurrences inside the window. */
export interface StoredItem {
  readonly item: CalendarItem;
  readonly events: readonly CalendarEvent[];
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
  readonly unchanged: number;
  /** In the file, but older than what is stored: left as stored. */
  readonly older: number;
  /**
   * Whether what the file lacks is likely gone rather than never meant: it holds at least half of what is stored.
   * Only then are removals ticked at first; a file of another part of the same calendar must not empty it.
   */
  readonly isNewExport: boolean;
}

export type Verdict = 'added' | 'updated' | 'unchanged' | 'older';

/** Newer wins by sequence, last modified, stamp, in this order; when none of them decides, the file that was just opened wins. */
export function verdictOn(stored: CalendarItem | undefined, read: ImportedItem): Verdict {
  if (!stored) return 'added';
  if (stored.hash === read.hash) return 'unchanged';
  if (read.sequence !== stored.sequence) return read.sequence > stored.sequence ? 'updated' : 'older';
  for (const field of ['lastModified', 'stamp'] as const) {
    const order = compareInstants(read[field], stored[field]);
    if (order !== 0) return order > 0 ? 'updated' : 'older';
  }
  return 'updated';
}

/**
 * Compares a file with what its calendar holds. `complete` is false for a file that breaks off: what it lacks says nothing,
 * so nothing is offered for removal.
 */
export function diffImport(
  stored: readonly StoredItem[],
  read: readonly ImportedItem[],
  { complete }: { readonly complete: boolean },
): ImportDiff {
  const storedByUid = new Map(stored.map((entry) => [entry.item.uid, entry]));
  const readByUid = newestByUid(read);
  const changes: ImportChange[] = [];
  let unchanged = 0;
  let older = 0;
  for (const [key, after] of readByUid) {
    const before = storedByUid.get(key);
    const verdict = verdictOn(before?.item, after);
    if (verdict === 'unchanged') unchanged += 1;
    else if (verdict === 'older') older += 1;
    else changes.push({ key, kind: verdict, title: after.title, after, before: before ?? null });
  }
  const shared = stored.filter((entry) => readByUid.has(entry.item.uid)).length;
  if (complete) {
    for (const before of stored) {
      if (readByUid.has(before.item.uid)) continue;
      changes.push({ key: before.item.uid, kind: 'removed', title: before.item.title, after: null, before });
    }
  }
  const order = { updated: 0, added: 1, removed: 2 };
  changes.sort(
    inOrder(
      by((change) => order[change.kind]),
      by((change) => firstStart(change)),
      by((change) => change.key),
    ),
  );
  return { changes, unchanged, older, isNewExport: stored.length > 0 && shared * 2 >= stored.length };
}

/** Keys that are ticked before the user touched any. */
export function tickedAtFirst(diff: ImportDiff): ReadonlySet<string> {
  return new Set(
    diff.changes.filter((change) => change.kind !== 'removed' || diff.isNewExport).map((change) => change.key),
  );
}

/** The occurrences of a change that describe it: what the file holds, or what is stored. */
export function occurrencesOf(change: ImportChange): readonly (ImportedOccurrence | CalendarEvent)[] {
  return change.after?.occurrences ?? change.before?.events ?? [];
}

/** One UID may stand in a file twice; the newest counts. */
function newestByUid(read: readonly ImportedItem[]): Map<string, ImportedItem> {
  const byUid = new Map<string, ImportedItem>();
  for (const item of read) {
    const known = byUid.get(item.uid);
    if (!known || verdictOn({ ...known, id: '', calendarId: '' } as CalendarItem, item) === 'updated') {
      byUid.set(item.uid, item);
    }
  }
  return byUid;
}

function firstStart(change: ImportChange): number {
  const start = occurrencesOf(change)[0]?.start;
  return start === undefined ? Number.MAX_SAFE_INTEGER : (parseInstant(start) ?? 0);
}

function compareInstants(a: string | null, b: string | null): number {
  if (a === null || b === null) return 0;
  return (parseInstant(a) ?? 0) - (parseInstant(b) ?? 0);
}
