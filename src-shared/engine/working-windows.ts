import { type Day, dayFromNumber, dayNumber, weekdayOf } from '../time/day';
import { instant, MILLISECONDS_PER_DAY, MINUTES_PER_DAY } from '../time/instant';
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
  for (let number = dayNumber(firstDay) - 1, last = dayNumber(endDay); number < last; number += 1) {
    const day = dayFromNumber(number);
    for (const window of settings.workingHours[`${weekdayOf(day)}`] ?? [])
      windows.push(windowOn(settings, day, window));
  }
  return mergeMinutes(windows);
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
