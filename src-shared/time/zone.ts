// Zone arithmetic on the lazy table of `zone-offsets`. Wall clocks are handled as "local milliseconds": since 1970 as if the zone were UTC.
import type { Brand } from '../base/brand';
import { type Day, dayFromNumber, dayNumber } from './day';
import { type Instant, MILLISECONDS_PER_DAY, MILLISECONDS_PER_MINUTE, type Minutes } from './instant';
import type { Span } from './span';
import { dayOfWallTime, minutesOfWallTime, type WallTime, wallTime } from './wall-time';
import { zoneOffsets } from './zone-offsets';

/** An IANA zone name the platform knows, such as `Europe/Berlin`. */
export type ZoneId = Brand<string, 'ZoneId'>;

// Asking the platform costs a tenth of a millisecond, and every stored field asks. Bounded, because names come from files.
const knownZones = new Map<string, ZoneId | null>();
const MOST_KNOWN_ZONES = 2_000;

/** Checks a zone name (case-insensitive for the platform, kept as given); `null` when unknown. */
export function parseZone(text: string): ZoneId | null {
  const known = knownZones.get(text);
  if (known !== undefined) return known;
  const zone = isZone(text) ? (text as ZoneId) : null;
  if (knownZones.size < MOST_KNOWN_ZONES) knownZones.set(text, zone);
  return zone;
}

function isZone(text: string): boolean {
  // Newer platforms take bare offsets such as `+01:00` for zones, older ones do not: the answer must not depend on the platform.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** Offset from UTC in milliseconds at an instant. */
export function offsetAt(zone: ZoneId, at: Instant): number {
  return zoneOffsets(zone).at(at);
}

/** The wall clock at an instant as milliseconds since 1970 "as if UTC"; useful for fast day and minute arithmetic. */
export function localMilliseconds(zone: ZoneId, at: Instant): number {
  return at + offsetAt(zone, at);
}

/**
 * The instant of a wall clock reading given as local milliseconds.
 * In a gap the offset before the gap holds (RFC 5545 3.3.5); in an overlap the first reading does.
 */
export function instantOfLocal(zone: ZoneId, local: number): Instant {
  return firstInstantOfLocal(local, zoneOffsets(zone).at);
}

/** As `instantOfLocal`, for any source of offsets that never changes twice within two days. */
export function firstInstantOfLocal(local: number, offsetAtInstant: (at: number) => number): Instant {
  // The candidates are the offsets in force a day before and a day after.
  const before = offsetAtInstant(local - MILLISECONDS_PER_DAY);
  const after = offsetAtInstant(local + MILLISECONDS_PER_DAY);
  if (before === after) return (local - before) as Instant;
  const early = local - before;
  if (offsetAtInstant(early) === before) return early as Instant;
  const late = local - after;
  return (offsetAtInstant(late) === after ? late : early) as Instant;
}

export function dayAt(zone: ZoneId, at: Instant): Day {
  return dayFromNumber(Math.floor(localMilliseconds(zone, at) / MILLISECONDS_PER_DAY));
}

/** Minutes after local midnight by the wall clock, 0 to 1439. */
export function minuteOfDayAt(zone: ZoneId, at: Instant): Minutes {
  const local = localMilliseconds(zone, at);
  return Math.floor(
    (local - Math.floor(local / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY) / MILLISECONDS_PER_MINUTE,
  );
}

export function wallTimeAt(zone: ZoneId, at: Instant): WallTime {
  return wallTime(dayAt(zone, at), minuteOfDayAt(zone, at));
}

export function instantOfWallTime(zone: ZoneId, wall: WallTime): Instant {
  return instantAtMinute(zone, dayOfWallTime(wall), minutesOfWallTime(wall));
}

/** The instant `minutes` after midnight of a day by the wall clock; `minutes` may be 1440 or more (the next day) or negative. */
export function instantAtMinute(zone: ZoneId, day: Day, minutes: Minutes): Instant {
  return instantOfLocal(zone, dayNumber(day) * MILLISECONDS_PER_DAY + minutes * MILLISECONDS_PER_MINUTE);
}

/** From midnight to midnight; 23 or 25 hours long where the clocks change. */
export function spanOfDay(zone: ZoneId, day: Day): Span {
  return { start: instantAtMinute(zone, day, 0), end: instantAtMinute(zone, day, 1440) };
}

/** Instants in [from, to) at which the zone's offset changes, with the offsets (milliseconds) before and after. */
export function transitionsBetween(
  zone: ZoneId,
  from: Instant,
  to: Instant,
): readonly { at: Instant; before: number; after: number }[] {
  const offsets = zoneOffsets(zone);
  const found: { at: Instant; before: number; after: number }[] = [];
  let year = offsets.yearOf(from);
  for (;;) {
    for (let i = 0; i < year.transitions.length; i += 1) {
      const at = year.transitions[i]!;
      if (at >= from && at < to)
        found.push({ at: at as Instant, before: year.offsets[i]!, after: year.offsets[i + 1]! });
    }
    const next = offsets.yearOf(year.end);
    if (year.end >= to || next === year) return found;
    year = next;
  }
}
