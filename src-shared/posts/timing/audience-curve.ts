// A week as the audience lives it: what the evidence says about each local hour, adjusted to who is there and what is shown.
import { modulo } from '../../time/civil';
import type { Adjustments } from '../evidence/adjustment';
import type { EvidenceWindow } from '../evidence/evidence-window';
import { type Audience, weighted } from '../nouns/audience';
import type { Parameters } from '../nouns/parameters';
import type { ContentType } from '../nouns/platform';

export const HOURS_PER_WEEK = 168;

export interface TimingKnowledge {
  readonly evidence: readonly EvidenceWindow[];
  readonly adjustments: Adjustments;
  readonly parameters: Pick<Parameters, 'demographicWeight' | 'formatWeight' | 'seasonWeight'>;
}

/** What an hour is worth that no study speaks of, by the hour of the day: people sleep. */
const UNSTUDIED = [
  0.08, 0.08, 0.08, 0.08, 0.08, 0.08, 0.15, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25,
  0.25, 0.25, 0.25, 0.2, 0.12,
];
/** The hours beside a window share in it: studies cut at whole hours, audiences do not. */
const SHOULDER = 0.6;
const GENERAL_WINDOW_FOR_A_TYPE_WITH_ITS_OWN = 0.5;

/**
 * Values of the 168 hours from Monday 00:00, audience-local, at least 0 and not normalised:
 * baseline x (1 + 0.3 demographic + 0.2 format + 0.1 season), each adjustment within -1..1.
 */
export function audienceCurve(
  platform: string,
  contentType: ContentType,
  audience: Audience,
  month: number,
  knowledge: TimingKnowledge,
): Float64Array {
  const baseline = baselineOf(platform, contentType, knowledge.evidence);
  const demographic = demographicWeek(audience, knowledge.adjustments);
  const format = formatWeek(contentType.id, knowledge.adjustments);
  const season = seasonOf(platform, month, knowledge.adjustments);
  const { demographicWeight, formatWeight, seasonWeight } = knowledge.parameters;
  return baseline.map((value, hour) =>
    Math.max(
      0,
      value * (1 + demographicWeight * demographic[hour]! + formatWeight * format[hour]! + seasonWeight * season),
    ),
  );
}

/** Evidence of the platform over a week, 0 to 1. */
export function baselineOf(
  platform: string,
  contentType: ContentType,
  evidence: readonly EvidenceWindow[],
): Float64Array {
  const windows = evidence.filter(
    (window) =>
      window.platform === platform &&
      (window.contentTypes.length === 0 || window.contentTypes.includes(contentType.id)),
  );
  const hasOwn = windows.some((window) => window.kind === 'peak' && window.contentTypes.length > 0);
  const week = Float64Array.from({ length: HOURS_PER_WEEK }, (_, hour) => UNSTUDIED[hour % 24]!);
  for (const window of windows) {
    if (window.kind !== 'peak') continue;
    const general = hasOwn && window.contentTypes.length === 0;
    const strength = window.strength * (general ? GENERAL_WINDOW_FOR_A_TYPE_WITH_ITS_OWN : 1);
    for (const day of window.days) {
      for (let hour = window.fromHour - 1; hour <= window.toHour; hour += 1) {
        const inside = hour >= window.fromHour && hour < window.toHour;
        const at = modulo((day - 1) * 24 + hour, HOURS_PER_WEEK);
        week[at] = Math.max(week[at]!, inside ? strength : strength * SHOULDER);
      }
    }
  }
  for (const window of windows) {
    if (window.kind !== 'avoid') continue;
    for (const day of window.days) {
      for (let hour = window.fromHour; hour < window.toHour; hour += 1) {
        const at = (day - 1) * 24 + hour;
        week[at] = week[at]! * window.strength;
      }
    }
  }
  const mean = week.reduce((sum, value) => sum + value, 0) / HOURS_PER_WEEK;
  return week.map((value) => contentType.timeSensitivity * value + (1 - contentType.timeSensitivity) * mean);
}

function demographicWeek(audience: Audience, adjustments: Adjustments): Float64Array {
  const week = new Float64Array(HOURS_PER_WEEK);
  const parts = [
    ['age', weighted(audience.ageCohorts)],
    ['device', weighted(audience.deviceSplit)],
  ] as const;
  for (const [part, shares] of parts) {
    for (const [name, share] of shares) {
      for (const adjustment of adjustments.demographic) {
        if (adjustment.part === part && adjustment.name === name) addHours(week, adjustment, share);
      }
    }
  }
  return week.map(withinOne);
}

function formatWeek(contentType: string, adjustments: Adjustments): Float64Array {
  const week = new Float64Array(HOURS_PER_WEEK);
  for (const adjustment of adjustments.format) {
    if (adjustment.contentType === contentType) addHours(week, adjustment, 1);
  }
  return week.map(withinOne);
}

function seasonOf(platform: string, month: number, adjustments: Adjustments): number {
  const sum = adjustments.season
    .filter((season) => season.platform === platform && season.months.includes(month))
    .reduce((total, season) => total + season.adjustment, 0);
  return withinOne(sum);
}

function addHours(
  week: Float64Array,
  hours: { days: readonly number[]; fromHour: number; toHour: number; adjustment: number },
  share: number,
): void {
  for (const day of hours.days) {
    for (let hour = hours.fromHour; hour < hours.toHour; hour += 1) {
      week[(day - 1) * 24 + hour]! += share * hours.adjustment;
    }
  }
}

function withinOne(value: number): number {
  return Math.min(1, Math.max(-1, value));
}
