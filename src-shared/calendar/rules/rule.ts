// A recurrence rule as data (RFC 5545 3.3.10), and the tolerant reading of its text.

import { fromBasicRule } from './basic-rule';

export type Frequency = 'YEARLY' | 'MONTHLY' | 'WEEKLY' | 'DAILY' | 'HOURLY' | 'MINUTELY' | 'SECONDLY';

/** `MO` is { weekday: 1, nth: 0 }, `-1FR` is { weekday: 5, nth: -1 }. */
export interface WeekdayPart {
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekday: number;
  /** Which one of the month or year, negative from the end; 0 for every one. */
  readonly nth: number;
}

export interface Rule {
  readonly frequency: Frequency;
  /** At least 1. */
  readonly interval: number;
  readonly count: number | null;
  /** As the text gives it: a date, a local time or, with `Z`, an instant. */
  readonly until: string | null;
  /** ISO weekday on which weeks begin. */
  readonly weekStart: number;
  readonly bySecond: readonly number[];
  readonly byMinute: readonly number[];
  readonly byHour: readonly number[];
  readonly byDay: readonly WeekdayPart[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  /** RFC 7529: what becomes of a date its month does not have. */
  readonly skip: 'OMIT' | 'BACKWARD' | 'FORWARD';
}

export interface ReadRule {
  readonly rule: Rule;
  /** What was tolerated, as a phrase for the report: "INTERVAL=0 read as 1". */
  readonly repairs: readonly string[];
}

const FREQUENCIES: ReadonlySet<string> = new Set([
  'YEARLY',
  'MONTHLY',
  'WEEKLY',
  'DAILY',
  'HOURLY',
  'MINUTELY',
  'SECONDLY',
]);
const WEEKDAYS: Readonly<Record<string, number>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };

/** Inclusive limits of the number lists, by magnitude; a second number says whether negatives are allowed. */
const RANGES: Readonly<Record<string, { least: number; most: number; negative: boolean }>> = {
  BYSECOND: { least: 0, most: 60, negative: false },
  BYMINUTE: { least: 0, most: 59, negative: false },
  BYHOUR: { least: 0, most: 23, negative: false },
  BYMONTHDAY: { least: 1, most: 31, negative: true },
  BYYEARDAY: { least: 1, most: 366, negative: true },
  BYWEEKNO: { least: 1, most: 53, negative: true },
  BYMONTH: { least: 1, most: 12, negative: false },
  BYSETPOS: { least: 1, most: 366, negative: true },
};

/** Reads the value of an RRULE. A rule nothing sensible can be made of comes back as a phrase saying why. */
export function parseRule(text: string): ReadRule | string {
  const repairs: string[] = [];
  const lists: Record<string, number[]> = {};
  let frequency: Frequency | null = null;
  let interval = 1;
  let count: number | null = null;
  let until: string | null = null;
  let weekStart = 1;
  let byDay: WeekdayPart[] = [];
  let skip: Rule['skip'] = 'OMIT';

  for (const part of (fromBasicRule(text) ?? text).toUpperCase().split(';')) {
    if (part.trim() === '') continue;
    const equals = part.indexOf('=');
    const name = part.slice(0, equals < 0 ? part.length : equals).trim();
    const value = equals < 0 ? '' : part.slice(equals + 1).trim();
    switch (name) {
      case 'FREQ':
        if (!FREQUENCIES.has(value)) return `FREQ=${value} is no frequency`;
        frequency = value as Frequency;
        break;
      case 'INTERVAL':
        interval = readPositive(value) ?? 1;
        if (String(interval) !== value && Number(value) !== interval) repairs.push(`INTERVAL=${value} read as 1`);
        break;
      case 'COUNT':
        count = readPositive(value);
        if (count === null) repairs.push(`COUNT=${value} ignored`);
        break;
      case 'UNTIL':
        until = value;
        break;
      case 'WKST':
        weekStart = WEEKDAYS[value] ?? 1;
        break;
      case 'BYDAY':
        byDay = readWeekdays(value, repairs);
        break;
      case 'SKIP':
        if (value === 'BACKWARD' || value === 'FORWARD') skip = value;
        break;
      case 'RSCALE':
        if (value !== 'GREGORIAN') return `RSCALE=${value} counts by a calendar that is not read`;
        break;
      default: {
        const range = RANGES[name];
        if (range) lists[name] = readNumbers(name, value, range, repairs);
        else if (!name.startsWith('X-')) repairs.push(`${name} ignored`);
      }
    }
  }
  if (!frequency) return 'FREQ is missing';
  const rule: Rule = {
    frequency,
    interval,
    count,
    until,
    weekStart,
    byDay,
    skip,
    bySecond: lists.BYSECOND ?? [],
    byMinute: lists.BYMINUTE ?? [],
    byHour: lists.BYHOUR ?? [],
    byMonthDay: lists.BYMONTHDAY ?? [],
    byYearDay: lists.BYYEARDAY ?? [],
    byWeekNo: lists.BYWEEKNO ?? [],
    byMonth: lists.BYMONTH ?? [],
    bySetPos: lists.BYSETPOS ?? [],
  };
  return { rule, repairs };
}

function readPositive(text: string): number | null {
  const number = Number(text);
  return Number.isSafeInteger(number) && number >= 1 ? number : null;
}

function readWeekdays(text: string, repairs: string[]): WeekdayPart[] {
  const parts = new Map<string, WeekdayPart>();
  for (const piece of text.split(',')) {
    const match = /^\s*([+-]?\d{1,2})?\s*(MO|TU|WE|TH|FR|SA|SU)\s*$/.exec(piece);
    if (match)
      parts.set(`${Number(match[1] ?? 0)}${match[2]}`, { weekday: WEEKDAYS[match[2]!]!, nth: Number(match[1] ?? 0) });
    else if (piece.trim() !== '') repairs.push(`BYDAY=${piece.slice(0, 20)} ignored`);
  }
  return [...parts.values()];
}

function readNumbers(
  name: string,
  text: string,
  range: { least: number; most: number; negative: boolean },
  repairs: string[],
): number[] {
  const numbers: number[] = [];
  for (const piece of text.split(',')) {
    if (piece.trim() === '') continue;
    const number = Number(piece);
    const magnitude = Math.abs(number);
    const fits = Number.isInteger(number) && magnitude >= range.least && magnitude <= range.most;
    if (fits && (number >= 0 || range.negative)) numbers.push(number);
    else repairs.push(`${name}=${piece.slice(0, 20)} ignored`);
  }
  return [...new Set(numbers)].sort((a, b) => a - b);
}
