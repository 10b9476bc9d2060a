// How times are written, everywhere the same: 9:30, ranges with a spaced en dash, sentence case, no zero padding on hours.
import { type Day, dayFromNumber, dayNumber, daysBetween, weekdayName, weekdayOf } from '#shared/time/day';
import type { Instant, Minutes } from '#shared/time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const MONTHS_LONG = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `9:30` for minutes after midnight. */
export function formatMinuteOfDay(minutes: Minutes): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** `9:30` on the wall clock of the zone. */
export function formatTime(zone: ZoneId, at: Instant): string {
  return formatMinuteOfDay(minuteOfDayAt(zone, at));
}

/** `9:30 – 11:00`. */
export function formatRange(zone: ZoneId, start: Instant, end: Instant): string {
  return `${formatTime(zone, start)} – ${formatTime(zone, end)}`;
}

/** `Tue`. */
export function weekdayShort(day: Day): string {
  return WEEKDAYS[weekdayOf(day) - 1]!;
}

/** `Tuesday`. */
export function weekdayLong(day: Day): string {
  return weekdayName(day);
}

/** `24 Nov`. */
export function formatDate(day: Day): string {
  return `${dayOfMonth(day)} ${MONTHS[monthIndex(day)]}`;
}

/** `Tue 24 Nov`. */
export function formatDayShort(day: Day): string {
  return `${weekdayShort(day)} ${formatDate(day)}`;
}

/** `Tuesday 24 November`. */
export function formatDayLong(day: Day): string {
  return `${weekdayLong(day)} ${dayOfMonth(day)} ${MONTHS_LONG[monthIndex(day)]}`;
}

/** `November 2026`. */
export function formatMonth(day: Day): string {
  return `${MONTHS_LONG[monthIndex(day)]} ${day.slice(0, 4)}`;
}

/** `23 – 29 November 2026`, `30 November – 6 December 2026`; `last` is inclusive. */
export function formatDayRange(first: Day, last: Day): string {
  const end = `${dayOfMonth(last)} ${formatMonth(last)}`;
  if (first.slice(0, 7) === last.slice(0, 7)) return `${dayOfMonth(first)} – ${end}`;
  const year = first.slice(0, 4) === last.slice(0, 4) ? '' : ` ${first.slice(0, 4)}`;
  return `${dayOfMonth(first)} ${MONTHS_LONG[monthIndex(first)]}${year} – ${end}`;
}

/** `Today`, `Tomorrow`, `Yesterday`, a weekday within six days ahead, else `24 Nov`. */
export function formatDayRelative(day: Day, today: Day): string {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 'Today';
  if (ahead === 1) return 'Tomorrow';
  if (ahead === -1) return 'Yesterday';
  return ahead > 1 && ahead < 7 ? weekdayShort(day) : formatDate(day);
}

/** `Tue 24 Nov, 15:15`. */
export function formatMoment(zone: ZoneId, at: Instant): string {
  return `${formatDayShort(dayAt(zone, at))}, ${formatTime(zone, at)}`;
}

/** `45 min`, `2 h`, `2 h 30`. Whole minutes; never negative. */
export function formatDuration(minutes: Minutes): string {
  const whole = Math.max(0, Math.round(minutes));
  const hours = Math.floor(whole / 60);
  const rest = whole % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${String(rest).padStart(2, '0')}`;
}

/** The distance to a due date in its largest fitting unit: `2 d`, `5 h`, `30 min`. */
export function formatDistance(minutes: Minutes): string {
  const whole = Math.abs(Math.round(minutes));
  if (whole >= 1440) return `${Math.floor(whole / 1440)} d`;
  if (whole >= 60) return `${Math.floor(whole / 60)} h`;
  return `${whole} min`;
}

/** ISO 8601 week number, 1 to 53. */
export function weekNumber(day: Day): number {
  // The week belongs to the year of its Thursday.
  const thursday = dayNumber(day) + 4 - weekdayOf(day);
  const year = dayFromNumber(thursday).slice(0, 4);
  const firstOfYear = dayNumber(`${year}-01-01` as Day);
  return Math.floor((thursday - firstOfYear) / 7) + 1;
}

function dayOfMonth(day: Day): number {
  return Number(day.slice(8, 10));
}

function monthIndex(day: Day): number {
  return Number(day.slice(5, 7)) - 1;
}
