// Our segments as @mantine/schedule events. Mantine reads local times in the computer's zone and measures them in real
// seconds, so a block would lie an hour off on the day the clocks change there, and a time that this day skips would
// stop the whole view. It is therefore told the day alone, at noon, which exists everywhere; the block draws itself where
// its segment says.
import type { ScheduleEventData } from '@mantine/schedule';
import type { Day } from '#shared/time/day';
import type { PlacedBar } from './all-day-lanes';
import type { DaySegment } from './day-segments';
import type { ColumnShare } from './side-by-side';

export interface BlockPayload {
  readonly block: DaySegment;
  readonly share: ColumnShare;
}

export interface BarPayload {
  readonly bar: PlacedBar;
}

export type GridPayload = BlockPayload | BarPayload;

const NOON_SECONDS = 12 * 3600;

/** `segments` of one view with their shares; the order within a day follows the start. */
export function mantineBlocks(segments: readonly DaySegment[], shares: readonly ColumnShare[]): ScheduleEventData[] {
  const order = segments
    .map((segment, index) => ({ segment, share: shares[index]! }))
    .sort((a, b) => a.segment.startMinute - b.segment.startMinute || b.segment.endMinute - a.segment.endMinute);
  return order.map(({ segment, share }, index) => ({
    id: segment.id,
    title: segment.row.title,
    ...noonSlot(segment.day, index),
    color: segment.row.kind,
    payload: { block: segment, share } satisfies BlockPayload,
  }));
}

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

export function isBlockPayload(payload: unknown): payload is BlockPayload {
  return typeof payload === 'object' && payload !== null && 'block' in payload;
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
