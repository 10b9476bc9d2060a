// What a new export of a calendar changes in what was imported before. Key: the item's UID inside its calendar.
import type { CalendarItem } from './event';
import type { ImportedItem } from './imported';

export interface Reimport {
  readonly added: readonly ImportedItem[];
  readonly updated: readonly { readonly stored: CalendarItem; readonly imported: ImportedItem }[];
  readonly unchanged: readonly { readonly stored: CalendarItem; readonly imported: ImportedItem }[];
  /** The file holds an older version than the one stored: kept as stored. */
  readonly older: readonly { readonly stored: CalendarItem; readonly imported: ImportedItem }[];
  /** Stored and not in the file any more: offered for removal, never removed unasked. */
  readonly vanished: readonly CalendarItem[];
}

/** Versions of an item, as both the stored and the imported one carry them. */
export type ItemVersion = Pick<CalendarItem, 'sequence' | 'lastModified' | 'stamp' | 'hash'>;

/** Compares a file's items with the stored ones of the same calendar. Each list keeps the order of its input. */
export function compareWithStored(stored: readonly CalendarItem[], imported: readonly ImportedItem[]): Reimport {
  const byUid = new Map(stored.map((item) => [item.uid, item]));
  const seen = new Set<string>();
  const added: ImportedItem[] = [];
  const updated: { stored: CalendarItem; imported: ImportedItem }[] = [];
  const unchanged: { stored: CalendarItem; imported: ImportedItem }[] = [];
  const older: { stored: CalendarItem; imported: ImportedItem }[] = [];
  for (const item of imported) {
    const known = byUid.get(item.uid);
    seen.add(item.uid);
    if (!known) added.push(item);
    else if (known.hash === item.hash) unchanged.push({ stored: known, imported: item });
    else if (isNewer(item, known)) updated.push({ stored: known, imported: item });
    else older.push({ stored: known, imported: item });
  }
  return { added, updated, unchanged, older, vanished: stored.filter((item) => !seen.has(item.uid)) };
}

/**
 * Whether `candidate` replaces `present`, whose content differs: by SEQUENCE, then LAST-MODIFIED, then DTSTAMP, then by hash. A missing
 * stamp is the oldest. This orders all versions of an item in one line, so the order in which files are imported never matters.
 */
export function isNewer(candidate: ItemVersion, present: ItemVersion): boolean {
  if (candidate.sequence !== present.sequence) return candidate.sequence > present.sequence;
  for (const stamp of ['lastModified', 'stamp'] as const) {
    // ISO instants of one form compare as text, and no text is less than any.
    const [ours, theirs] = [candidate[stamp] ?? '', present[stamp] ?? ''];
    if (ours !== theirs) return ours > theirs;
  }
  return candidate.hash > present.hash;
}
