import { type Day, dayNumber, plusDays } from '../time/day';
import { plusMinutes } from '../time/instant';
import { dayAt, instantAtMinute } from '../time/zone';
import { type EpochMinute, minuteCeil, minuteFloor, storedInstant } from './epoch-minute';
import { type LocalClock, localClockOf } from './local-clock';
import type { Settings } from './settings';

/** From this moment to the midnight that ends the last planned day, in the user's zone. */
export interface Horizon {
  readonly now: EpochMinute;
  /** Nothing is placed earlier: now plus the lead time. */
  readonly earliest: EpochMinute;
  /** Exclusive. */
  readonly end: EpochMinute;
  readonly firstDay: Day;
  /** Exclusive. */
  readonly endDay: Day;
  readonly firstDayNumber: number;
  readonly days: number;
  readonly clock: LocalClock;
}

export function horizonOf(now: string, settings: Settings): Horizon {
  const at = storedInstant(now);
  const firstDay = dayAt(settings.timeZone, at);
  const endDay = plusDays(firstDay, settings.horizonDays);
  const end = minuteFloor(instantAtMinute(settings.timeZone, endDay, 0));
  // The day before and after belong to the clock too, because overnight windows reach into them.
  const clock = localClockOf(settings.timeZone, minuteFloor(at) - 2 * 1440, end + 2 * 1440);
  return {
    now: minuteFloor(at),
    earliest: minuteCeil(plusMinutes(at, settings.leadMinutes)),
    end,
    firstDay,
    endDay,
    firstDayNumber: dayNumber(firstDay),
    days: settings.horizonDays,
    clock,
  };
}
