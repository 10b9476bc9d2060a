// New or newer records as the rows they change. Pure.
import type { PerformanceRecord } from '#shared/posts/nouns/performance-record';
import { withRecordIds } from '#shared/posts/record-ids';
import { type PerformanceRow, performanceRow } from '../../db/post-rows';

/** The rows of `after` that `before` does not hold just so. Records without an id get one that nobody has. */
export function changedRecords(
  before: readonly PerformanceRecord[],
  after: readonly PerformanceRecord[],
): PerformanceRow[] {
  const known = new Map(before.map((record) => [record.id, record]));
  const withKnownFirst = [...after].sort((a, b) => Number(a.id === undefined) - Number(b.id === undefined));
  return withRecordIds(withKnownFirst)
    .filter((record) => {
      const then = known.get(record.id);
      return then === undefined || JSON.stringify(then) !== JSON.stringify(record);
    })
    .map(performanceRow);
}
