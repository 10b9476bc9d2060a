// A post begun from an hour of the heat map: it seeks that hour's next time.
import { type Day, plusDays, weekdayOf } from '#shared/time/day';
import { formatInstant, type Instant, plusMinutes } from '#shared/time/instant';
import { dayAt, instantAtMinute, type ZoneId } from '#shared/time/zone';

/** `key` is `weekday-hour` on the user's clock. The window is the whole hour, its last minute included. */
export function hourDraft(
  key: string,
  zone: ZoneId,
  now: Instant,
): { readonly earliest: string; readonly deadline: string } {
  const [weekday = 1, hour = 0] = key.split('-').map(Number);
  const today = dayAt(zone, now);
  const startOn = (day: Day): Instant => instantAtMinute(zone, day, hour * 60);
  const day = plusDays(today, (weekday - weekdayOf(today) + 7) % 7);
  const start = startOn(day) >= now ? startOn(day) : startOn(plusDays(day, 7));
  return { earliest: formatInstant(start), deadline: formatInstant(plusMinutes(start, 59)) };
}
