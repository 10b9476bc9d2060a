import { formatTimeOfDay, parseTimeOfDay } from '../time/wall-time';
import type { Habit } from './habit';

/** A habit with another target for all its days; its window opens on the nearer side where it must to hold it. */
export function withTarget(habit: Habit, minutes: number): Habit {
  const [from, to] = habit.window.map((text) => parseTimeOfDay(text) ?? 0) as [number, number];
  const room = to > from ? to - from : to - from + 1440;
  const after = (minutes - from + 1440) % 1440;
  const targetTime = formatTimeOfDay(minutes);
  const moved = { ...habit, targetTime, weekdayTargets: {} };
  if (after + habit.durationMinutes <= room) return moved;
  const beyondEnd = after + habit.durationMinutes - room;
  const beforeStart = 1440 - after;
  return beforeStart < beyondEnd
    ? { ...moved, window: [targetTime, habit.window[1]] }
    : { ...moved, window: [habit.window[0], formatTimeOfDay((minutes + habit.durationMinutes) % 1440)] };
}
