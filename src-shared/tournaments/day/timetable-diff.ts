import { type Instant, minutesBetween } from '../../time/instant';
import type { ScheduledMatch } from '../timetable';

export interface Place {
  readonly start: Instant | null;
  readonly court: string | null;
  readonly umpire: string | null;
}

export interface TimetableChange {
  readonly match: string;
  readonly from: Place;
  readonly to: Place;
  /** Later is positive; 0 when it had, or has, no time. */
  readonly movedMinutes: number;
  readonly time: boolean;
  readonly court: boolean;
  readonly umpire: boolean;
}

/** What a replan changes, in the order of the new times. Matches in one of the two only have places of null on the other side. */
export function timetableDiff(before: readonly ScheduledMatch[], after: readonly ScheduledMatch[]): TimetableChange[] {
  const old = new Map(before.map((row) => [row.match.id, row]));
  const seen = new Set(after.map(({ match }) => match.id));
  const pairs = [
    ...after.map((row) => ({ id: row.match.id, from: placeOf(old.get(row.match.id)), to: placeOf(row) })),
    ...before
      .filter(({ match }) => !seen.has(match.id))
      .map((row) => ({ id: row.match.id, from: placeOf(row), to: NOWHERE })),
  ];
  return pairs
    .map(({ id, from, to }) => ({
      match: id,
      from,
      to,
      movedMinutes: from.start === null || to.start === null ? 0 : minutesBetween(from.start, to.start),
      time: from.start !== to.start,
      court: from.court !== to.court,
      umpire: from.umpire !== to.umpire,
    }))
    .filter(({ time, court, umpire }) => time || court || umpire)
    .sort((one, other) => (one.to.start ?? Number.MAX_SAFE_INTEGER) - (other.to.start ?? Number.MAX_SAFE_INTEGER));
}

const NOWHERE: Place = { start: null, court: null, umpire: null };

function placeOf(row: ScheduledMatch | undefined): Place {
  return row ? { start: row.start, court: row.court, umpire: row.umpire } : NOWHERE;
}
