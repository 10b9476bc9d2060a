// What the planner found in its caches, by cache and over all.
import type { RunRecord } from '../../state/run-history';

export interface CacheRow {
  readonly name: string;
  readonly label: string;
  readonly hits: number;
  readonly misses: number;
}

const LABELS: Readonly<Record<string, string>> = { freeTime: 'Free time', slotValues: 'Slot values' };

/** Caches that nothing was looked up in are left out. */
export function cacheRows({ metrics }: RunRecord): CacheRow[] {
  const named = Object.entries(metrics.caches ?? {});
  // A run of an earlier version has only the sum.
  const all =
    named.length > 0 ? named : [['freeTime', { hits: metrics.cacheHits, misses: metrics.cacheMisses }] as const];
  return all
    .filter(([, use]) => use.hits + use.misses > 0)
    .map(([name, use]) => ({ name, label: LABELS[name] ?? name, ...use }));
}

/** 0 to 1; 0 without look-ups. */
export function hitShare({ hits, misses }: { readonly hits: number; readonly misses: number }): number {
  return hits + misses === 0 ? 0 : hits / (hits + misses);
}

export function inSum(rows: readonly CacheRow[]): { readonly hits: number; readonly misses: number } {
  return rows.reduce((sum, row) => ({ hits: sum.hits + row.hits, misses: sum.misses + row.misses }), {
    hits: 0,
    misses: 0,
  });
}
