import type { Minutes } from '#shared/time/instant';
import { formatDuration } from './format-time';

/** The length of work as people say it: `90 min`, `2 h`, `2 h 30`. Minutes below two hours. */
export function formatLength(minutes: Minutes): string {
  const whole = Math.max(0, Math.round(minutes));
  return whole < 120 ? `${whole} min` : formatDuration(whole);
}

/** Reads a length as typed into a field: `90`, `90m`, `1h30`, `1:30`, `2 h 30`, `1.5h`. `null` when it is none; 0 to 10,080. */
export function readLength(text: string): Minutes | null {
  const typed = text.trim().toLowerCase().replace(',', '.');
  const clock = /^(\d{1,3}):([0-5]\d)$/.exec(typed);
  const parts = /^(?:(\d+(?:\.\d+)?)\s*(?:h|hrs?|hours?))?\s*(?:(\d+)\s*(?:m|mins?|minutes?)?)?$/.exec(typed);
  if (typed === '' || (!clock && !parts)) return null;
  const minutes = clock
    ? Number(clock[1]) * 60 + Number(clock[2])
    : Math.round(Number(parts?.[1] ?? 0) * 60) + Number(parts?.[2] ?? 0);
  return minutes <= 10_080 ? minutes : null;
}
