// @mantine/schedule reads local times in the computer's zone, where a time that this day skips would stop the whole view. It is therefore
// told the day alone, at noon, which exists everywhere.
import type { Day } from '#shared/time/day';

const NOON_SECONDS = 12 * 3600;

/** A second after noon of a day; a higher index sorts later. */
export function noonSlot(day: Day, index: number): { readonly start: string; readonly end: string } {
  return { start: `${day} ${clock(NOON_SECONDS + index)}`, end: `${day} ${clock(NOON_SECONDS + index + 1)}` };
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}
