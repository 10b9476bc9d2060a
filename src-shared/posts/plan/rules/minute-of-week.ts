import { weekdayOf } from '../../../time/day';
import type { Instant } from '../../../time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '../../../time/zone';

/** Minutes since Monday 00:00 on the wall clock, 0 to 10079. */
export function minuteOfWeekAt(zone: ZoneId, at: Instant): number {
  return (weekdayOf(dayAt(zone, at)) - 1) * 1440 + minuteOfDayAt(zone, at);
}
