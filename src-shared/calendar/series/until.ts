import type { Rule } from '../rules/rule';
import { readDateValue } from '../text/date-value';
import type { Clock } from '../zones/clock';
import type { Moment } from './moment';

const DAY = 86_400_000;

/**
 * The last wall time a rule may start at, inclusive; Infinity without UNTIL, null when UNTIL is no date.
 * UNTIL ought to be of DTSTART's kind and in UTC for zoned times. Programs write all other combinations, and mean the day:
 * a date includes its whole day, a local time is read in the series' own zone.
 * @param dayClock the zone whose midnights bound days, for UTC times that end an all-day series
 */
export function lastStartAllowed(rule: Rule, start: Moment, dayClock: Clock): number | null {
  if (rule.until === null) return Number.POSITIVE_INFINITY;
  const until = readDateValue(rule.until);
  if (!until) return null;
  if (start.clock === null) {
    if (!until.isUtc) return Math.floor(until.local / DAY) * DAY;
    // Exchange writes the local midnight of the last day in UTC; others write any time of the last day.
    const local = dayClock.localOf(until.local);
    return Math.floor((local % DAY === 0 ? local : until.local) / DAY) * DAY;
  }
  if (until.isDate) return until.local + DAY - 1;
  return until.isUtc ? start.clock.localOf(until.local) : until.local;
}
