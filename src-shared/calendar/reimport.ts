// Which of two versions of an item counts: the stored one or that of a new export, and one of two in the same file.
import type { CalendarItem } from './event';

/** Versions of an item, as both the stored and the imported one carry them. */
export type ItemVersion = Pick<CalendarItem, 'sequence' | 'lastModified' | 'stamp' | 'hash'>;

export type Verdict = 'added' | 'updated' | 'unchanged' | 'older';

/**
 * What a file's version of an item means for the stored one: newer wins by SEQUENCE, LAST-MODIFIED, DTSTAMP. A stamp that one side lacks
 * decides nothing. When nothing decides, the file that was just opened wins: an export edited by hand keeps its stamps.
 */
export function verdictOn(stored: ItemVersion | undefined, read: ItemVersion): Verdict {
  if (!stored) return 'added';
  if (stored.hash === read.hash) return 'unchanged';
  if (read.sequence !== stored.sequence) return read.sequence > stored.sequence ? 'updated' : 'older';
  for (const stamp of ['lastModified', 'stamp'] as const) {
    const [ours, theirs] = [read[stamp], stored[stamp]];
    // ISO instants of one form compare as text.
    if (ours !== null && theirs !== null && ours !== theirs) return ours > theirs ? 'updated' : 'older';
  }
  return 'updated';
}

/**
 * Whether `candidate` replaces `present`, whose content differs: by SEQUENCE, then LAST-MODIFIED, then DTSTAMP, then by hash. A missing
 * stamp is the oldest. This orders all versions of an item in one line, so the order in which files are imported never matters.
 */
export function isNewer(candidate: ItemVersion, present: ItemVersion): boolean {
  if (candidate.sequence !== present.sequence) return candidate.sequence > present.sequence;
  for (const stamp of ['lastModified', 'stamp'] as const) {
    // No text is less than any.
    const [ours, theirs] = [candidate[stamp] ?? '', present[stamp] ?? ''];
    if (ours !== theirs) return ours > theirs;
  }
  return candidate.hash > present.hash;
}
