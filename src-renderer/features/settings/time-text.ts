import { formatTimeOfDay, parseTimeOfDay } from '#shared/time/wall-time';

/** Reads a time as people type it: `9`, `9:30`, `0930`, `9.30`, `24:00`. Gives `HH:mm`, or null. */
export function readTimeText(text: string): string | null {
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const written = `${match[1]!.padStart(2, '0')}:${match[2] ?? '00'}`;
  return parseTimeOfDay(written) === null ? null : written;
}

/** `9:00` as it is shown: no padding on hours. */
export function showTimeText(time: string): string {
  const minutes = parseTimeOfDay(time);
  return minutes === null ? time : formatTimeOfDay(minutes).replace(/^0/, '');
}

/** An end at or before its start lies on the next day. */
export function isOvernight(from: string, to: string): boolean {
  return (parseTimeOfDay(to) ?? 0) <= (parseTimeOfDay(from) ?? 0);
}
