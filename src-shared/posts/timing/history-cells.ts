// What one's own posts say about the hours of a week, held against the prior.
import { storedInstant } from '../../engine/epoch-minute';
import type { ZoneId } from '../../time/zone';
import type { PerformanceRecord } from '../nouns/performance-record';
import { HOURS_PER_WEEK } from './audience-curve';
import type { OutcomeMetric } from './outcome';
import { hourOfWeekAt } from './timing-scores';

/** Results by hour of the week, each divided by the account's usual result, so that 1 is usual. */
export interface HistoryCells {
  readonly metric: OutcomeMetric | null;
  /** The account's mean result; 0 without records. */
  readonly usual: number;
  readonly samples: number;
  readonly count: Int32Array;
  /** Mean ratio to usual; 0 where nothing was posted. */
  readonly mean: Float64Array;
  /** Standard deviation of a post around its cell's mean, pooled over the cells; 0 when no cell has two posts. */
  readonly spread: number;
}

export function historyCells(
  records: readonly PerformanceRecord[],
  metric: OutcomeMetric | null,
  zone: ZoneId,
): HistoryCells {
  const known = records.flatMap((record) => {
    const value = metric === null || !record.hourKnown ? null : record[metric];
    return value === null ? [] : [{ hour: hourOfWeekAt(zone, storedInstant(record.postedAt)), value }];
  });
  const usual = known.length === 0 ? 0 : known.reduce((sum, { value }) => sum + value, 0) / known.length;
  const count = new Int32Array(HOURS_PER_WEEK);
  const mean = new Float64Array(HOURS_PER_WEEK);
  if (usual === 0) return { metric, usual: 0, samples: 0, count, mean, spread: 0 };
  for (const { hour, value } of known) {
    count[hour]! += 1;
    mean[hour]! += value / usual;
  }
  for (let hour = 0; hour < HOURS_PER_WEEK; hour += 1) if (count[hour]! > 0) mean[hour]! /= count[hour]!;
  let squares = 0;
  let freedom = 0;
  for (const { hour, value } of known) squares += (value / usual - mean[hour]!) ** 2;
  for (const posts of count) freedom += Math.max(0, posts - 1);
  return { metric, usual, samples: known.length, count, mean, spread: freedom > 0 ? Math.sqrt(squares / freedom) : 0 };
}

/**
 * How far an hour of score 1 is taken to lie above an hour of score 0, as a share of the usual result. Studies rank hours and
 * rarely say by how much; 0.8 is cautious, and one's own posts correct it.
 */
const RATIO_PER_SCORE = 0.8;

/** The usual result lies at the mean score of the week. */
export function scoreOfRatio(ratio: number, meanScore: number): number {
  return meanScore + (ratio - 1) / RATIO_PER_SCORE;
}

export function ratioOfScore(score: number, meanScore: number): number {
  return 1 + (score - meanScore) * RATIO_PER_SCORE;
}

/** (n x mean + k x prior) / (n + k): what `count` results pull the prior to, when `strength` results weigh as much as the prior. */
export function shrunk(count: number, mean: number, strength: number, prior: number): number {
  return count + strength === 0 ? prior : (count * mean + strength * prior) / (count + strength);
}
