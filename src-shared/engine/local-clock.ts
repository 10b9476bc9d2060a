// The wall clock of one zone over one horizon as plain data, so that a job can carry it to a worker and read it without tables.
import { MINUTES_PER_DAY } from '../time/instant';
import { offsetAt, transitionsBetween, type ZoneId } from '../time/zone';
import { type EpochMinute, instantOfMinute } from './epoch-minute';

const MILLISECONDS_PER_MINUTE = 60_000;

export interface LocalClock {
  /** Minutes at which the offset changes, ascending; nearly always none or one. */
  readonly transitions: readonly EpochMinute[];
  /** Offsets from UTC in minutes; `offsets[i]` holds before `transitions[i]`, the last one after all. */
  readonly offsets: readonly number[];
}

export function localClockOf(zone: ZoneId, from: EpochMinute, to: EpochMinute): LocalClock {
  const changes = transitionsBetween(zone, instantOfMinute(from + 1), instantOfMinute(to));
  return {
    transitions: changes.map((change) => Math.floor(change.at / MILLISECONDS_PER_MINUTE)),
    offsets: [
      Math.round(offsetAt(zone, instantOfMinute(from)) / MILLISECONDS_PER_MINUTE),
      ...changes.map((change) => Math.round(change.after / MILLISECONDS_PER_MINUTE)),
    ],
  };
}

export function offsetMinutesAt(clock: LocalClock, at: EpochMinute): number {
  let index = 0;
  while (index < clock.transitions.length && clock.transitions[index]! <= at) index += 1;
  return clock.offsets[index]!;
}

/** Minutes after local midnight by the wall clock, 0 to 1439. */
export function localMinuteOfDay(clock: LocalClock, at: EpochMinute): number {
  const local = at + offsetMinutesAt(clock, at);
  return ((local % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}

/** Days since 1970-01-01 of the local date. */
export function localDayNumber(clock: LocalClock, at: EpochMinute): number {
  return Math.floor((at + offsetMinutesAt(clock, at)) / MINUTES_PER_DAY);
}

/** The first minute at or after `at` whose wall clock lies on the grid counted from local midnight. */
export function onGrid(clock: LocalClock, at: EpochMinute, gridMinutes: number): EpochMinute {
  const past = localMinuteOfDay(clock, at) % gridMinutes;
  return past === 0 ? at : at + gridMinutes - past;
}
