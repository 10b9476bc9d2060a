// A date without a time. All arithmetic is done on UTC midnights: no zone, no daylight saving, so a day is always 24 hours here.
import type { Brand } from '../base/brand';
import { MILLISECONDS_PER_DAY } from './instant';

/** A local date, `YYYY-MM-DD`. */
export type Day = Brand<string, 'Day'>;

/** ISO weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Reads `YYYY-MM-DD`; `null` when the text is not an existing date. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(milliseconds)) return null;
  return new Date(milliseconds).toISOString().startsWith(text) ? (text as Day) : null;
}

/** Whole days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MILLISECONDS_PER_DAY;
}

export function dayFromNumber(number: number): Day {
  return new Date(number * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as Day;
}

export function plusDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday (4).
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** Days from `first` up to, not including, `end`. */
export function daysFrom(first: Day, end: Day): Day[] {
  const days: Day[] = [];
  for (let number = dayNumber(first), last = dayNumber(end); number < last; number += 1)
    days.push(dayFromNumber(number));
  return days;
}
