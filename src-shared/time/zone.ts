// Zone arithmetic on a table of transitions per zone, read once from the platform's zone data through temporal-polyfill.
// Why a table: formatting through Intl costs microseconds a call, and a plan or an expansion asks hundreds of thousands of times.
import { Temporal } from 'temporal-polyfill';
import type { Brand } from '../base/brand';
import { type Day, dayFromNumber, dayNumber } from './day';
import { type Instant, MILLISECONDS_PER_DAY, MILLISECONDS_PER_MINUTE, type Minutes } from './instant';
import type { Span } from './span';
import { dayOfWallTime, minutesOfWallTime, type WallTime, wallTime } from './wall-time';

/** An IANA zone name the platform knows, such as `Europe/Berlin`. */
export type ZoneId = Brand<string, 'ZoneId'>;

/** Years covered by a zone's table; instants outside use the first or last offset. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2120;

interface ZoneTable {
  /** Instants at which the offset changes, ascending. */
  readonly transitions: Float64Array;
  /** Offsets from UTC in milliseconds; `offsets[i]` holds before `transitions[i]`, the last one after all. */
  readonly offsets: Float64Array;
}

const tables = new Map<string, ZoneTable>();

/** Checks a zone name (case-insensitive for the platform, kept as given); `null` when unknown. */
export function parseZone(text: string): ZoneId | null {
  if (text === '') return null;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text });
    return text as ZoneId;
  } catch {
    return null;
  }
}

/** Offset from UTC in milliseconds at an instant. O(log transitions). */
export function offsetAt(zone: ZoneId, at: Instant): number {
  const table = tableOf(zone);
  return table.offsets[transitionsUpTo(table.transitions, at)]!;
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
  const table = tableOf(zone);
  // The candidates are the offsets in force a day before and a day after: a zone never changes twice within that.
  const before = table.offsets[transitionsUpTo(table.transitions, local - MILLISECONDS_PER_DAY)]!;
  const after = table.offsets[transitionsUpTo(table.transitions, local + MILLISECONDS_PER_DAY)]!;
  if (before === after) return (local - before) as Instant;
  const early = (local - before) as Instant;
  if (offsetAt(zone, early) === before) return early;
  const late = (local - after) as Instant;
  return offsetAt(zone, late) === after ? late : early;
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
  const table = tableOf(zone);
  const found: { at: Instant; before: number; after: number }[] = [];
  for (let i = 0; i < table.transitions.length; i += 1) {
    const at = table.transitions[i]!;
    if (at >= to) break;
    if (at >= from) found.push({ at: at as Instant, before: table.offsets[i]!, after: table.offsets[i + 1]! });
  }
  return found;
}

function tableOf(zone: ZoneId): ZoneTable {
  let table = tables.get(zone);
  if (!table) {
    table = readTable(zone);
    tables.set(zone, table);
  }
  return table;
}

function readTable(zone: ZoneId): ZoneTable {
  const transitions: number[] = [];
  let moment = Temporal.Instant.from(`${FIRST_YEAR}-01-01T00:00:00Z`).toZonedDateTimeISO(zone);
  const offsets = [moment.offsetNanoseconds / 1e6];
  for (;;) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.year > LAST_YEAR) break;
    transitions.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1e6);
    moment = next;
  }
  return { transitions: Float64Array.from(transitions), offsets: Float64Array.from(offsets) };
}

/** How many transitions lie at or before `at`. */
function transitionsUpTo(transitions: Float64Array, at: number): number {
  let low = 0;
  let high = transitions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (transitions[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
