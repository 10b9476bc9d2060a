import { parseDay } from '../time/day';
import { type Instant, parseInstant } from '../time/instant';
import { dayOfWallTime, parseTimeOfDay, parseWallTime, wallTime } from '../time/wall-time';
import { instantOfWallTime, type ZoneId } from '../time/zone';
import type { TournamentDocument } from './document';

/** Play starts at nine where only a date is given. */
const DEFAULT_START_MINUTES = 9 * 60;

/** When the first match may start: the override, else the start, else 09:00 on the start date. A bare time of day means the start date. */
export function startOf(document: TournamentDocument): Instant {
  const { timeZone, start, options } = document;
  const override = options.startTimeOverride;
  if (override === null) return ofText(start, timeZone)!;
  const clock = parseTimeOfDay(override);
  if (clock !== null)
    return instantOfWallTime(timeZone, wallTime(dayOfWallTime(parseWallTime(start) ?? noon(start)), clock));
  return ofText(override, timeZone)!;
}

function ofText(text: string, zone: ZoneId): Instant | null {
  const wall = parseWallTime(text);
  if (wall) return instantOfWallTime(zone, wall);
  const day = parseDay(text);
  return day ? instantOfWallTime(zone, wallTime(day, DEFAULT_START_MINUTES)) : parseInstant(text);
}

function noon(day: string): ReturnType<typeof wallTime> {
  return wallTime(parseDay(day)!, 12 * 60);
}
