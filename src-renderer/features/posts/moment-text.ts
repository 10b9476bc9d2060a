// A moment of a post as one field of text: "Fri 27 Nov", "fri 16:00", "tomorrow 9:00"; stored as a day or a local time.
import { failed, ok, type Result } from '#shared/base/result';
import { parseDay } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { formatTimeOfDay, parseWallTime } from '#shared/time/wall-time';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { dayForTime, type MomentContext, readDay, readTime } from '../../state/quick-add/moment';
import { formatDayShort, formatMinuteOfDay } from '../../ui/format-time';

/** `2026-11-27` -> "Fri 27 Nov"; `2026-11-27T16:00` -> "Fri 27 Nov 16:00"; instants are read in the zone. */
export function momentText(stored: string | null, zone: ZoneId): string {
  if (stored === null) return '';
  const day = parseDay(stored);
  if (day) return formatDayShort(day);
  const at = parseInstant(stored);
  if (at !== null) return `${formatDayShort(dayAt(zone, at))} ${formatMinuteOfDay(minuteOfDayAt(zone, at))}`;
  const wall = parseWallTime(stored);
  if (wall === null) return stored;
  const [date = '', time = ''] = wall.split('T');
  const [hour = '0', minute = '00'] = time.split(':');
  return `${formatDayShort(date as Parameters<typeof formatDayShort>[0])} ${Number(hour)}:${minute}`;
}

/** What was typed as what is stored; `null` for an empty field. Fails with a sentence that names the text. */
export function readMomentText(text: string, context: MomentContext): Result<string | null, string> {
  const words = text.trim().toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return ok(null);
  // "Fri 27 Nov 16:00" as the field itself writes it: the date says it all.
  const named = words.length >= 3 && /^[a-z]+$/.test(words[0]!) && /^\d{1,2}$/.test(words[1]!);
  const day = readDay(words, named ? 1 : 0, context);
  const timeAt = day ? (named ? 1 : 0) + day.words : 0;
  const time = readTime(words, timeAt);
  if ((!day && !time) || timeAt + (time?.words ?? 0) !== words.length) {
    return failed(`“${text.trim()}” is no time. Write “fri 16:00”, “24 nov” or “tomorrow”.`);
  }
  if (!time) return ok(day!.value);
  return ok(`${day?.value ?? dayForTime(time.value, context)}T${formatTimeOfDay(time.value % 1440)}`);
}
