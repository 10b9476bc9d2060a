// Where a row lies on the wall clock of each day it touches. A grid day always has 24 hours, a real one 23 to 25:
// the start is where the wall clock says, and a block never shrinks to nothing because the clock went back under it.
import { type Day, daysBetween, plusDays } from '#shared/time/day';
import { type Instant, MILLISECONDS_PER_DAY, type Minutes, minutesBetween } from '#shared/time/instant';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import type { EventRow, ScheduleRow } from './schedule-rows';

/** Shown height of what has no length or less than this. */
const SHORTEST_SHOWN: Minutes = 15;

export interface DaySegment {
  /** Row key and day: unique in a view. */
  readonly id: string;
  readonly row: ScheduleRow;
  readonly day: Day;
  /** Wall minutes after midnight, 0 to 1439. */
  readonly startMinute: Minutes;
  /** Exclusive, up to 1440; after `startMinute`. */
  readonly endMinute: Minutes;
  /** The row began on an earlier day, or goes on after this one. */
  readonly continued: 'from' | 'on' | 'both' | 'no';
}

export interface AllDayBar {
  readonly id: string;
  readonly row: EventRow;
  readonly firstDay: Day;
  /** Exclusive. */
  readonly endDay: Day;
}

/** Of rows that are in memory, so that a row that stays keeps its segments: what shows them is not drawn again. */
const known = new WeakMap<ScheduleRow, { readonly zone: ZoneId; readonly segments: readonly DaySegment[] }>();

/** Splits a row at midnights. All-day events and rows of a day or longer yield nothing: they belong to the all-day row. */
export function daySegments(row: ScheduleRow, zone: ZoneId): readonly DaySegment[] {
  const before = known.get(row);
  if (before?.zone === zone) return before.segments;
  const segments = segmentsOf(row, zone);
  known.set(row, { zone, segments });
  return segments;
}

function segmentsOf(row: ScheduleRow, zone: ZoneId): DaySegment[] {
  if (belongsToAllDayRow(row)) return [];
  const first = dayAt(zone, row.start);
  const last = dayAt(zone, Math.max(row.start, row.end - 1) as Instant);
  const startMinute = minuteOfDayAt(zone, row.start);
  if (first === last) {
    const wallEnd = dayAt(zone, row.end) === last ? minuteOfDayAt(zone, row.end) : 1440;
    const length = Math.max(SHORTEST_SHOWN, minutesBetween(row.start, row.end));
    // The clock went back during the row: draw its real length from its start.
    const end = wallEnd - startMinute >= SHORTEST_SHOWN ? wallEnd : startMinute + length;
    return [segment(row, first, startMinute, Math.min(1440, end), 'no')];
  }
  const segments: DaySegment[] = [];
  const days = daysBetween(first, last);
  for (let index = 0; index <= days; index += 1) {
    const day = plusDays(first, index);
    const isLast = index === days;
    const end = isLast && dayAt(zone, row.end) === day ? minuteOfDayAt(zone, row.end) : 1440;
    segments.push(
      segment(
        row,
        day,
        index === 0 ? startMinute : 0,
        isLast ? Math.max(SHORTEST_SHOWN, end) : 1440,
        index === 0 ? 'on' : isLast ? 'from' : 'both',
      ),
    );
  }
  return segments;
}

/** The bar of a row in the all-day row; `null` for rows that lie on the grid. */
export function allDayBar(row: ScheduleRow): AllDayBar | null {
  if (row.kind !== 'event' || !belongsToAllDayRow(row)) return null;
  const endDay = row.endDay > row.firstDay ? row.endDay : plusDays(row.firstDay, 1);
  return { id: `${row.key}@all`, row, firstDay: row.firstDay, endDay };
}

function belongsToAllDayRow(row: ScheduleRow): boolean {
  return row.kind === 'event' && (row.allDay || row.end - row.start >= MILLISECONDS_PER_DAY);
}

function segment(
  row: ScheduleRow,
  day: Day,
  startMinute: Minutes,
  endMinute: Minutes,
  continued: DaySegment['continued'],
): DaySegment {
  // A start in the last minutes of a day keeps its shown height by beginning a little earlier.
  const start = Math.min(startMinute, 1440 - SHORTEST_SHOWN);
  return {
    id: `${row.key}@${day}`,
    row,
    day,
    startMinute: start,
    endMinute: Math.max(endMinute, start + SHORTEST_SHOWN),
    continued,
  };
}
