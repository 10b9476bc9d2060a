import { storedInstant } from '../../engine/epoch-minute';
import { dayAt, type ZoneId } from '../../time/zone';
import type { PerformanceRecord } from '../nouns/performance-record';

export interface MergedHistory {
  readonly history: readonly PerformanceRecord[];
  readonly added: number;
  readonly updated: number;
  /** Known already with the same figures. */
  readonly same: number;
}

/** Platforms tell the minute a post appeared; a job tells when it began. */
const SAME_POST_MINUTES = 15;

/**
 * Brings imported records into the history. A post is the same when platform and external id are; where the history knows no external id,
 * when it went out within a quarter of an hour, or is the only one of its local day where the import names the day only. The newer figures
 * win, what the import does not know is kept: importing the same file twice changes nothing.
 */
export function mergeHistory(
  history: readonly PerformanceRecord[],
  imported: readonly PerformanceRecord[],
  zone: ZoneId,
): MergedHistory {
  const merged = [...history];
  const byId = new Map<string, number>();
  const byPlatform = new Map<string, number[]>();
  merged.forEach((record, index) => {
    note(record, index);
  });
  let added = 0;
  let updated = 0;
  let same = 0;
  for (const record of imported) {
    const index = byId.get(idOf(record) ?? '') ?? nearest(record);
    if (index === undefined) {
      added += 1;
      merged.push(record);
      note(record, merged.length - 1);
      continue;
    }
    const known = merged[index]!;
    const next = withFigures(known, record);
    merged[index] = next;
    const id = idOf(next);
    if (id !== null) byId.set(id, index);
    if (Object.keys(next).some((field) => next[field] !== known[field])) updated += 1;
    else same += 1;
  }
  const sorted = merged.sort((a, b) => storedInstant(a.postedAt) - storedInstant(b.postedAt));
  return { history: sorted, added, updated, same };

  function note(record: PerformanceRecord, index: number): void {
    const id = idOf(record);
    if (id !== null) byId.set(id, index);
    const own = byPlatform.get(record.platform);
    if (own) own.push(index);
    else byPlatform.set(record.platform, [index]);
  }

  function nearest(record: PerformanceRecord): number | undefined {
    const at = storedInstant(record.postedAt);
    const candidates = (byPlatform.get(record.platform) ?? []).filter((index) => {
      const known = merged[index]!;
      // Two ids are two posts, however close.
      if (known.externalId !== null && record.externalId !== null) return false;
      const then = storedInstant(known.postedAt);
      if (known.hourKnown && record.hourKnown) return Math.abs(then - at) <= SAME_POST_MINUTES * 60_000;
      return dayAt(zone, then) === dayAt(zone, at);
    });
    return candidates.length === 1 ? candidates[0] : undefined;
  }
}

function withFigures(known: PerformanceRecord, record: PerformanceRecord): PerformanceRecord {
  const fresh = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null));
  // What the history knows of the time is at least as exact.
  return { ...known, ...fresh, ...(known.hourKnown ? { postedAt: known.postedAt, hourKnown: true } : {}) };
}

function idOf({ platform, externalId }: PerformanceRecord): string | null {
  return externalId === null ? null : `${platform} ${externalId}`;
}
