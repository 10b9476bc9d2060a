// Everything a day or week grid draws, from rows: computed once per change of rows or view, never on a tick.
import type { ScheduleEventData } from '@mantine/schedule';
import { type Day, daysFrom, plusDays } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { allDayLanes } from './all-day-lanes';
import { allDayBar, type DaySegment, daySegments } from './day-segments';
import { type FocusStop, inFocusOrder } from './grid-focus';
import { mantineBars, mantineBlocks } from './mantine-events';
import type { EventRow, ScheduleRow } from './schedule-rows';
import { type ColumnShare, sideBySide } from './side-by-side';

export interface GridContent {
  readonly firstDay: Day;
  readonly dayCount: number;
  readonly days: readonly Day[];
  readonly rows: readonly ScheduleRow[];
  /** By segment id, those of the days in view. */
  readonly segments: ReadonlyMap<string, DaySegment>;
  /** All-day events by the id of their bar. */
  readonly barRows: ReadonlyMap<string, EventRow>;
  /** In focus order. */
  readonly stops: readonly FocusStop[];
  readonly blocks: readonly ScheduleEventData[];
  readonly bars: readonly ScheduleEventData[];
  /** Rows of the all-day row. */
  readonly lanes: number;
}

export function gridContent(rows: readonly ScheduleRow[], zone: ZoneId, firstDay: Day, dayCount: number): GridContent {
  const endDay = plusDays(firstDay, dayCount);
  const days = daysFrom(firstDay, endDay);
  const byDay = new Map<Day, DaySegment[]>(days.map((day) => [day, []]));
  for (const row of rows) for (const segment of daySegments(row, zone)) byDay.get(segment.day)?.push(segment);
  const segments: DaySegment[] = [];
  const shares: ColumnShare[] = [];
  for (const ofDay of byDay.values()) {
    segments.push(...ofDay);
    shares.push(...sideBySide(ofDay));
  }
  const bars = allDayLanes(
    rows.map(allDayBar).filter((bar) => bar !== null),
    firstDay,
    dayCount,
  );
  return {
    firstDay,
    dayCount,
    days,
    rows,
    segments: new Map(segments.map((segment) => [segment.id, segment])),
    barRows: new Map(bars.map((placed) => [placed.bar.id, placed.bar.row])),
    stops: inFocusOrder([
      ...segments.map(({ id, day, startMinute }) => ({ id, day, minute: startMinute })),
      ...bars.map((placed) => ({ id: placed.bar.id, day: days[placed.firstColumn]!, minute: placed.lane - 1000 })),
    ]),
    blocks: mantineBlocks(segments, shares),
    bars: mantineBars(bars),
    lanes: bars.reduce((most, placed) => Math.max(most, placed.lane + 1), 0),
  };
}
