// The platform's zone data as a lazy table: one entry per zone and year, read when first asked for.
// Why a table: asking Intl costs a microsecond or more a call, and a plan or an expansion asks hundreds of thousands of times.
// Why lazy: a whole zone from 1900 on costs 140 ms; a year costs about 0.15 ms, and most callers need two.
import { civilFromDays, daysFromCivil } from './civil';

const MILLISECONDS_PER_DAY = 86_400_000;

/** Years the table tells apart; instants outside have the offset at the table's edge. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2150;
const FIRST_INSTANT = daysFromCivil(FIRST_YEAR, 1, 1) * MILLISECONDS_PER_DAY;
const END_INSTANT = daysFromCivil(LAST_YEAR + 1, 1, 1) * MILLISECONDS_PER_DAY;

/**
 * Distance of the samples in which a year's offsets are looked for. Two changes closer than this that undo each other would be
 * missed; since 1970 the closest such pair in the zone data lies 4 weeks apart (suspended summer time during Ramadan).
 */
const SAMPLE_MILLISECONDS = 8 * MILLISECONDS_PER_DAY;

/** The offset changes of one zone in one UTC year. */
export interface YearOfOffsets {
  /** Start of the UTC year, inclusive, and of the next one, exclusive. */
  readonly start: number;
  readonly end: number;
  /** Instants at which the offset changes, ascending. */
  readonly transitions: readonly number[];
  /** Offsets from UTC in milliseconds; `offsets[i]` holds before `transitions[i]`, the last one from the last on. */
  readonly offsets: readonly number[];
}

/** The offsets of one zone. Constant time per question once a year is known. */
export interface ZoneOffsets {
  /** Milliseconds to add to UTC for the wall clock at an instant. */
  at(instant: number): number;
  /** The year an instant lies in; instants outside the table belong to its first or last year. */
  yearOf(instant: number): YearOfOffsets;
}

const zones = new Map<string, ZoneOffsets>();
// Work comes zone by zone; the last one answers without a look-up.
let recentZone = '';
let recentOffsets: ZoneOffsets | undefined;

/** `zone` must be a name the platform knows. */
export function zoneOffsets(zone: string): ZoneOffsets {
  if (zone === recentZone && recentOffsets) return recentOffsets;
  let offsets = zones.get(zone);
  if (!offsets) {
    offsets = readLazily(zone);
    zones.set(zone, offsets);
  }
  recentZone = zone;
  recentOffsets = offsets;
  return offsets;
}

function readLazily(zone: string): ZoneOffsets {
  const offsetFromPlatform = platformOffsets(zone);
  const years: (YearOfOffsets | undefined)[] = [];
  let recent: YearOfOffsets | undefined;

  const yearOf = (instant: number): YearOfOffsets => {
    if (recent && instant >= recent.start && instant < recent.end) return recent;
    const inside = Math.min(Math.max(instant, FIRST_INSTANT), END_INSTANT - 1);
    const { year } = civilFromDays(Math.floor(inside / MILLISECONDS_PER_DAY));
    recent = years[year - FIRST_YEAR] ??= readYear(year, offsetFromPlatform);
    return recent;
  };

  return {
    yearOf,
    at(instant) {
      const { transitions, offsets } = yearOf(instant);
      let index = 0;
      while (index < transitions.length && transitions[index]! <= instant) index += 1;
      return offsets[index]!;
    },
  };
}

function readYear(year: number, offsetFromPlatform: (instant: number) => number): YearOfOffsets {
  const start = daysFromCivil(year, 1, 1) * MILLISECONDS_PER_DAY;
  const end = daysFromCivil(year + 1, 1, 1) * MILLISECONDS_PER_DAY;
  const transitions: number[] = [];
  // One millisecond before the year, so that a change at its very first instant is seen.
  let before = start - 1;
  let offset = offsetFromPlatform(before);
  const offsets = [offset];
  while (before < end - 1) {
    const after = Math.min(before + SAMPLE_MILLISECONDS, end - 1);
    const next = offsetFromPlatform(after);
    if (next !== offset) {
      const at = firstChange(before, after, offset, offsetFromPlatform);
      transitions.push(at);
      offset = offsetFromPlatform(at);
      offsets.push(offset);
      before = at;
    } else {
      before = after;
    }
  }
  return { start, end, transitions, offsets };
}

/** The first instant in (low, high] whose offset differs from `offset`, which holds at `low`. */
function firstChange(low: number, high: number, offset: number, offsetFromPlatform: (at: number) => number): number {
  let same = low;
  let changed = high;
  while (changed - same > 1) {
    // Offsets change at whole minutes almost everywhere: settle on one when the gap holds one, so that 15 questions do instead of 30.
    const middle = roundToMinute(Math.floor((same + changed) / 2), same, changed);
    if (offsetFromPlatform(middle) === offset) same = middle;
    else changed = middle;
    if (changed % 60_000 === 0 && changed - same <= 60_000) {
      if (offsetFromPlatform(changed - 1) === offset) return changed;
      changed -= 1;
    }
  }
  return changed;
}

function roundToMinute(middle: number, low: number, high: number): number {
  const rounded = Math.round(middle / 60_000) * 60_000;
  return rounded > low && rounded < high ? rounded : middle;
}

/** Reads an offset by formatting; understands `GMT`, `GMT+01:00` and, for times before standard time, `GMT+00:53:28`. */
function platformOffsets(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset', year: 'numeric' });
  return (instant) => {
    const text = format.format(instant);
    const at = text.indexOf('GMT') + 3;
    if (at >= text.length) return 0;
    const sign = text.charCodeAt(at) === 45 || text.charCodeAt(at) === 0x2212 ? -1 : 1;
    const [hours, minutes, seconds] = text.slice(at + 1).split(':');
    return sign * ((Number(hours) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000;
  };
}
