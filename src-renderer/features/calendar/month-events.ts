// Rows as the chips of a month: one bar across the days of an all-day event, one chip on the first day of anything else.
import type { ScheduleEventData } from '@mantine/schedule';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { allDayLanes } from './all-day-lanes';
import type { CalendarRange } from './calendar-range';
import { allDayBar } from './day-segments';
import { noonSlot } from './noon-slot';
import type { ScheduleRow } from './schedule-rows';

export interface MonthPayload {
  readonly row: ScheduleRow;
}

export function isMonthPayload(payload: unknown): payload is MonthPayload {
  return typeof payload === 'object' && payload !== null && 'row' in payload;
}

/**
 * `rows` by start; chips of a day keep that order. Bars come before them, lane by lane: @mantine/schedule puts each event
 * under all it has already met, so a bar that came after the chips of its first day would push the days behind it out of sight.
 */
export function monthEvents(
  rows: readonly ScheduleRow[],
  zone: ZoneId,
  { firstDay, dayCount }: CalendarRange,
): ScheduleEventData[] {
  const bars = rows.map(allDayBar).filter((bar) => bar !== null);
  const lanes = allDayLanes(bars, firstDay, dayCount).sort((a, b) => a.lane - b.lane);
  return [
    ...lanes.map(({ bar }) => chip(bar.row, { start: `${bar.firstDay} 00:00:00`, end: `${bar.endDay} 00:00:00` })),
    ...rows
      .filter((row) => allDayBar(row) === null)
      .map((row, index) => chip(row, noonSlot(dayAt(zone, row.start), index))),
  ];
}

function chip(row: ScheduleRow, time: { readonly start: string; readonly end: string }): ScheduleEventData {
  return {
    id: `${row.key}@month`,
    title: row.title,
    ...time,
    color: row.kind,
    payload: { row } satisfies MonthPayload,
  };
}
