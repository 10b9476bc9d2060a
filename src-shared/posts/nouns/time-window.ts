import { type Infer, s } from '../../base/schema';
import { timeOfDayField } from '../../time/fields';
import { parseTimeOfDay } from '../../time/wall-time';

const everyDay: number[] = [1, 2, 3, 4, 5, 6, 7];

/** Wall times on some weekdays. `to` is exclusive; an end at or before its start means the next day. */
export const timeWindowSchema = s.looseObject({
  /** ISO weekdays on which the window begins. */
  days: s.array(s.int().min(1).max(7)).default(everyDay),
  from: timeOfDayField,
  to: timeOfDayField,
});

export type TimeWindow = Infer<typeof timeWindowSchema>;

const MINUTES_PER_WEEK = 7 * 1440;

/** Whether a wall clock reading lies inside. `minuteOfWeek` counts from Monday 00:00, 0 to 10079. */
export function isInWindow(window: TimeWindow, minuteOfWeek: number): boolean {
  const from = parseTimeOfDay(window.from) ?? 0;
  const to = parseTimeOfDay(window.to) ?? 0;
  const length = to > from ? to - from : to + 1440 - from;
  return window.days.some((day) => {
    const since = (minuteOfWeek - (day - 1) * 1440 - from + 2 * MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
    return since < length;
  });
}

/** One flag for every minute of the week, so that thousands of times can be asked cheaply. */
export function minutesInWindows(windows: readonly TimeWindow[]): Uint8Array {
  const flags = new Uint8Array(MINUTES_PER_WEEK);
  for (const window of windows) {
    const from = parseTimeOfDay(window.from) ?? 0;
    const to = parseTimeOfDay(window.to) ?? 0;
    const length = to > from ? to - from : to + 1440 - from;
    for (const day of window.days) {
      const start = (day - 1) * 1440 + from;
      for (let minute = start; minute < start + length; minute += 1) flags[minute % MINUTES_PER_WEEK] = 1;
    }
  }
  return flags;
}
