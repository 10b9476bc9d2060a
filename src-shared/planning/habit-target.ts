import type { EpochMinute } from '../engine/epoch-minute';
import type { Settings } from '../engine/settings';
import { minuteAt } from '../engine/working-windows';
import type { Habit } from '../habits/habit';
import { type Day, weekdayOf } from '../time/day';
import { parseTimeOfDay } from '../time/wall-time';

const MINUTES_TO_HALVE = 120;

/**
 * The target of a habit on a day, its weekday's own where it has one. In a window over midnight, a target before the opening hour means the
 * small hours of the next day; one outside the window is meant on the side that is nearer to it.
 */
export function habitTarget(settings: Settings, habit: Habit, day: Day): EpochMinute {
  const opening = parseTimeOfDay(habit.window[0]) ?? 0;
  const closing = parseTimeOfDay(habit.window[1]) ?? 0;
  const wanted = parseTimeOfDay(habit.weekdayTargets[`${weekdayOf(day)}`] ?? habit.targetTime) ?? 0;
  const isNextDay = closing <= opening && wanted < opening && wanted - closing <= opening - wanted;
  return minuteAt(settings, day, isNextDay ? wanted + 1440 : wanted);
}

/** 1 at the target, halved every two hours away from it. */
export function targetScore(deltaMinutes: number): number {
  return 2 ** (-deltaMinutes / MINUTES_TO_HALVE);
}
