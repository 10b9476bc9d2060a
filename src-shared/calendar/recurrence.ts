// The user's own repeating rules, by rrule. They run in wall time (fed to rrule as if it were UTC) and become instants afterwards,
// because rrule's own handling of zones depends on the zone of the host.
import * as rruleModule from 'rrule';
import { failed, ok, type Result } from '../base/result';
import { dayFromNumber, dayNumber } from '../time/day';
import { type Instant, MILLISECONDS_PER_DAY, MILLISECONDS_PER_MINUTE } from '../time/instant';
import type { Span } from '../time/span';
import { dayOfWallTime, minutesOfWallTime, type WallTime, wallTime } from '../time/wall-time';
import { instantOfWallTime, wallTimeAt, type ZoneId } from '../time/zone';

// rrule ships CommonJS to Node and modules to bundlers: its names arrive in different places.
const packaged = rruleModule as unknown as { default?: { RRule?: typeof rruleModule.RRule } };
const RRule = packaged.default?.RRule ?? rruleModule.RRule;

/** Most occurrences one rule may yield in one question. */
const MOST_OCCURRENCES = 10_000;

export interface OwnRecurrence {
  /** The value of an RRULE, such as `FREQ=WEEKLY;BYDAY=MO,WE`; UNTIL is a wall time in UTC form. */
  readonly rule: string;
  readonly start: WallTime;
}

/** Checks a rule before it is stored; the error says what is wrong with it. */
export function checkRecurrenceRule(rule: string): Result<string, string> {
  try {
    const options = RRule.parseString(rule);
    if (options.freq === undefined) return failed(`${rule}: FREQ is missing`);
    if (options.interval !== undefined && !(options.interval >= 1))
      return failed(`${rule}: INTERVAL must be at least 1`);
    return ok(rule);
  } catch (error) {
    return failed(`${rule}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The same for a rule that names days only, so that a time of day can be kept beside it. */
export function checkRepeatRule(rule: string): Result<string, string> {
  const checked = checkRecurrenceRule(rule);
  if (!checked.ok) return checked;
  const { freq, byhour, byminute, bysecond } = RRule.parseString(rule);
  const isOfDays = freq !== undefined && freq <= RRule.DAILY && byhour == null && byminute == null && bysecond == null;
  return isOfDays ? checked : failed(`${rule}: FREQ must be DAILY, WEEKLY, MONTHLY or YEARLY, without times of day`);
}

/** The first wall time of a rule after a moment, or from it on with `including`; null when the rule has ended. */
export function nextWallTime(recurrence: OwnRecurrence, after: WallTime, including: boolean): WallTime | null {
  const rule = new RRule({ ...RRule.parseString(recurrence.rule), dtstart: asUtcDate(recurrence.start), tzid: null });
  const next = rule.after(asUtcDate(after), including);
  return next === null ? null : asWallTime(next);
}

/** Wall times of a rule in [from, to), ascending. */
export function wallTimesOf(recurrence: OwnRecurrence, from: WallTime, to: WallTime): WallTime[] {
  const rule = new RRule({ ...RRule.parseString(recurrence.rule), dtstart: asUtcDate(recurrence.start), tzid: null });
  const found: WallTime[] = [];
  for (
    let next = rule.after(asUtcDate(from), true);
    next !== null && next.getTime() < asUtcDate(to).getTime() && found.length < MOST_OCCURRENCES;
    next = rule.after(next, false)
  ) {
    found.push(asWallTime(next));
  }
  return found;
}

/** Instants of a rule's starts in [span.start, span.end), ascending. In a gap the offset before it holds, in an overlap the first reading does. */
export function startsOf(recurrence: OwnRecurrence, zone: ZoneId, span: Span): Instant[] {
  const margin = 1440;
  const from = shifted(wallTimeAt(zone, span.start), -margin);
  const to = shifted(wallTimeAt(zone, span.end), margin);
  return wallTimesOf(recurrence, from, to)
    .map((wall) => instantOfWallTime(zone, wall))
    .filter((at) => at >= span.start && at < span.end);
}

function asUtcDate(wall: WallTime): Date {
  return new Date(localOf(wall));
}

function localOf(wall: WallTime): number {
  return dayNumber(dayOfWallTime(wall)) * MILLISECONDS_PER_DAY + minutesOfWallTime(wall) * MILLISECONDS_PER_MINUTE;
}

function asWallTime(date: Date): WallTime {
  return wallTimeOfLocal(date.getTime());
}

function shifted(wall: WallTime, minutes: number): WallTime {
  return wallTimeOfLocal(localOf(wall) + minutes * MILLISECONDS_PER_MINUTE);
}

function wallTimeOfLocal(local: number): WallTime {
  const days = Math.floor(local / MILLISECONDS_PER_DAY);
  return wallTime(dayFromNumber(days), Math.floor((local - days * MILLISECONDS_PER_DAY) / MILLISECONDS_PER_MINUTE));
}
