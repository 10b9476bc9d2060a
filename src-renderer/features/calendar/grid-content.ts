// Everything a day or week grid draws, from rows: computed once per change of rows or view, never on a tick.
import { type Day, daysFrom, plusDays } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { allDayLanes, type PlacedBar } from './all-day-lanes';
import { type DayLayout, layoutDay } from './day-layout';
import { allDayBar, type DaySegment, daySegments } from './day-segments';
import { type FocusStop, inFocusOrder } from './grid-focus';
import type { EventRow, ScheduleRow } from './schedule-rows';

export interface GridContent {
  readonly firstDay: Day;
  readonly dayCount: number;
  readonly days: readonly Day[];
  readonly rows: readonly ScheduleRow[];
  /** By segment id, those of the days in view that are drawn. */
  readonly segments: ReadonlyMap<string, DaySegment>;
  /** All-day events by the id of their bar. */
  readonly barRows: ReadonlyMap<string, EventRow>;
  /** In focus order. */
  readonly stops: readonly FocusStop[];
  /** The blocks of each day. */
  readonly layouts: readonly DayLayout[];
  readonly bars: readonly PlacedBar[];
  /** Rows of the all-day row. */
  readonly lanes: number;
}

/** Side by side in a day of a week that is 160 px wide, and in one as wide as the card. */
const MOST_COLUMNS_OF_WEEK = 4;
const MOST_COLUMNS_OF_DAY = 16;
/** Lanes of all-day events a week draws; a day draws them all. */
const MOST_LANES_OF_WEEK = 12;

export function gridContent(rows: readonly ScheduleRow[], zone: ZoneId, firstDay: Day, dayCount: number): GridContent {
  const endDay = plusDays(firstDay, dayCount);
  const days = daysFrom(firstDay, endDay);
  const byDay = new Map<Day, DaySegment[]>(days.map((day) => [day, []]));
  for (const row of rows) for (const segment of daySegments(row, zone)) byDay.get(segment.day)?.push(segment);
  const most = dayCount === 1 ? MOST_COLUMNS_OF_DAY : MOST_COLUMNS_OF_WEEK;
  const layouts = [...byDay].map(([day, ofDay]) => layoutDay(day, ofDay, most));
  const segments = layouts.flatMap(({ blocks }) => blocks.map(({ segment }) => segment));
  const placed = allDayLanes(
    rows.map(allDayBar).filter((bar) => bar !== null),
    firstDay,
    dayCount,
  );
  const bars = dayCount === 1 ? placed : placed.filter(({ lane }) => lane < MOST_LANES_OF_WEEK);
  return {
    firstDay,
    dayCount,
    days,
    rows,
    segments: new Map(segments.map((segment) => [segment.id, segment])),
    barRows: new Map(bars.map(({ bar }) => [bar.id, bar.row])),
    stops: inFocusOrder([
      ...segments.map(({ id, day, startMinute }) => ({ id, day, minute: startMinute })),
      ...bars.map(({ bar, firstColumn, lane }) => ({ id: bar.id, day: days[firstColumn]!, minute: lane - 1000 })),
    ]),
    layouts,
    bars,
    lanes: placed.reduce((most, placed) => Math.max(most, placed.lane + 1), 0),
  };
}
