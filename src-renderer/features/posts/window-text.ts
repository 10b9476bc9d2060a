// Windows of a week as short texts: "Tue–Thu 8:00–11:00", "Sat, Sun", "22:00–6:00" on every day.
import { failed, ok, type Result } from '#shared/base/result';
import type { TimeWindow } from '#shared/posts/nouns/time-window';
import { formatTimeOfDay, parseTimeOfDay } from '#shared/time/wall-time';
import { formatMinuteOfDay } from '../../ui/format-time';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const HELP = 'Write “Tue–Thu 8:00–11:00”, “Sat, Sun” or “22–6”.';

/** "Tue–Thu 8:00–11:00"; every day is left out, and so is a whole day. */
export function windowText({ days, from, to }: Pick<TimeWindow, 'days' | 'from' | 'to'>): string {
  const whole = from === '00:00' && (to === '00:00' || to === '24:00');
  const time = whole ? '' : `${clock(from)}–${clock(to)}`;
  const which = days.length === 7 ? '' : daysText(days);
  if (which === '' && time === '') return 'Every day';
  return [which, time].filter(Boolean).join(' ');
}

/** "Mon–Fri", "Tue, Thu". */
export function daysText(days: readonly number[]): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run && run.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  const name = (day: number) => WEEKDAYS[day - 1]!;
  return runs
    .map((run) => (run.length > 2 ? `${name(run[0]!)}–${name(run.at(-1)!)}` : run.map(name).join(', ')))
    .join(', ');
}

/** The window a text means. Fails with a sentence that names it. */
export function readWindowText(text: string): Result<TimeWindow, string> {
  const bare = text
    .trim()
    .toLowerCase()
    .replaceAll(/[–—]/g, '-')
    .replaceAll(/\s*-\s*/g, '-');
  if (bare === '') return failed(`An empty text is no window. ${HELP}`);
  if (bare === 'every day') return ok({ days: [...EVERY_DAY], from: '00:00', to: '24:00' });
  const match = /^([a-z][a-z,\s-]*?)?\s*(?:(\d{1,2}(?:[:.]\d{2})?)-(\d{1,2}(?:[:.]\d{2})?))?$/.exec(bare);
  const days = match ? readDays(match[1]) : null;
  const from = match?.[2] === undefined ? 0 : readClock(match[2]);
  const to = match?.[3] === undefined ? 1440 : readClock(match[3]);
  if (days === null || from === null || to === null || from === 1440) {
    return failed(`“${text.trim()}” is no window. ${HELP}`);
  }
  if (from === to) return failed(`“${text.trim()}” begins when it ends. ${HELP}`);
  return ok({ days, from: formatTimeOfDay(from), to: formatTimeOfDay(to) });
}

/** As `readWindowText`, in whole hours of one day. */
export function readWholeHours(text: string): Result<{ days: number[]; fromHour: number; toHour: number }, string> {
  const read = readWindowText(text);
  if (!read.ok) return read;
  const from = parseTimeOfDay(read.value.from) ?? 0;
  const to = parseTimeOfDay(read.value.to) ?? 0;
  if (from % 60 !== 0 || to % 60 !== 0) return failed(`“${text.trim()}” is not in whole hours.`);
  if (to <= from) return failed(`“${text.trim()}” must end on the day it begins.`);
  return ok({ days: read.value.days, fromHour: from / 60, toHour: to / 60 });
}

/** "tue-thu", "sat, sun", "mon-fri, sun"; nothing means every day. */
export function readDays(text: string | undefined): number[] | null {
  const bare = text?.trim() ?? '';
  if (bare === '') return [...EVERY_DAY];
  const days = new Set<number>();
  for (const part of bare.split(/[,\s]+/).filter(Boolean)) {
    const [first, last, more] = part.split('-').map(weekdayNumber);
    if (first === undefined || first === null || last === null || more !== undefined) return null;
    const end = last ?? first;
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === end) break;
    }
  }
  return [...days].sort((a, b) => a - b);
}

function weekdayNumber(text: string): number | null {
  if (text.length < 2) return null;
  const index = WEEKDAYS.findIndex((name) => text.startsWith(name.toLowerCase().slice(0, Math.min(3, text.length))));
  return index < 0 ? null : index + 1;
}

function readClock(text: string): number | null {
  const [hour = '', minute = '00'] = text.split(/[:.]/);
  return parseTimeOfDay(`${hour.padStart(2, '0')}:${minute}`);
}

function clock(text: string): string {
  return formatMinuteOfDay(parseTimeOfDay(text) ?? 0);
}
