// Instants of a file as text. Files hold years up to 9999 in any zone, and durations without limit: what lies beyond is its last second.
import { daysFromCivil } from '../../time/civil';
import { formatInstant, type Instant } from '../../time/instant';

const DAY = 86_400_000;
const FIRST_INSTANT = daysFromCivil(0, 1, 1) * DAY;
const LAST_INSTANT = daysFromCivil(10_000, 1, 1) * DAY - 1000;

/** Midnight of the last day that can be written, local milliseconds. */
export const LAST_LOCAL = daysFromCivil(9_999, 12, 31) * DAY;

export function instantText(at: number): string {
  return formatInstant(Math.min(Math.max(at, FIRST_INSTANT), LAST_INSTANT) as Instant);
}
