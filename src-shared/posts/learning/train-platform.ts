// Learning one platform: split forward in time, grow a forest, hold it against two plain baselines on the later part, and use it only
// where it beats both.
import { storedInstant } from '../../engine/epoch-minute';
import type { Audience } from '../nouns/audience';
import { UNKNOWN_AUDIENCE } from '../nouns/audience';
import type { PerformanceRecord } from '../nouns/performance-record';
import { meanOf } from '../timing/heat-map';
import { historyCells, ratioOfScore, shrunk } from '../timing/history-cells';
import { commonMetric, type OutcomeMetric } from '../timing/outcome';
import { hourOfWeekAt, type TimingQuestion, timingWeek } from '../timing/timing-scores';
import { type FeatureSpace, featureRow, featuresOf, trainingSet } from './features';
import { rSquared, rSquaredInterval } from './r-squared';
import { FOREST_OPTIONS, type Forest, type ForestOptions, forestMean, growForest } from './random-forest';
import type { ModelCard } from './stored-model';

/** Fewer samples than this are not learned from: the rules stand. */
export const LEAST_SAMPLES = 50;
/** Below this many no forest finds the hours reliably; the card says so. */
export const RELIABLE_SAMPLES = 200;
const TRAINING_SHARE = 0.8;

export interface TrainedModel {
  readonly card: ModelCard;
  /** Grown on all rows; null unless the verdict is `forest`. */
  readonly forest: Forest | null;
  readonly space: FeatureSpace | null;
  /** The account's mean. */
  readonly usual: number;
}

export interface TrainingOptions {
  readonly question: TimingQuestion;
  readonly priorStrength: number;
  readonly metric?: OutcomeMetric | null;
  readonly forest?: ForestOptions;
}

/** Yields the share that is done; stop asking to cancel. Records of other platforms are left out. */
export function* trainPlatform(
  all: readonly PerformanceRecord[],
  { question, priorStrength, metric: wanted, forest: options = FOREST_OPTIONS }: TrainingOptions,
): Generator<number, TrainedModel> {
  const own = all.filter((record) => record.platform === question.platform);
  const metric = wanted ?? commonMetric(own);
  const rest = { platform: question.platform, metric, importances: [], r2: null, r2Interval: null, baselines: null };
  const known = metric === null ? [] : own.filter((record) => record[metric] !== null && record.hourKnown);
  const samples = known.length;
  if (metric === null || samples < LEAST_SAMPLES) {
    const usual = metric === null ? 0 : meanOf(Float64Array.from(known, (record) => record[metric]!));
    const none = { trainingSamples: 0, heldSamples: 0, unreliable: true, verdict: 'tooFewSamples' } as const;
    return { card: { ...rest, samples, ...none }, forest: null, space: null, usual };
  }

  const set = trainingSet(own, metric, question.zone, (record) => audienceOf(record, question.audience));
  const rows = set.samples.map((sample) => featureRow(set.space, sample));
  const cut = Math.floor(samples * TRAINING_SHARE);
  const trained = yield* scaledSteps(growForest(rows.slice(0, cut), set.targets.slice(0, cut), options), 0, 0.45);

  const held = set.targets.slice(cut);
  const predicted = rows.slice(cut).map((row) => forestMean(trained, row));
  const r2 = rSquared(held, predicted);
  const earlier = [...known].sort((a, b) => storedInstant(a.postedAt) - storedInstant(b.postedAt)).slice(0, cut);
  const cells = cellMeans(earlier, metric, question, priorStrength);
  const accountMean = meanOf(set.targets.subarray(0, cut));
  const baselines = {
    accountMean: rSquared(held, new Float64Array(held.length).fill(accountMean)),
    shrunkCells: rSquared(
      held,
      set.samples.slice(cut).map(({ at }) => cells[hourOfWeekAt(question.zone, at)]!),
    ),
  };
  const wins = r2 > baselines.accountMean && r2 > baselines.shrunkCells && r2 > 0;
  const forest = yield* scaledSteps(growForest(rows, set.targets, options), 0.5, 0.5);
  return {
    card: {
      ...rest,
      samples,
      trainingSamples: cut,
      heldSamples: held.length,
      r2,
      r2Interval: rSquaredInterval(held, predicted, options.seed),
      baselines,
      verdict: wins ? 'forest' : 'noBetterThanBaselines',
      unreliable: samples < RELIABLE_SAMPLES,
      importances: importancesOf(set.space, forest),
    },
    forest: wins ? forest : null,
    space: set.space,
    usual: meanOf(set.targets),
  };
}

/** Runs a generator to its end, telling how far it is. Null when `isCancelled` said so. */
export function runSteps<T>(
  steps: Generator<number, T>,
  onProgress: (fraction: number) => void = () => {},
  isCancelled: () => boolean = () => false,
): T | null {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (isCancelled()) return null;
    onProgress(step.value);
  }
}

function* scaledSteps<T>(steps: Generator<number, T>, from: number, share: number): Generator<number, T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    yield from + share * step.value;
  }
}

/** The expected result of every hour of the week by the shrunk cells, in units of the metric. */
export function cellMeans(
  records: readonly PerformanceRecord[],
  metric: OutcomeMetric,
  question: TimingQuestion,
  priorStrength: number,
): Float64Array {
  const history = historyCells(records, metric, question.zone);
  const prior = timingWeek(question);
  const meanPrior = meanOf(prior);
  return prior.map(
    (value, hour) =>
      history.usual * shrunk(history.count[hour]!, history.mean[hour]!, priorStrength, ratioOfScore(value, meanPrior)),
  );
}

function audienceOf(record: PerformanceRecord, otherwise: Audience): Audience {
  const own = record.audience;
  return typeof own === 'object' && own !== null ? { ...UNKNOWN_AUDIENCE, ...own } : otherwise;
}

function importancesOf(space: FeatureSpace, forest: Forest): { group: string; share: number }[] {
  const shares = new Map<string, number>();
  featuresOf(space).forEach(({ group }, index) => {
    shares.set(group, (shares.get(group) ?? 0) + (forest.importance[index] ?? 0));
  });
  return [...shares]
    .map(([group, share]) => ({ group, share }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}
