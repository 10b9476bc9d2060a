// A date without a time. All arithmetic is done on whole days since 1970-01-01: no zone, no daylight saving, so a day is always one day here.
import type { Brand } from '../base/brand';
import { civilFromDays, daysFromCivil, daysInMonth, fourDigits, isoWeekday, twoDigits } from './civil';

/** A local date, `YYYY-MM-DD`, years 0000 to 9999. */
export type Day = Brand<string, 'Day'>;

/** ISO weekday: 1 Monday to 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Reads `YYYY-MM-DD`; `null` when the text is not an existing date. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const month = Number(text.slice(5, 7));
  const dayOfMonth = Number(text.slice(8, 10));
  const exists =
    month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(Number(text.slice(0, 4)), month);
  return exists ? (text as Day) : null;
}

/** Whole days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return daysFromCivil(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)));
}

/** The day of a day number; the year must lie in 0 to 9999. */
export function dayFromNumber(number: number): Day {
  if (number === recentNumber) return recentDay;
  const { year, month, dayOfMonth } = civilFromDays(number);
  if (!(year >= 0 && year <= 9999)) throw new RangeError(`Day number ${number} lies outside the years 0000 to 9999`);
  recentDay = `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as Day;
  recentNumber = number;
  return recentDay;
}

// Callers ask for the same day many times in a row (start and end of an event, slots of a day).
let recentNumber = Number.NaN;
let recentDay = '' as Day;

export function plusDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

export function weekdayOf(day: Day): Weekday {
  return isoWeekday(dayNumber(day)) as Weekday;
}

const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

export function weekdayName(day: Day): string {
  return WEEKDAY_NAMES[weekdayOf(day) - 1]!;
}

/** The first day of the week of a day; `firstWeekday` is an ISO weekday. */
export function weekStart(day: Day, firstWeekday: number): Day {
  return plusDays(day, -((weekdayOf(day) - firstWeekday + 7) % 7));
}

/** Days from `first` up to, not including, `end`. */
export function daysFrom(first: Day, end: Day): Day[] {
  const days: Day[] = [];
  for (let number = dayNumber(first), last = dayNumber(end); number < last; number += 1)
    days.push(dayFromNumber(number));
  return days;
}
