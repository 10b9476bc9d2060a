import type { Brand } from '../base/brand';

/** A moment in time: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** A length of time in whole minutes. */
export type Minutes = number;

export const MILLISECONDS_PER_MINUTE = 60_000;
export const MINUTES_PER_DAY = 1_440;
export const MILLISECONDS_PER_DAY = 86_400_000;

/** Brands epoch milliseconds. Use at borders only (clock, stored rows). */
export function instant(epochMilliseconds: number): Instant {
  return epochMilliseconds as Instant;
}

/** Reads an ISO 8601 instant with an offset or `Z`; `null` when the text is not one. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null;
  const milliseconds = Date.parse(text);
  return Number.isNaN(milliseconds) ? null : (milliseconds as Instant);
}

/** `2026-11-23T08:00:00Z`; milliseconds appear only when they are not zero. */
export function formatInstant(value: Instant): string {
  return new Date(value).toISOString().replace('.000Z', 'Z');
}

export function plusMinutes(value: Instant, minutes: Minutes): Instant {
  return (value + minutes * MILLISECONDS_PER_MINUTE) as Instant;
}

/** Minutes from `from` to `to`, negative when `to` is earlier; may be fractional. */
export function minutesBetween(from: Instant, to: Instant): number {
  return (to - from) / MILLISECONDS_PER_MINUTE;
}
