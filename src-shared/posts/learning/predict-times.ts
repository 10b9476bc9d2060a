// The best times of a platform: by the forest where it earned it, else by the rules and one's own cells.
import { assertNever } from '../../base/assert-never';
import type { PerformanceRecord } from '../nouns/performance-record';
import { HOURS_PER_WEEK } from '../timing/audience-curve';
import { type HeatMap, heatMap } from '../timing/heat-map';
import type { TimingQuestion } from '../timing/timing-scores';
import { cellRow } from './features';
import { predictForest } from './random-forest';
import type { ModelCard } from './stored-model';
import type { TrainedModel, TrainingOptions } from './train-platform';

export interface PredictedTime {
  /** ISO, 1 Monday. */
  readonly weekday: number;
  readonly hour: number;
  /** In units of the metric; times the usual result where nothing was ever measured. */
  readonly expected: number;
  readonly low: number;
  readonly high: number;
  /** Times the usual result. */
  readonly ratio: number;
  /** 0 to 1: share of trees above usual; by rule the share that one's own posts have in the figure. */
  readonly confidence: number;
  /** Posts of one's own in that hour. */
  readonly n: number;
}

export interface Prediction {
  readonly platform: string;
  readonly usedModel: 'forest' | 'rules';
  readonly r2: number | null;
  readonly baselines: { readonly accountMean: number; readonly shrunkCells: number } | null;
  readonly samples: number;
  readonly metric: string | null;
  /** Why the rules stand, for the user; empty when the forest is used and can be trusted. */
  readonly notice: string;
  /** Best first. */
  readonly top: readonly PredictedTime[];
}

/** What the forest says about one hour. */
export type ForestHours = Pick<PredictedTime, 'expected' | 'low' | 'high' | 'confidence'>;

/** The 168 hours from Monday 00:00 as the forest sees them; null where it is not used. */
export function forestWeek({ forest, space, usual }: TrainedModel, question: TimingQuestion): ForestHours[] | null {
  if (!forest || !space) return null;
  const typical = {
    platform: question.platform,
    contentType: question.contentType.id,
    audience: question.audience,
    gapHours: TYPICAL_GAP_HOURS,
  };
  return Array.from({ length: HOURS_PER_WEEK }, (_, hour) => {
    const { expected, low, high, above } = predictForest(forest, cellRow(space, typical, hour));
    return { expected, low, high, confidence: above(usual) };
  });
}

/** All 168 hours, best first; of equals the earliest in the week. `hours`: what a forest says about them, from Monday 00:00. */
export function predictWeek(
  hours: readonly ForestHours[] | null,
  usual: number,
  map: HeatMap,
  priorStrength: number,
): PredictedTime[] {
  const times = map.cells.map(({ weekday, hour, n, ratio, low, high }, at) => {
    const learned = hours?.[at];
    if (learned) return { ...learned, weekday, hour, n, ratio: learned.expected / usual };
    const unit = map.usual > 0 ? map.usual : 1;
    const confidence = n + priorStrength > 0 ? n / (n + priorStrength) : 0;
    return { weekday, hour, n, expected: ratio * unit, low: low * unit, high: high * unit, ratio, confidence };
  });
  return times.sort((a, b) => b.expected - a.expected || a.weekday - b.weekday || a.hour - b.hour);
}

/** Predictions ask for a post a day after the last one. */
const TYPICAL_GAP_HOURS = 24;

export function predictTimes(
  model: TrainedModel,
  records: readonly PerformanceRecord[],
  { question, priorStrength, metric }: TrainingOptions,
  count: number,
): Prediction {
  const { card } = model;
  const own = records.filter((record) => record.platform === question.platform);
  const map = heatMap(question, own, priorStrength, metric ?? card.metric);
  return {
    platform: card.platform,
    usedModel: card.verdict === 'forest' ? 'forest' : 'rules',
    r2: card.r2,
    baselines: card.baselines,
    samples: card.samples,
    metric: card.metric,
    notice: noticeOf(card),
    top: predictWeek(forestWeek(model, question), model.usual, map, priorStrength).slice(0, count),
  };
}

/** What the user is told about the model, with its numbers. */
export function noticeOf(card: ModelCard): string {
  const figure = (value: number): string => value.toFixed(2);
  switch (card.verdict) {
    case 'tooFewSamples':
      return `${card.samples} ${card.samples === 1 ? 'post' : 'posts'} with figures: at least 50 are needed to learn from, so the rules stand.`;
    case 'noBetterThanBaselines':
      return `On the last ${card.heldSamples} posts the forest explains ${figure(card.r2 ?? 0)} of the variance, no better than the account's mean (${figure(card.baselines?.accountMean ?? 0)}) or the hours' means (${figure(card.baselines?.shrunkCells ?? 0)}), so the rules stand.`;
    case 'forest':
      return card.unreliable
        ? `${card.samples} posts: under about 200 no model finds the hours reliably; R2 may lie between ${figure(card.r2Interval?.low ?? 0)} and ${figure(card.r2Interval?.high ?? 0)}.`
        : '';
    default:
      return assertNever(card.verdict, 'verdict');
  }
}
