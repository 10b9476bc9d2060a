import { type Day, dayFromNumber, dayNumber, plusDays, weekdayOf } from '../time/day';
import { type Instant, instant, MILLISECONDS_PER_DAY, MILLISECONDS_PER_MINUTE, MINUTES_PER_DAY } from '../time/instant';
import { parseTimeOfDay } from '../time/wall-time';
import { instantAtMinute, minuteOfDayAt, transitionsBetween } from '../time/zone';
import { type EpochMinute, type MinuteSpan, mergeMinutes, minuteFloor } from './epoch-minute';
import type { Settings } from './settings';

/**
 * The working time that touches the days from `firstDay` up to, not including, `endDay`, merged and sorted.
 * Windows are wall times of the user's zone turned into minutes day by day, so a window keeps its opening hour across a clock change;
 * an overnight window belongs to the day it opens on, and the night before the first day reaches in.
 */
export function workingWindows(settings: Settings, firstDay: Day, endDay: Day): MinuteSpan[] {
  const windows: MinuteSpan[] = [];
  const first = dayNumber(firstDay) - 1;
  const repeats = clocksSetBack(settings, dayFromNumber(first), plusDays(endDay, 1));
  for (let number = first, last = dayNumber(endDay); number < last; number += 1) {
    const day = dayFromNumber(number);
    for (const window of settings.workingHours[`${weekdayOf(day)}`] ?? []) {
      const open = windowOn(settings, day, window);
      const repeat = repeats.find((jump) => open.start < jump.at && jump.at < open.end);
      // It opens within the hour that comes twice: until the clock shows that time again it is closed.
      const closed = repeat === undefined ? 0 : open.start - (repeat.at - repeat.minutes);
      if (repeat === undefined || closed <= 0) windows.push(open);
      else
        windows.push(
          { start: open.start, end: repeat.at },
          { start: Math.min(repeat.at + closed, open.end), end: open.end },
        );
    }
  }
  return mergeMinutes(windows);
}

/** The minutes at which the clocks are set back, with how far. */
function clocksSetBack(settings: Settings, from: Day, to: Day): { at: EpochMinute; minutes: number }[] {
  const span = [from, to].map((day) => instantAtMinute(settings.timeZone, day, 0)) as [Instant, Instant];
  return transitionsBetween(settings.timeZone, ...span)
    .filter((jump) => jump.after < jump.before)
    .map((jump) => ({ at: minuteFloor(jump.at), minutes: (jump.before - jump.after) / MILLISECONDS_PER_MINUTE }));
}

/** A pair of times of day on one day; an end at or before the start means the next day. */
export function windowOn(settings: Settings, day: Day, window: readonly [string, string]): MinuteSpan {
  const from = parseTimeOfDay(window[0]) ?? 0;
  const to = parseTimeOfDay(window[1]) ?? 0;
  return {
    start: minuteAt(settings, day, from),
    end: closingAt(settings, day, to > from ? to : to + MINUTES_PER_DAY),
  };
}

/** A closing time that the clocks skip closes where they jump, not as much later. */
function closingAt(settings: Settings, day: Day, minutes: number): EpochMinute {
  const at = instantAtMinute(settings.timeZone, day, minutes);
  if (minuteOfDayAt(settings.timeZone, at) === minutes % MINUTES_PER_DAY) return minuteFloor(at);
  const jump = transitionsBetween(settings.timeZone, instant(at - MILLISECONDS_PER_DAY), instant(at + 1)).at(-1);
  return minuteFloor(jump?.at ?? at);
}

/** The minute of a wall time on a day; `minutes` may be 1440 or more. */
export function minuteAt(settings: Settings, day: Day, minutes: number): EpochMinute {
  return minuteFloor(instantAtMinute(settings.timeZone, day, minutes));
}
