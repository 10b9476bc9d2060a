import type { Brand } from '../base/brand';
import { daysFromCivil, daysInMonth, fourDigits, twoDigits } from './civil';
import { type Day, dayFromNumber, dayNumber, parseDay } from './day';

/** A moment in time: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** A length of time in whole minutes. */
export type Minutes = number;

export const MILLISECONDS_PER_MINUTE = 60_000;
export const MINUTES_PER_DAY = 1_440;
export const MILLISECONDS_PER_DAY = 86_400_000;

const INSTANT_TEXT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(?:Z|([+-])(\d{2}):?(\d{2}))$/;

/** Brands epoch milliseconds. Use at borders only (clock, stored rows). */
export function instant(epochMilliseconds: number): Instant {
  return epochMilliseconds as Instant;
}

/**
 * Reads an ISO 8601 instant with an offset or `Z`; `null` when the text is not one. `24:00` is the end of its day.
 * Fractions of a millisecond are cut off.
 */
export function parseInstant(text: string): Instant | null {
  return parseOwn(text) ?? parseAny(text);
}

/** The two forms that nearly all texts have, with and without milliseconds, digit by digit: plans read them by the ten thousand. `null` says nothing about the text. */
function parseOwn(text: string): Instant | null {
  const hasMilliseconds = text.length === 24;
  if ((!hasMilliseconds && text.length !== 20) || text[4] !== '-' || text[7] !== '-' || text[10] !== 'T') return null;
  if (text[13] !== ':' || text[16] !== ':' || text[hasMilliseconds ? 23 : 19] !== 'Z') return null;
  const milliseconds = hasMilliseconds ? millisecondsAt(text, 19) : 0;
  const year = 100 * pairAt(text, 0) + pairAt(text, 2);
  const month = pairAt(text, 5);
  const dayOfMonth = pairAt(text, 8);
  const hours = pairAt(text, 11);
  const minutes = pairAt(text, 14);
  const seconds = pairAt(text, 17);
  // NaN fails every comparison.
  if (!(year >= 0 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)))
    return null;
  if (!(hours <= 23 && minutes <= 59 && seconds <= 59 && milliseconds <= 999)) return null;
  return (daysFromCivil(year, month, dayOfMonth) * MILLISECONDS_PER_DAY +
    (hours * 60 + minutes) * MILLISECONDS_PER_MINUTE +
    seconds * 1000 +
    milliseconds) as Instant;
}

/** `.250` as a number; NaN when it is none. */
function millisecondsAt(text: string, at: number): number {
  const ones = text.charCodeAt(at + 3) - 48;
  return text[at] === '.' && ones >= 0 && ones <= 9 ? 10 * pairAt(text, at + 1) + ones : Number.NaN;
}

/** Two digits as a number; NaN when they are none. */
function pairAt(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

function parseAny(text: string): Instant | null {
  const match = INSTANT_TEXT.exec(text);
  if (!match) return null;
  const day = parseDay(match[1]!);
  const hours = Number(match[2]);
  const minutes = Number(match[3]);
  const seconds = Number(match[4] ?? 0);
  const milliseconds = match[5] ? Number(match[5].slice(0, 3).padEnd(3, '0')) : 0;
  if (!day || minutes > 59 || seconds > 59) return null;
  if (hours > 24 || (hours === 24 && minutes + seconds + milliseconds > 0)) return null;
  const offsetHours = Number(match[7] ?? 0);
  const offsetMinutes = Number(match[8] ?? 0);
  if (offsetHours > 23 || offsetMinutes > 59) return null;
  const offset = (offsetHours * 60 + offsetMinutes) * (match[6] === '-' ? -1 : 1);
  return (dayNumber(day) * MILLISECONDS_PER_DAY +
    (hours * 60 + minutes - offset) * MILLISECONDS_PER_MINUTE +
    seconds * 1000 +
    milliseconds) as Instant;
}

/** `2026-11-23T08:00:00Z`; milliseconds appear only when they are not zero. Years 0000 to 9999. */
export function formatInstant(value: Instant): string {
  const days = Math.floor(value / MILLISECONDS_PER_DAY);
  const rest = value - days * MILLISECONDS_PER_DAY;
  const minutes = rest / MILLISECONDS_PER_MINUTE;
  // Nearly every instant is a whole minute: two ready pieces make one string, and a hundred thousand of them little garbage.
  return dayFromNumber(days) + (CLOCKS[minutes] ?? `T${formatClock(rest)}Z`);
}

/** `T00:00:00Z` to `T23:59:00Z` by minute of the day. */
const CLOCKS: readonly string[] = Array.from(
  { length: MINUTES_PER_DAY },
  (_, minute) => `T${twoDigits(Math.floor(minute / 60))}:${twoDigits(minute % 60)}:00Z`,
);

/** `HH:mm:ss` or `HH:mm:ss.SSS` for milliseconds after midnight. */
function formatClock(milliseconds: number): string {
  const wholeSeconds = Math.floor(milliseconds / 1000);
  const fraction = milliseconds - wholeSeconds * 1000;
  const minutes = Math.floor(wholeSeconds / 60);
  const text = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(wholeSeconds % 60)}`;
  return fraction === 0 ? text : `${text}.${fourDigits(fraction).slice(1)}`;
}

/** The UTC date of an instant. */
export function utcDayOf(value: Instant): Day {
  return dayFromNumber(Math.floor(value / MILLISECONDS_PER_DAY));
}

export function plusMinutes(value: Instant, minutes: Minutes): Instant {
  return (value + minutes * MILLISECONDS_PER_MINUTE) as Instant;
}

/** Minutes from `from` to `to`, negative when `to` is earlier; may be fractional. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (to - from) / MILLISECONDS_PER_MINUTE;
}
