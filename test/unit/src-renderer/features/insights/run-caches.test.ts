import { describe, expect, it } from 'vitest';
import { cacheRows, hitShare, inSum } from '#renderer/features/insights/run-caches';
import { emptyMetrics } from '#shared/engine/plan';
import { runOf } from '../../../../helpers/run-record';

describe('caches of a run', () => {
  const metrics = {
    ...emptyMetrics(),
    caches: { freeTime: { hits: 1, misses: 0 }, slotValues: { hits: 30, misses: 69 }, unused: { hits: 0, misses: 0 } },
  };

  it('are named, and those nothing was looked up in are left out', () => {
    const rows = cacheRows(runOf(1, { metrics }));
    expect(rows.map(({ label, hits, misses }) => [label, hits, misses])).toEqual([
      ['Free time', 1, 0],
      ['Slot values', 30, 69],
    ]);
    expect(inSum(rows)).toEqual({ hits: 31, misses: 69 });
    expect(hitShare(inSum(rows))).toBe(0.31);
  });

  it('are one sum on a run of an earlier version', () => {
    const { caches: _caches, ...older } = { ...emptyMetrics(), cacheHits: 3, cacheMisses: 1 };
    const rows = cacheRows(runOf(1, { metrics: older as typeof metrics }));
    expect(rows).toEqual([{ name: 'freeTime', label: 'Free time', hits: 3, misses: 1 }]);
  });
});
