import { s } from '../../base/schema';
import type { Instant } from '../../time/instant';
import { offsetAt, parseZone } from '../../time/zone';

const FIXED = /^(?:UTC|GMT)(?:([+-])(\d{1,2})(?::?([0-5]\d))?)?$/;

/** Minutes east of UTC of `UTC`, `UTC-5`, `UTC+5:30`; `null` when the text is no fixed offset of at most 14 hours. */
export function parseFixedOffset(text: string): number | null {
  const match = FIXED.exec(text);
  if (!match) return null;
  const minutes = Number(match[2] ?? 0) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return match[1] === '-' && minutes > 0 ? -minutes : minutes;
}

export const audienceZoneField = s
  .string()
  .refine(
    (text) => parseFixedOffset(text) !== null || parseZone(text) !== null,
    'expected a UTC offset such as UTC-5 or UTC+5:30, or an IANA time zone such as Europe/Berlin',
  );

/** Minutes east of UTC at an instant. A fixed offset knows no daylight saving, an IANA zone does. */
export function audienceOffsetMinutes(zone: string, at: Instant): number {
  const fixed = parseFixedOffset(zone);
  if (fixed !== null) return fixed;
  const named = parseZone(zone);
  if (named === null) throw new Error(`Not a zone: ${zone}`);
  return Math.round(offsetAt(named, at) / 60_000);
}

/** The IANA name of a whole-hour offset, whose sign runs the other way: `UTC-5` is `Etc/GMT+5`. Null for what is none of them. */
export function zoneNameOfOffset(text: string): string | null {
  const minutes = parseFixedOffset(text);
  if (minutes === null || minutes % 60 !== 0) return null;
  const hours = minutes / 60;
  if (hours === 0) return 'UTC';
  return hours > 0 ? `Etc/GMT-${hours}` : hours >= -12 ? `Etc/GMT+${-hours}` : null;
}
