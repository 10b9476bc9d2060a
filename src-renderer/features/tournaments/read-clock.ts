import { parseTimeOfDay } from '#shared/time/wall-time';

/** Minutes after midnight of a time as people type it: `9`, `9:30`, `0930`, `9.30`. Null when it is none; below 24:00 unless `asEnd`. */
export function readClock(text: string, asEnd = false): number | null {
  const parts = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(text.trim());
  if (!parts) return null;
  const minutes = parseTimeOfDay(`${parts[1]!.padStart(2, '0')}:${parts[2] ?? '00'}`);
  return minutes === null || (minutes === 1440 && !asEnd) ? null : minutes;
}
