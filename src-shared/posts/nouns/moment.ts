import { s } from '../../base/schema';
import { parseDay } from '../../time/day';
import { type Instant, parseInstant, plusMinutes } from '../../time/instant';
import { parseWallTime } from '../../time/wall-time';
import { instantAtMinute, instantOfWallTime, type ZoneId } from '../../time/zone';

/** A moment as people write it: an instant, a local time in the file's zone, or a whole day. */
export const momentField = s
  .string()
  .refine(
    (text) => parseInstant(text) !== null || parseWallTime(text) !== null || parseDay(text) !== null,
    'expected an instant such as 2026-11-23T08:00:00Z, a local time such as 2026-11-23T09:00 or a date such as 2026-11-23',
  );

/** The first moment meant: a day begins at its midnight. */
export function momentFrom(text: string, zone: ZoneId): Instant {
  const day = parseDay(text);
  return day ? instantAtMinute(zone, day, 0) : exactMoment(text, zone);
}

/** The last moment meant, as an exclusive end: a day runs to the next midnight, an exact moment still counts itself. */
export function momentUntil(text: string, zone: ZoneId): Instant {
  const day = parseDay(text);
  return day ? instantAtMinute(zone, day, 1440) : plusMinutes(exactMoment(text, zone), 1);
}

function exactMoment(text: string, zone: ZoneId): Instant {
  const at = parseInstant(text);
  if (at !== null) return at;
  const wall = parseWallTime(text);
  if (wall === null) throw new Error(`Not a moment: ${text}`);
  return instantOfWallTime(zone, wall);
}
