// How much of each day of a year is taken, and the year as months of whole weeks. Pure.
import { type Day, dayNumber, plusDays, weekdayOf } from '#shared/time/day';
import { type Instant, MILLISECONDS_PER_MINUTE } from '#shared/time/instant';
import { dayAt, instantAtMinute, type ZoneId } from '#shared/time/zone';
import type { ScheduleRow } from './schedule-rows';

export interface DayLoad {
  readonly minutes: number;
  readonly entries: number;
}

/** What takes time, by local day; a block over midnight counts on each of its days. Whole days and free events take none. */
export function yearLoads(rows: readonly ScheduleRow[], zone: ZoneId): Map<Day, DayLoad> {
  const loads = new Map<Day, { minutes: number; entries: number }>();
  for (const row of rows) {
    if (row.kind === 'event' && (row.allDay || row.free)) continue;
    let start: Instant = row.start;
    while (start < row.end) {
      const day = dayAt(zone, start);
      const midnight = instantAtMinute(zone, plusDays(day, 1), 0);
      const end = row.end < midnight ? row.end : midnight;
      const load = loads.get(day) ?? { minutes: 0, entries: 0 };
      load.minutes += Math.round((end - start) / MILLISECONDS_PER_MINUTE);
      load.entries += 1;
      loads.set(day, load);
      start = end;
    }
  }
  return loads;
}

/** From 0, nothing, to 4: hours of a working day are taken. */
export function loadLevel(minutes: number): 0 | 1 | 2 | 3 | 4 {
  if (minutes === 0) return 0;
  if (minutes < 120) return 1;
  if (minutes < 240) return 2;
  return minutes < 420 ? 3 : 4;
}

export interface YearMonth {
  readonly first: Day;
  /** Whole weeks; null outside the month. */
  readonly weeks: readonly (readonly (Day | null)[])[];
}

export function monthsOfYear(day: Day, firstWeekday: number): YearMonth[] {
  return Array.from({ length: 12 }, (_, index) => {
    const first = `${day.slice(0, 5)}${String(index + 1).padStart(2, '0')}-01` as Day;
    // The 1st plus 31 days always lies in the next month.
    const next = `${plusDays(first, 31).slice(0, 8)}01` as Day;
    const before = (weekdayOf(first) - firstWeekday + 7) % 7;
    const days = dayNumber(next) - dayNumber(first);
    const weeks = Array.from({ length: Math.ceil((before + days) / 7) }, (_week, row) =>
      Array.from({ length: 7 }, (_day, column) => {
        const offset = row * 7 + column - before;
        return offset < 0 || offset >= days ? null : plusDays(first, offset);
      }),
    );
    return { first, weeks };
  });
}
