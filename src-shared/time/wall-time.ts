import type { Brand } from '../base/brand';
import { type Day, parseDay } from './day';
import type { Minutes } from './instant';

/** A local date-time without a zone, `YYYY-MM-DDTHH:mm`. Means an instant only together with a zone. */
export type WallTime = Brand<string, 'WallTime'>;

/** Reads `HH:mm` (`24:00` allowed, as an end) into minutes after midnight, 0 to 1440; `null` when the text is not one. */
export function parseTimeOfDay(text: string): Minutes | null {
  const match = /^(\d{2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && minutes <= 1440 ? minutes : null;
}

/** `HH:mm` for 0 to 1440 minutes after midnight. */
export function formatTimeOfDay(minutes: Minutes): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** Reads `YYYY-MM-DDTHH:mm`; `null` when the text is not one. */
export function parseWallTime(text: string): WallTime | null {
  const minutes = text[10] === 'T' ? parseTimeOfDay(text.slice(11)) : null;
  return minutes !== null && minutes < 1440 && parseDay(text.slice(0, 10)) ? (text as WallTime) : null;
}

/** The wall time `minutes` after midnight of a day; 0 to 1439. */
export function wallTime(day: Day, minutes: Minutes): WallTime {
  return `${day}T${formatTimeOfDay(minutes)}` as WallTime;
}

export function dayOfWallTime(wall: WallTime): Day {
  return wall.slice(0, 10) as Day;
}

/** Minutes after midnight, 0 to 1439. */
export function minutesOfWallTime(wall: WallTime): Minutes {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}
