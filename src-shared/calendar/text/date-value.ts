// DATE, DATE-TIME and DURATION values (RFC 5545 3.3.4 to 3.3.6), with the deviations real files show.
import { daysFromCivil, daysInMonth } from '../../time/civil';

const DAY = 86_400_000;

export interface DateValue {
  /** Local milliseconds: since 1970 as if the wall clock were UTC. Midnight for a date. */
  readonly local: number;
  readonly isDate: boolean;
  /** Written with a `Z`. */
  readonly isUtc: boolean;
}

/** Reads `20261123`, `20261123T080000`, `20261123T080000Z`, shortened times and ISO forms. `null` when there is no such time. */
export function readDateValue(text: string): DateValue | null {
  if (text.length === 8) {
    const day = digitsDay(text);
    return day === null ? null : { local: day * DAY, isDate: true, isUtc: false };
  }
  const length = text.length;
  const isUtc = text.charCodeAt(length - 1) === 90;
  if (text.charCodeAt(8) === 84 && length === (isUtc ? 16 : 15)) {
    const day = digitsDay(text);
    const clock = digitsClock(text);
    if (day !== null && clock !== null) return { local: day * DAY + clock, isDate: false, isUtc };
  }
  return readLoosely(text);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 48;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}

function twoDigitsAt(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digitsDay(text: string): number | null {
  return existingDay(twoDigitsAt(text, 0) * 100 + twoDigitsAt(text, 2), twoDigitsAt(text, 4), twoDigitsAt(text, 6));
}

function digitsClock(text: string): number | null {
  return existingClock(twoDigitsAt(text, 9), twoDigitsAt(text, 11), twoDigitsAt(text, 13));
}

function existingDay(year: number, month: number, dayOfMonth: number): number | null {
  const exists = month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month) && year >= 1;
  return exists ? daysFromCivil(year, month, dayOfMonth) : null;
}

/** A leap second is the last second of its minute; 24:00:00 is the end of its day. */
function existingClock(hours: number, minutes: number, seconds: number): number | null {
  const exists = hours <= 24 && minutes <= 59 && seconds <= 60 && (hours < 24 || minutes + seconds === 0);
  return exists ? (hours * 60 + minutes) * 60_000 + Math.min(seconds, 59) * 1000 : null;
}

const LOOSE = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})(?::?(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;

function readLoosely(text: string): DateValue | null {
  const match = LOOSE.exec(text.trim().replaceAll('"', ''));
  if (!match) return null;
  const day = existingDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) return null;
  if (match[4] === undefined) return { local: day * DAY, isDate: true, isUtc: false };
  const clock = existingClock(Number(match[4]), Number(match[5]), Number(match[6] ?? 0));
  if (clock === null) return null;
  const local = day * DAY + clock;
  const offset = match[7];
  if (!offset) return { local, isDate: false, isUtc: false };
  return { local: local - (offset.toUpperCase() === 'Z' ? 0 : readOffset(offset)!), isDate: false, isUtc: true };
}

/** `+0100`, `-03:30`, `+013045` in milliseconds; `null` when it is none. */
export function readOffset(text: string): number | null {
  const match = /^([+-])?(\d{1,2}):?(\d{2})(?::?(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const seconds = (Number(match[2]) * 60 + Number(match[3])) * 60 + Number(match[4] ?? 0);
  return (match[1] === '-' ? -seconds : seconds) * 1000;
}

/** A length of time: days are calendar days (their length depends on the clocks), the rest is exact. */
export interface Duration {
  readonly days: number;
  readonly milliseconds: number;
}

/** `P1DT2H`, `PT30M`, `P2W`, `PT1W`, `-PT5M`; `null` when it is none. */
export function readDuration(text: string): Duration | null {
  // Weeks and days behind the T belong before it; programs disagree.
  const match = /^([+-])?PT?(?:(\d+)W)?(?:(\d+)D)?(?:T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/i.exec(text.trim());
  if (!match || !/\d/.test(text)) return null;
  const sign = match[1] === '-' ? -1 : 1;
  const [weeks, days, hours, minutes, seconds] = [2, 3, 4, 5, 6].map((index) => Number(match[index] ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return {
    days: sign * (weeks * 7 + days) || 0,
    milliseconds: sign * ((hours * 60 + minutes) * 60 + seconds) * 1000 || 0,
  };
}
