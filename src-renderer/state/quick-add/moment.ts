// Reads days and times of day out of words: "fri 16:00", "tomorrow", "24 nov", "next mon", "in 3 days", "4pm".
// Own grammar instead of a general date parser: such a parser reads "90m", "2" and "may" as moments too, answers in the
// host's zone, and cannot say which words it left alone.
import { type Day, dayNumber, daysBetween, parseDay, plusDays, type Weekday, weekdayOf } from '#shared/time/day';
import { type Instant, instant, type Minutes, plusMinutes } from '#shared/time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';

export interface MomentContext {
  readonly now: Instant;
  readonly zone: ZoneId;
}

/** What stands at a position: the value and how many words it takes. */
export interface Read<T> {
  readonly value: T;
  readonly words: number;
}

const WEEKDAYS: Readonly<Record<string, Weekday>> = {
  mon: 1,
  monday: 1,
  tue: 2,
  tues: 2,
  tuesday: 2,
  wed: 3,
  wednesday: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  thursday: 4,
  fri: 5,
  friday: 5,
  sat: 6,
  saturday: 6,
  sun: 7,
  sunday: 7,
};

const MONTHS: readonly string[] = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const MONTH_NAMES: readonly string[] = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** A time of day at `words[at]`: `16:00`, `9.30pm`, `4pm`, `4 pm`, `noon`, `midnight` (the end of the day, 1440). */
export function readTime(words: readonly string[], at: number): Read<Minutes> | null {
  const word = words[at];
  if (word === undefined) return null;
  if (word === 'noon') return { value: 720, words: 1 };
  if (word === 'midnight') return { value: 1440, words: 1 };
  const clock = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(word);
  const suffixNext = words[at + 1] === 'am' || words[at + 1] === 'pm' ? words[at + 1] : null;
  if (clock && !suffixNext) return { value: Number(clock[1]) * 60 + Number(clock[2]), words: 1 };
  const twelve = /^(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?(am|pm)?$/.exec(word);
  const suffix = twelve?.[3] ?? suffixNext;
  if (!twelve || !suffix) return null;
  const hour = (Number(twelve[1]) % 12) + (suffix === 'pm' ? 12 : 0);
  return { value: hour * 60 + Number(twelve[2] ?? 0), words: twelve[3] ? 1 : 2 };
}

/** A day at `words[at]`, on or after today. */
export function readDay(words: readonly string[], at: number, context: MomentContext): Read<Day> | null {
  const today = dayAt(context.zone, context.now);
  const word = words[at];
  if (word === undefined) return null;
  if (word === 'today' || word === 'tod' || word === 'tonight') return { value: today, words: 1 };
  if (word === 'tomorrow' || word === 'tmr' || word === 'tmrw') return { value: plusDays(today, 1), words: 1 };
  const weekday = WEEKDAYS[word];
  if (weekday) return { value: comingWeekday(today, weekday), words: 1 };
  return readRelative(words, at, today) ?? readNamedMonth(words, at, today) ?? readNumeric(word, today);
}

/** "in 2 hours", "in 45 min": up to the next five minutes. */
export function readSoon(
  words: readonly string[],
  at: number,
  context: MomentContext,
): Read<{ readonly day: Day; readonly minutes: Minutes }> | null {
  const amount = words[at] === 'in' && /^\d{1,3}$/.test(words[at + 1] ?? '') ? Number(words[at + 1]) : null;
  const unit = words[at + 2] ?? '';
  const minutes = /^(h|hr|hrs|hours?)$/.test(unit) ? 60 : /^(min|mins|minutes?)$/.test(unit) ? 1 : null;
  if (amount === null || minutes === null) return null;
  const then = Math.ceil(plusMinutes(context.now, amount * minutes) / 300_000) * 300_000;
  const moment = instant(then);
  return { value: { day: dayAt(context.zone, moment), minutes: minuteOfDayAt(context.zone, moment) }, words: 3 };
}

/** The weekday of a name, singular or plural: "fri", "friday", "fridays". */
export function weekdayNamed(word: string): Weekday | null {
  return WEEKDAYS[word] ?? WEEKDAYS[word.replace(/days$/, 'day')] ?? null;
}

/** The moment's day where only a time was given: today if it is still ahead, else tomorrow. */
export function dayForTime(minutes: Minutes, context: MomentContext): Day {
  const today = dayAt(context.zone, context.now);
  return minutes > minuteOfDayAt(context.zone, context.now) ? today : plusDays(today, 1);
}

function comingWeekday(today: Day, weekday: Weekday): Day {
  return plusDays(today, (weekday - weekdayOf(today) + 7) % 7);
}

/** "next fri" (in the week after this one), "this fri", "next week" (its Friday), "in 3 days", "end of week", "eow", "eom". */
function readRelative(words: readonly string[], at: number, today: Day): Read<Day> | null {
  const [first, second, third] = [words[at], words[at + 1], words[at + 2]];
  const nextMonday = plusDays(today, 8 - weekdayOf(today));
  if (first === 'eow') return { value: comingWeekday(today, 5), words: 1 };
  if (first === 'eom') return { value: lastDayOfMonth(today), words: 1 };
  if (first === 'end' && second === 'of' && third === 'week') return { value: comingWeekday(today, 5), words: 3 };
  if (first === 'end' && second === 'of' && third === 'month') return { value: lastDayOfMonth(today), words: 3 };
  const weekday = second === undefined ? undefined : WEEKDAYS[second];
  if (first === 'next' && second === 'week') return { value: plusDays(nextMonday, 4), words: 2 };
  if (first === 'next' && weekday) return { value: plusDays(nextMonday, weekday - 1), words: 2 };
  if (first === 'this' && weekday) return { value: comingWeekday(today, weekday), words: 2 };
  if (first === 'in' && second !== undefined && third !== undefined && /^\d{1,3}$/.test(second)) {
    if (/^days?$/.test(third)) return { value: plusDays(today, Number(second)), words: 3 };
    if (/^weeks?$/.test(third)) return { value: plusDays(today, Number(second) * 7), words: 3 };
  }
  return null;
}

/** "24 nov", "24th november 2027", "nov 24". A month alone is no day: "May" and "March" are words of titles. */
function readNamedMonth(words: readonly string[], at: number, today: Day): Read<Day> | null {
  const first = words[at] ?? '';
  const second = words[at + 1] ?? '';
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th|\.)?$/.exec(first);
  const month = dayFirst ? monthNumber(second) : monthNumber(first);
  const dayText = dayFirst?.[1] ?? /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(second)?.[1];
  if (!month || !dayText) return null;
  const year = /^20\d{2}$/.exec(words[at + 2] ?? '')?.[0];
  const value = dated(year ?? null, month, Number(dayText), today);
  return value ? { value, words: year ? 3 : 2 } : null;
}

/** `2026-11-24`, `24.11.` and `24.11.2026`. Slashes stay alone: 3/4 is a date, a fraction or another date. */
function readNumeric(word: string, today: Day): Read<Day> | null {
  const iso = parseDay(word);
  if (iso) return { value: iso, words: 1 };
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(20\d{2})?$/.exec(word);
  const value = dotted ? dated(dotted[3] ?? null, Number(dotted[2]), Number(dotted[1]), today) : null;
  return value ? { value, words: 1 } : null;
}

function monthNumber(word: string): number | null {
  const name = word.replace(/\.$/, '');
  const index = name === 'sept' ? 8 : Math.max(MONTHS.indexOf(name), MONTH_NAMES.indexOf(name));
  return index < 0 ? null : index + 1;
}

/** Without a year: the next such day, today included. `null` for days that do not exist. */
function dated(year: string | null, month: number, dayOfMonth: number, today: Day): Day | null {
  const at = (y: number): Day | null =>
    parseDay(`${y}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`);
  if (year !== null) return at(Number(year));
  const thisYear = Number(today.slice(0, 4));
  // 29 February may need up to eight years (2096 to 2104).
  for (let y = thisYear; y <= thisYear + 8; y += 1) {
    const day = at(y);
    if (day && daysBetween(today, day) >= 0) return day;
  }
  return null;
}

function lastDayOfMonth(day: Day): Day {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const nextMonth = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return plusDays(day, dayNumber(nextMonth as Day) - dayNumber(day) - 1);
}
