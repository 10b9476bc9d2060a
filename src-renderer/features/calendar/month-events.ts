// Rows as the chips of a month: one bar across the days of an all-day event, one chip on the first day of anything else.
import type { ScheduleEventData } from '@mantine/schedule';
import { dayAt, type ZoneId } from '#shared/time/zone';
import { allDayBar } from './day-segments';
import { noonSlot } from './mantine-events';
import type { ScheduleRow } from './schedule-rows';

export interface MonthPayload {
  readonly row: ScheduleRow;
}

export function isMonthPayload(payload: unknown): payload is MonthPayload {
  return typeof payload === 'object' && payload !== null && 'row' in payload;
}

/** `rows` by start; chips of a day keep that order. */
export function monthEvents(rows: readonly ScheduleRow[], zone: ZoneId): ScheduleEventData[] {
  return rows.map((row, index) => {
    const bar = allDayBar(row);
    const time = bar
      ? { start: `${bar.firstDay} 00:00:00`, end: `${bar.endDay} 00:00:00` }
      : noonSlot(dayAt(zone, row.start), index);
    return {
      id: `${row.key}@month`,
      title: row.title,
      ...time,
      color: row.kind,
      payload: { row } satisfies MonthPayload,
    };
  });
}
