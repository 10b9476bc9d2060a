// What a model may know of a post before it is published.
import { storedInstant } from '../../engine/epoch-minute';
import type { Instant } from '../../time/instant';
import type { ZoneId } from '../../time/zone';
import { type Audience, weighted } from '../nouns/audience';
import type { PerformanceRecord } from '../nouns/performance-record';
import type { OutcomeMetric } from '../timing/outcome';
import { hourOfWeekAt } from '../timing/timing-scores';

/** Hours since the post before on the platform, at most a fortnight: longer silences are alike. */
const LONGEST_GAP_HOURS = 336;

export interface FeatureSpace {
  readonly zone: ZoneId;
  readonly platforms: readonly string[];
  readonly contentTypes: readonly string[];
  /** Shares of the audience, by name, in a fixed order. */
  readonly audienceParts: readonly string[];
  /** The newest post of the training rows: recency counts from it. */
  readonly newest: Instant;
}

export interface Feature {
  readonly name: string;
  /** What the user knows it as; the two halves of a cycle are one thing. */
  readonly group: string;
}

export interface Sample {
  readonly at: Instant;
  readonly platform: string;
  readonly contentType: string | null;
  readonly audience: Audience;
  /** Hours since the post before; the longest gap where there is none. */
  readonly gapHours: number;
}

export interface TrainingSet {
  readonly space: FeatureSpace;
  readonly metric: OutcomeMetric;
  /** Oldest first. */
  readonly samples: readonly Sample[];
  readonly targets: Float64Array;
}

export function featuresOf(space: FeatureSpace): Feature[] {
  return [
    { name: 'hourSine', group: 'hour' },
    { name: 'hourCosine', group: 'hour' },
    { name: 'weekdaySine', group: 'weekday' },
    { name: 'weekdayCosine', group: 'weekday' },
    { name: 'weekend', group: 'weekday' },
    { name: 'gapHours', group: 'gap since the last post' },
    { name: 'recencyDays', group: 'recency' },
    ...space.contentTypes.map((type) => ({ name: `type ${type}`, group: 'content type' })),
    ...space.platforms.map((platform) => ({ name: `platform ${platform}`, group: 'platform' })),
    ...space.audienceParts.map((part) => ({ name: `audience ${part}`, group: 'audience' })),
  ];
}

/** The values of a sample in the order of `featuresOf`. Hours and weekdays turn in circles, so that 23 and 0 are neighbours. */
export function featureRow(space: FeatureSpace, sample: Sample): number[] {
  return cellRow(space, sample, hourOfWeekAt(space.zone, sample.at), sample.at);
}

/** As `featureRow`, for an hour of the week instead of a moment: what predictions ask. */
export function cellRow(
  space: FeatureSpace,
  sample: Omit<Sample, 'at'>,
  hourOfWeek: number,
  at: Instant = space.newest,
): number[] {
  const weekday = Math.floor(hourOfWeek / 24);
  const hour = hourOfWeek % 24;
  const parts = new Map(audienceShares(sample.audience));
  return [
    Math.sin((2 * Math.PI * hour) / 24),
    Math.cos((2 * Math.PI * hour) / 24),
    Math.sin((2 * Math.PI * weekday) / 7),
    Math.cos((2 * Math.PI * weekday) / 7),
    weekday >= 5 ? 1 : 0,
    Math.min(LONGEST_GAP_HOURS, sample.gapHours),
    (space.newest - at) / 86_400_000,
    ...space.contentTypes.map((type) => (sample.contentType === type ? 1 : 0)),
    ...space.platforms.map((platform) => (sample.platform === platform ? 1 : 0)),
    ...space.audienceParts.map((part) => parts.get(part) ?? 0),
  ];
}

/** Rows with a known outcome, oldest first. A record may carry the `audience` it was published to; else `audienceOf` says. */
export function trainingSet(
  records: readonly PerformanceRecord[],
  metric: OutcomeMetric,
  zone: ZoneId,
  audienceOf: (record: PerformanceRecord) => Audience,
): TrainingSet {
  const sorted = records
    .map((record) => ({ record, at: storedInstant(record.postedAt) }))
    .sort((a, b) => a.at - b.at || (a.record.platform < b.record.platform ? -1 : 1));
  const last = new Map<string, Instant>();
  const samples: Sample[] = [];
  const targets: number[] = [];
  for (const { record, at } of sorted) {
    const before = last.get(record.platform);
    last.set(record.platform, at);
    const target = record[metric];
    if (target === null || !record.hourKnown) continue;
    const { platform, contentType } = record;
    const gapHours = before === undefined ? LONGEST_GAP_HOURS : (at - before) / 3_600_000;
    samples.push({ at, platform, contentType, audience: audienceOf(record), gapHours });
    targets.push(target);
  }
  const space: FeatureSpace = {
    zone,
    platforms: distinct(samples.map((sample) => sample.platform)),
    contentTypes: distinct(samples.flatMap((sample) => sample.contentType ?? [])),
    audienceParts: distinct(samples.flatMap((sample) => audienceShares(sample.audience).map(([name]) => name))),
    newest: samples.at(-1)?.at ?? (0 as Instant),
  };
  return { space, metric, samples, targets: Float64Array.from(targets) };
}

function audienceShares({ ageCohorts, deviceSplit, timeZoneWeights }: Audience): (readonly [string, number])[] {
  return [ageCohorts, deviceSplit, timeZoneWeights].flatMap((shares) => weighted(shares));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
