// What @mantine/schedule draws for us: all-day bars and the chips of a month. It reads local times in the computer's zone, where a
// time that this day skips would stop the whole view. It is therefore told the day alone, at noon, which exists everywhere.
import type { ScheduleEventData } from '@mantine/schedule';
import type { Day } from '#shared/time/day';
import type { PlacedBar } from './all-day-lanes';

export interface BarPayload {
  readonly bar: PlacedBar;
}

const NOON_SECONDS = 12 * 3600;

export function mantineBars(bars: readonly PlacedBar[]): ScheduleEventData[] {
  return bars.map((placed) => ({
    id: placed.bar.id,
    title: placed.bar.row.title,
    start: `${placed.bar.firstDay} 00:00:00`,
    end: `${placed.bar.endDay} 00:00:00`,
    color: 'event',
    payload: { bar: placed } satisfies BarPayload,
  }));
}

export function isBarPayload(payload: unknown): payload is BarPayload {
  return typeof payload === 'object' && payload !== null && 'bar' in payload;
}

/** A second after noon of a day; a higher index sorts later. */
export function noonSlot(day: Day, index: number): { readonly start: string; readonly end: string } {
  return { start: `${day} ${clock(NOON_SECONDS + index)}`, end: `${day} ${clock(NOON_SECONDS + index + 1)}` };
}

function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor((seconds % 3600) / 60))}:${two(seconds % 60)}`;
}
