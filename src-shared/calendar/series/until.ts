import type { Rule } from '../rules/rule';
import { readDateValue } from '../text/date-value';
import type { Clock } from '../zones/clock';
import { dayMeantBy } from './day-meant';
import type { Moment } from './moment';

const DAY = 86_400_000;

/**
 * The last wall time a rule may start at, inclusive; Infinity without UNTIL, null when UNTIL is no date.
 * UNTIL ought to be of DTSTART's kind and in UTC for zoned times. Programs write all other combinations, and mean the day:
 * a date includes its whole day, a local time is read in the series' own zone.
 * @param dayClocks zones whose midnights bound days, for UTC times that end an all-day series
 */
export function lastStartAllowed(rule: Rule, start: Moment, dayClocks: readonly Clock[]): number | null {
  if (rule.until === null) return Number.POSITIVE_INFINITY;
  const until = readDateValue(rule.until);
  if (!until) return null;
  if (start.clock === null) {
    if (!until.isUtc) return Math.floor(until.local / DAY) * DAY;
    return dayMeantBy(until.local, dayClocks) * DAY;
  }
  if (until.isDate) return until.local + DAY - 1;
  return until.isUtc ? start.clock.localOf(until.local) : until.local;
}
