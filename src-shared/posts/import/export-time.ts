// Moments as exports write them. Some name the day only: then the hour is not known, and nothing is learned about hours from it.
import { type Day, parseDay } from '../../time/day';
import { type Instant, instant, MILLISECONDS_PER_MINUTE, parseInstant } from '../../time/instant';
import { instantAtMinute, type ZoneId } from '../../time/zone';

export type DateOrder = 'monthFirst' | 'dayFirst';

export interface ExportTime {
  readonly at: Instant;
  /** Whether the text said an hour; without one `at` is noon of the day. */
  readonly hourKnown: boolean;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CLOCK =
  /^[,T\s]*(?:at\s+)?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i;
const NOON = 12 * 60;

/** `null` when the text is no moment. Times without an offset are local in `zone`. */
export function exportTime(text: string, zone: ZoneId, order: DateOrder): ExportTime | null {
  const trimmed = text.trim();
  const whole = parseInstant(trimmed);
  if (whole !== null) return { at: whole, hourKnown: true };
  const found = dateAtStart(trimmed, order);
  if (!found) return null;
  if (found.rest.trim() === '') return { at: instantAtMinute(zone, found.day, NOON), hourKnown: false };
  const clock = CLOCK.exec(found.rest);
  if (!clock) return null;
  const minutes = minutesOf(Number(clock[1]), Number(clock[2]), clock[3]);
  if (minutes === null) return null;
  const offset = clock[4];
  if (offset === undefined) return { at: instantAtMinute(zone, found.day, minutes), hourKnown: true };
  const midnight = parseInstant(`${found.day}T00:00:00${/^[+-]/.test(offset) ? offset : 'Z'}`);
  if (midnight === null) return null;
  return { at: instant(midnight + minutes * MILLISECONDS_PER_MINUTE), hourKnown: true };
}

/** Whether day or month comes first, from dates such as 25/11/2025 that leave no choice; month first when all leave one. */
export function dateOrderOf(texts: readonly string[]): DateOrder {
  for (const text of texts) {
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}/.exec(text);
    if (!match) continue;
    if (Number(match[1]) > 12) return 'dayFirst';
    if (Number(match[2]) > 12) return 'monthFirst';
    // Points between are how day-first countries write.
    if (/^\s*\d{1,2}\./.test(text)) return 'dayFirst';
  }
  return 'monthFirst';
}

function dateAtStart(text: string, order: DateOrder): { readonly day: Day; readonly rest: string } | null {
  const unnamed = text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '');
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)/.exec(unnamed);
  if (iso) return dayOf(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const slashed = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/.exec(unnamed);
  if (slashed) {
    const [first, second] = [Number(slashed[1]), Number(slashed[2])];
    const [month, day] = order === 'monthFirst' ? [first, second] : [second, first];
    const year = Number(slashed[3]);
    return dayOf(slashed, year < 100 ? 2000 + year : year, month, day);
  }
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(unnamed);
  if (monthFirst) return dayOf(monthFirst, Number(monthFirst[3]), monthOf(monthFirst[1]!), Number(monthFirst[2]));
  const dayFirst = /^(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})/i.exec(unnamed);
  if (dayFirst) return dayOf(dayFirst, Number(dayFirst[3]), monthOf(dayFirst[2]!), Number(dayFirst[1]));
  return null;

  function dayOf(match: RegExpExecArray, year: number, month: number, dayOfMonth: number) {
    const pad = (value: number): string => String(value).padStart(2, '0');
    const day = parseDay(`${String(year).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`);
    return day && { day, rest: unnamed.slice(match[0].length) };
  }
}

function monthOf(name: string): number {
  return MONTHS.indexOf(name.toLowerCase()) + 1;
}

function minutesOf(hours: number, minutes: number, half: string | undefined): number | null {
  if (minutes > 59 || hours > (half ? 12 : 23)) return null;
  if (!half) return hours * 60 + minutes;
  return ((hours % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0)) * 60 + minutes;
}
