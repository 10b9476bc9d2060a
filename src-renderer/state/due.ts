// A due is stored as one instant. "Due Thursday" is the end of Thursday: local midnight of Friday, exclusive like every
// other end. So a due that falls on local midnight is read back as the day before, without a time.
import { type Day, plusDays } from '#shared/time/day';
import { type Instant, type Minutes, parseInstant } from '#shared/time/instant';
import { dayAt, instantAtMinute, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { formatDayRelative, formatMinuteOfDay } from '../ui/format-time';

export interface Due {
  readonly day: Day;
  /** Minutes after midnight; null means by the end of the day. */
  readonly minutes: Minutes | null;
}

export function dueInstant(zone: ZoneId, due: Due): Instant {
  return instantAtMinute(zone, due.day, due.minutes ?? 1440);
}

export function readDue(zone: ZoneId, dueAt: string): Due | null {
  const at = parseInstant(dueAt);
  if (at === null) return null;
  const minutes = minuteOfDayAt(zone, at);
  return minutes === 0 ? { day: plusDays(dayAt(zone, at), -1), minutes: null } : { day: dayAt(zone, at), minutes };
}

/** `Today 16:00`, `Thu`, `3 Dec`. */
export function dueWords(due: Due, today: Day): string {
  const day = formatDayRelative(due.day, today);
  return due.minutes === null ? day : `${day} ${formatMinuteOfDay(due.minutes)}`;
}

/** The same inside a sentence: `today 16:00`, `Thu`. */
export function dueWordsInline(due: Due, today: Day): string {
  return dueWords(due, today).replace(/^(Today|Tomorrow|Yesterday)/, (word) => word.toLowerCase());
}
