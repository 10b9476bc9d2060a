// When to publish by rule: the audience's week spread over its zones and read on the planner's clock.
import { type EpochMinute, minuteFloor } from '../../engine/epoch-minute';
import { localClockOf, offsetMinutesAt } from '../../engine/local-clock';
import { civilFromDays, modulo } from '../../time/civil';
import { type Instant, MILLISECONDS_PER_MINUTE } from '../../time/instant';
import { localMilliseconds, parseZone, type ZoneId } from '../../time/zone';
import { type Audience, weighted } from '../nouns/audience';
import { audienceOffsetMinutes, parseFixedOffset } from '../nouns/audience-zone';
import type { ContentType } from '../nouns/platform';
import { audienceCurve, HOURS_PER_WEEK, type TimingKnowledge } from './audience-curve';

export interface TimingQuestion {
  readonly platform: string;
  readonly contentType: ContentType;
  readonly audience: Audience;
  /** The zone the answer is read in; also the audience's when nobody said where it lives. */
  readonly zone: ZoneId;
  /** Offsets and month of the typical week are those of this moment. */
  readonly at: Instant;
  readonly knowledge: TimingKnowledge;
}

/** Scores of the 24 hours of a weekday (ISO, 1 Monday), 0 to 1; 1 is the best hour of the whole week, so that weekdays compare. */
export function timingScores(question: TimingQuestion, weekday: number): number[] {
  return Array.from(timingWeek(question).subarray((weekday - 1) * 24, weekday * 24));
}

/** The 168 hours from Monday 00:00 on the planner's clock, 0 to 1. */
export function timingWeek(question: TimingQuestion): Float64Array {
  const raw = rawWeek(question);
  const peak = peakOf(raw);
  return raw.map((value) => value / peak);
}

/**
 * Scores of given minutes, 0 to 1, on the scale of `timingWeek`. Daylight saving of every zone and the months are those of each minute.
 * `minutes` ascend.
 */
export function timingAt(question: TimingQuestion, minutes: Int32Array): Float64Array {
  const scores = new Float64Array(minutes.length);
  const first = minutes[0];
  if (first === undefined) return scores;
  const last = minutes[minutes.length - 1]!;
  const peak = peakOf(rawWeek(question));
  const curves = curvesOf(question);
  for (const [zone, weight] of zonesOf(question)) {
    const offset = offsetReader(zone, first, last);
    minutes.forEach((minute, index) => {
      const local = minute + offset(minute);
      scores[index]! += (weight * curves(monthOfMinute(local))[hourOfWeek(local)]!) / peak;
    });
  }
  return scores.map((score) => Math.min(1, score));
}

function rawWeek(question: TimingQuestion): Float64Array {
  const reference = minuteFloor(question.at);
  const own = audienceOffsetMinutes(question.zone, question.at);
  const curve = curvesOf(question)(monthOfMinute(reference + own));
  const week = new Float64Array(HOURS_PER_WEEK);
  for (const [zone, weight] of zonesOf(question)) {
    const ahead = audienceOffsetMinutes(zone, question.at) - own;
    for (let hour = 0; hour < HOURS_PER_WEEK; hour += 1) {
      // A zone may lie a half or a quarter hour beside the planner's: then an hour here is parts of two hours there.
      for (const quarter of [0, 15, 30, 45]) {
        const there = modulo(Math.floor((hour * 60 + quarter + ahead) / 60), HOURS_PER_WEEK);
        week[hour]! += (weight * curve[there]!) / 4;
      }
    }
  }
  return week;
}

function peakOf(week: Float64Array): number {
  const peak = week.reduce((most, value) => Math.max(most, value), 0);
  return peak > 0 ? peak : 1;
}

/** Curves by month, each made once. */
function curvesOf({ platform, contentType, audience, knowledge }: TimingQuestion): (month: number) => Float64Array {
  const made = new Map<number, Float64Array>();
  return (month) => {
    let curve = made.get(month);
    if (!curve) {
      curve = audienceCurve(platform, contentType, audience, month, knowledge);
      made.set(month, curve);
    }
    return curve;
  };
}

function zonesOf({ audience, zone }: TimingQuestion): readonly (readonly [string, number])[] {
  const zones = weighted(audience.timeZoneWeights);
  return zones.length > 0 ? zones : [[zone, 1]];
}

function offsetReader(zone: string, first: EpochMinute, last: EpochMinute): (minute: EpochMinute) => number {
  const fixed = parseFixedOffset(zone);
  if (fixed !== null) return () => fixed;
  const clock = localClockOf(parseZone(zone)!, first - 1, last + 1);
  return (minute) => offsetMinutesAt(clock, minute);
}

/** 0 to 167 from Monday 00:00 of a minute already shifted to local time. */
export function hourOfWeek(localMinute: number): number {
  // 1970-01-01 was a Thursday: three days after its Monday.
  return modulo(Math.floor(localMinute / 60) + 72, HOURS_PER_WEEK);
}

let recentDay = Number.NaN;
let recentMonth = 1;

function monthOfMinute(localMinute: number): number {
  const day = Math.floor(localMinute / 1440);
  if (day !== recentDay) {
    recentDay = day;
    recentMonth = civilFromDays(day).month;
  }
  return recentMonth;
}

/** The local hour of the week, 0 to 167, in which a moment lies. */
export function hourOfWeekAt(zone: ZoneId, at: Instant): number {
  return hourOfWeek(Math.floor(localMilliseconds(zone, at) / MILLISECONDS_PER_MINUTE));
}
