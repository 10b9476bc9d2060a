// What is kept of a model: its card, and what it says about every hour of the week for every content type. The forest itself is not kept:
// nobody asks it anything else, it is megabytes large, and the history grows the same one again.
import { type Infer, s } from '../../base/schema';
import { idField, instantField } from '../../time/fields';
import type { PerformanceRecord } from '../nouns/performance-record';
import type { PostsFile } from '../posts-file';
import { HOURS_PER_WEEK } from '../timing/audience-curve';
import { meanOf, scaled } from '../timing/heat-map';
import { scoreOfRatio } from '../timing/history-cells';
import { commonMetric, OUTCOME_METRICS } from '../timing/outcome';
import type { LearnedWeek } from '../timing/slot-scores';
import { timingWeek } from '../timing/timing-scores';
import { type ForestHours, forestWeek } from './predict-times';
import type { TrainedModel, TrainingOptions } from './train-platform';

const metricSchema = s.enum(OUTCOME_METRICS);
const interval = s.looseObject({ low: s.number(), high: s.number() });

/** What the app says about a model. */
export const modelCardSchema = s.looseObject({
  platform: idField,
  metric: metricSchema.nullable(),
  samples: s.int().min(0),
  trainingSamples: s.int().min(0),
  heldSamples: s.int().min(0),
  /** Of the forest on the held rows; null when none was grown. */
  r2: s.number().nullable(),
  r2Interval: interval.nullable(),
  /** R2 of predicting the account's mean, and of the shrunk cell means. */
  baselines: s.looseObject({ accountMean: s.number(), shrunkCells: s.number() }).nullable(),
  /** Why the forest is used or not. */
  verdict: s.enum(['forest', 'tooFewSamples', 'noBetterThanBaselines']),
  /** Whether there are too few samples to trust the hours it finds. */
  unreliable: s.boolean(),
  /** By group of features, most important first; empty without a forest. */
  importances: s.array(s.looseObject({ group: s.string(), share: s.number() })),
});

/** One figure for each hour from Monday 00:00. */
const weekOfFigures = s.array(s.number()).length(HOURS_PER_WEEK);

export const storedModelSchema = s.looseObject({
  platform: idField,
  trainedAt: instantField,
  /** Of what it was trained on: another one means there is something new to learn. */
  fingerprint: s.string(),
  card: modelCardSchema,
  /** R2 of this and earlier trainings, oldest first; models of older versions have none. */
  fits: s.array(s.looseObject({ at: instantField, r2: s.number() })).optional(),
  /** The account's mean. */
  usual: s.number(),
  /** Content type -> its week, in units of the metric; null where the rules stand. */
  weeks: s
    .record(
      s.string(),
      s.looseObject({ expected: weekOfFigures, low: weekOfFigures, high: weekOfFigures, confidence: weekOfFigures }),
    )
    .nullable(),
});

export type ModelCard = Infer<typeof modelCardSchema>;
export type StoredModel = Infer<typeof storedModelSchema>;

/** `contentTypes`: the training question for each type of the platform. */
export function storedModel(
  model: TrainedModel,
  contentTypes: readonly TrainingOptions[],
  trained: { readonly at: string; readonly fingerprint: string },
): StoredModel {
  const { card, usual } = model;
  const weeks = contentTypes.flatMap(({ question }) => {
    const week = forestWeek(model, question);
    return week ? [[question.contentType.id, figuresOf(week)] as const] : [];
  });
  return {
    platform: card.platform,
    trainedAt: trained.at,
    fingerprint: trained.fingerprint,
    card: { ...card, importances: [...card.importances] },
    fits: card.r2 === null ? [] : [{ at: trained.at, r2: card.r2 }],
    usual,
    weeks: weeks.length > 0 ? Object.fromEntries(weeks) : null,
  };
}

const KEPT_FITS = 24;

/** A new model with the fits of the one it takes the place of. */
export function withEarlierFits(model: StoredModel, before: StoredModel | undefined): StoredModel {
  return { ...model, fits: [...(before?.fits ?? []), ...(model.fits ?? [])].slice(-KEPT_FITS) };
}

/** What the forest said about the 168 hours; null where it is not used. */
export function storedHours(model: StoredModel | undefined, contentType: string): readonly ForestHours[] | null {
  const week = model?.card.verdict === 'forest' ? model.weeks?.[contentType] : undefined;
  if (!week) return null;
  return week.expected.map((expected, at) => ({
    expected,
    low: week.low[at]!,
    high: week.high[at]!,
    confidence: week.confidence[at]!,
  }));
}

/** Scores by the models where they are used, 0 to 1. */
export function learnedByModels(models: readonly StoredModel[]): LearnedWeek {
  const byPlatform = new Map(models.map((model) => [model.platform, model]));
  const made = new Map<string, Float64Array | null>();
  return (question) => {
    const key = `${question.platform} ${question.contentType.id}`;
    let week = made.get(key);
    if (week === undefined) {
      const model = byPlatform.get(question.platform);
      const hours = storedHours(model, question.contentType.id);
      const meanPrior = meanOf(timingWeek(question));
      const ratios = hours?.map(({ expected }) => scoreOfRatio(expected / model!.usual, meanPrior));
      week = ratios ? scaled(Float64Array.from(ratios)) : null;
      made.set(key, week);
    }
    return week;
  };
}

/** Changes with every figure of the platform's history that is learned from, and with the audience. */
export function trainingFingerprint(
  file: Pick<PostsFile, 'history' | 'audiences' | 'timeZone'>,
  platform: string,
): string {
  const own = file.history.filter((record) => record.platform === platform);
  const metric = commonMetric(own);
  const known = metric === null ? [] : own.filter((record) => record[metric] !== null && record.hourKnown);
  const sum = known.reduce((total, record) => total + figureOf(record, metric!), 0);
  const audience = file.audiences[platform] ?? file.audiences.default ?? null;
  return JSON.stringify([metric, known.length, known.at(-1)?.postedAt ?? null, sum, file.timeZone, audience]);
}

function figureOf(record: PerformanceRecord, metric: (typeof OUTCOME_METRICS)[number]): number {
  return record[metric] ?? 0;
}

/** Five digits are more than any interval is worth, and a tenth of the text. */
function figuresOf(week: readonly ForestHours[]): NonNullable<StoredModel['weeks']>[string] {
  const rounded = (pick: (hour: ForestHours) => number) => week.map((hour) => Number(pick(hour).toPrecision(5)));
  return {
    expected: rounded(({ expected }) => expected),
    low: rounded(({ low }) => low),
    high: rounded(({ high }) => high),
    confidence: rounded(({ confidence }) => confidence),
  };
}
