// What turns the wall times of a file into instants: a known zone, the file's own VTIMEZONE, or UTC.
import type { Instant } from '../../time/instant';
import { firstInstantOfLocal, type ZoneId } from '../../time/zone';
import { zoneOffsets } from '../../time/zone-offsets';

export interface Clock {
  /** The wall clock of whoever looks: times without a zone. Lengths are what the wall shows, whatever the zone does. */
  readonly isFloating?: boolean;
  /** For the report: `Europe/Berlin`, `UTC`, or the file's own name for it. */
  readonly name: string;
  /** In a gap the offset before the gap holds (RFC 5545 3.3.5), in an overlap the first reading does. */
  instantOf(local: number): Instant;
  /** Wall time as milliseconds since 1970 as if UTC. */
  localOf(instant: number): number;
}

export const UTC_CLOCK: Clock = { name: 'UTC', instantOf: (local) => local as Instant, localOf: (instant) => instant };

const clocks = new Map<ZoneId, Clock>();

export function clockOfZone(zone: ZoneId): Clock {
  let clock = clocks.get(zone);
  if (!clock) {
    clock = clockFromOffsets(zone, (instant) => zoneOffsets(zone).at(instant));
    clocks.set(zone, clock);
  }
  return clock;
}

export function clockFromOffsets(name: string, offsetAt: (instant: number) => number): Clock {
  return {
    name,
    instantOf: (local) => firstInstantOfLocal(local, offsetAt),
    localOf: (instant) => instant + offsetAt(instant),
  };
}
