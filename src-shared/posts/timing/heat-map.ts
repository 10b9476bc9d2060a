// The week of a platform for the screen: the prior and one's own posts in every hour, with how many and how sure.
import type { PerformanceRecord } from '../nouns/performance-record';
import { HOURS_PER_WEEK } from './audience-curve';
import { type HistoryCells, historyCells, ratioOfScore, scoreOfRatio, shrunk } from './history-cells';
import { commonMetric, type OutcomeMetric } from './outcome';
import { type TimingQuestion, timingWeek } from './timing-scores';

export interface HeatCell {
  /** ISO, 1 Monday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
  /** Posts of one's own in the cell. */
  readonly n: number;
  /** By rule alone, 0 to 1. */
  readonly prior: number;
  /** With one's own posts, 0 to 1, best of the week 1 at most. */
  readonly score: number;
  /** Times the usual result, shrunk. */
  readonly ratio: number;
  /** The middle 90 % of what `ratio` may be. */
  readonly low: number;
  readonly high: number;
}

export interface HeatMap {
  readonly metric: OutcomeMetric | null;
  readonly samples: number;
  readonly usual: number;
  /** 168, from Monday 00:00. */
  readonly cells: readonly HeatCell[];
}

/** Half the width of the middle 90 % of a normal distribution, in standard deviations. */
const NINETY_PERCENT = 1.645;
/** How far posts of one hour lie apart where nobody has measured it: four tenths of the usual result. */
const UNMEASURED_SPREAD = 0.4;

export function heatMap(
  question: TimingQuestion,
  records: readonly PerformanceRecord[],
  priorStrength: number,
  metric: OutcomeMetric | null = commonMetric(records),
): HeatMap {
  const prior = timingWeek(question);
  const history = historyCells(records, metric, question.zone);
  const scores = learnedWeek(prior, history, priorStrength);
  const meanPrior = meanOf(prior);
  const spread = history.spread > 0 ? history.spread : UNMEASURED_SPREAD;
  const cells = Array.from({ length: HOURS_PER_WEEK }, (_, at) => {
    const n = history.count[at]!;
    const ratio = shrunk(n, history.mean[at]!, priorStrength, ratioOfScore(prior[at]!, meanPrior));
    const half = n + priorStrength > 0 ? (NINETY_PERCENT * spread) / Math.sqrt(n + priorStrength) : 0;
    return {
      weekday: Math.floor(at / 24) + 1,
      hour: at % 24,
      n,
      prior: prior[at]!,
      score: scores[at]!,
      ratio,
      low: Math.max(0, ratio - half),
      high: ratio + half,
    };
  });
  return { metric, samples: history.samples, usual: history.usual, cells };
}

/** The prior of each hour pulled towards one's own results there, 0 to 1. Equal to the prior where there is no history. */
export function learnedWeek(prior: Float64Array, history: HistoryCells, priorStrength: number): Float64Array {
  const meanPrior = meanOf(prior);
  return scaled(
    prior.map((value, at) =>
      shrunk(history.count[at]!, scoreOfRatio(history.mean[at]!, meanPrior), priorStrength, value),
    ),
  );
}

/** Brings values into 0..1: below is cut off, above is scaled down together, so that the order stays. */
export function scaled(values: Float64Array): Float64Array {
  const top = values.reduce((most, value) => Math.max(most, value), 1);
  return values.map((value) => Math.max(0, value) / top);
}

export function meanOf(values: Float64Array): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
