// How often a task comes again, in words. A rule of the user's own that these words cannot say is shown as "By its own rule".

import { type Day, parseDay, plusDays } from '#shared/time/day';
import { weekdayShort } from '../ui/format-time';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** A Monday, to name weekdays by. */
const MONDAY = parseDay('2026-11-23') as Day;
const UNITS: Readonly<Record<string, string>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' };

/** `Every day`, `Every weekday`, `Every Mon, Wed`, `Every 2 weeks`, `Every month on the 15th`. */
export function repeatWords(rule: string): string {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const unit = UNITS[parts.get('FREQ') ?? ''];
  const known = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY'];
  if (unit === undefined || [...parts.keys()].some((key) => !known.includes(key))) return 'By its own rule';
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const often = interval === 1 ? `Every ${unit}` : `Every ${interval} ${unit}s`;
  const monthDay = parts.get('BYMONTHDAY');
  const byDay = parts.get('BYDAY');
  if (monthDay !== undefined) {
    const isPlain = unit === 'month' && byDay === undefined && /^\d{1,2}$/.test(monthDay);
    return isPlain ? `${often} on the ${ordinal(Number(monthDay))}` : 'By its own rule';
  }
  if (byDay === undefined) return often;
  const days = byDay.split(',').map((code) => CODES.indexOf(code));
  if (unit !== 'week' || days.includes(-1)) return 'By its own rule';
  const isWorkdays = days.length === 5 && days.every((day) => day < 5);
  if (interval === 1) return isWorkdays ? 'Every weekday' : `Every ${daysInWords(days)}`;
  return `${often} on ${isWorkdays ? 'weekdays' : daysInWords(days)}`;
}

function daysInWords(days: readonly number[]): string {
  return days.map((day) => weekdayShort(plusDays(MONDAY, day))).join(', ');
}

function ordinal(value: number): string {
  const ten = value % 100 >= 11 && value % 100 <= 13;
  return `${value}${ten ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}
