import type { PerformanceRecord } from '../nouns/performance-record';

/** The figures a time can be judged by. */
export const OUTCOME_METRICS = [
  'reach',
  'engagementRate',
  'impressions',
  'watchTimeMinutes',
  'likes',
  'clicks',
] as const;
export type OutcomeMetric = (typeof OUTCOME_METRICS)[number];

/** The figure most of the records have; of equals the first in `OUTCOME_METRICS`. `null` when none has any. */
export function commonMetric(records: readonly PerformanceRecord[]): OutcomeMetric | null {
  let best: OutcomeMetric | null = null;
  let most = 0;
  for (const metric of OUTCOME_METRICS) {
    const count = records.filter((record) => record[metric] !== null).length;
    if (count > most) {
      best = metric;
      most = count;
    }
  }
  return best;
}
