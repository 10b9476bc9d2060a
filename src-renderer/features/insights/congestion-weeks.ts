// How full the days are: what events take of the working hours, as the runs measured it, and what is planned into the rest.
import { clipMinutes, outerMinutes, totalMinutes } from '#shared/engine/epoch-minute';
import type { Congestion, Placement } from '#shared/engine/plan';
import type { Settings } from '#shared/engine/settings';
import { workingWindows } from '#shared/engine/working-windows';
import { type Day, dayFromNumber, dayNumber, parseDay, plusDays, weekStart } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import type { RunRecord } from '../../state/run-history';

export interface DayLoad {
  readonly day: Day;
  readonly workingMinutes: number;
  /** Of the working minutes. */
  readonly eventMinutes: number;
  readonly plannedMinutes: number;
  /** Before anything is placed. */
  readonly longestRunMinutes: number;
  /** Events and plan together, 0 to 1. */
  readonly share: number;
}

export interface WeekLoad {
  readonly firstDay: Day;
  /** One a day; null where no run has looked, or where there are no working hours. */
  readonly days: readonly (DayLoad | null)[];
}

interface CongestionSources {
  /** Newest first. */
  readonly runs: readonly RunRecord[];
  readonly placements: readonly Placement[];
  readonly settings: Settings;
  readonly today: Day;
}

/** The week before this one and those after it, as far as a run has looked; at most `most` weeks. */
export function congestionWeeks({ runs, placements, settings, today }: CongestionSources, most: number): WeekLoad[] {
  const measured = measuredDays(runs);
  const last = [...measured.keys()].reduce((latest, day) => (day > latest ? day : latest), '' as Day);
  const thisWeek = weekStart(today, settings.firstWeekday);
  const firstDays = Array.from({ length: most }, (_, index) => plusDays(thisWeek, 7 * (index - 1)));
  const planned = plannedMinutes(placements, settings, firstDays[0]!, plusDays(firstDays.at(-1)!, 7));
  const weeks = firstDays.map((firstDay) => ({
    firstDay,
    days: Array.from({ length: 7 }, (_, column) => plusDays(firstDay, column)).map((day) => {
      const known = measured.get(day);
      return known && known.workingMinutes > 0 ? dayLoad(day, known, planned.get(day) ?? 0) : null;
    }),
  }));
  return weeks.filter(
    ({ firstDay, days }, index) => firstDay <= last && (index > 0 || days.some((day) => day !== null)),
  );
}

function dayLoad(day: Day, known: Congestion, plannedMinutes: number): DayLoad {
  const { workingMinutes, freeMinutes, longestRunMinutes } = known;
  const eventMinutes = Math.max(0, workingMinutes - freeMinutes);
  const share = Math.min(1, (eventMinutes + plannedMinutes) / workingMinutes);
  return { day, workingMinutes, eventMinutes, plannedMinutes, longestRunMinutes, share };
}

/**
 * The newest run that looked at a day knows it best. But a run sees of its own first day only what is left of it: there an
 * earlier run that saw the whole day goes before.
 */
function measuredDays(runs: readonly RunRecord[]): Map<Day, Congestion> {
  const days = new Map<Day, { readonly row: Congestion; readonly whole: boolean }>();
  for (const { metrics } of runs) {
    const ofDays = metrics.congestion.filter(({ unit }) => unit === 'day');
    for (const row of ofDays) {
      const day = parseDay(row.from);
      if (day === null) continue;
      const whole = row !== ofDays[0];
      const known = days.get(day);
      if (!known || (whole && !known.whole)) days.set(day, { row, whole });
    }
  }
  return new Map([...days].map(([day, { row }]) => [day, row]));
}

/** Minutes of all placements inside working hours, by the local day they begin on. */
function plannedMinutes(
  placements: readonly Placement[],
  settings: Settings,
  firstDay: Day,
  endDay: Day,
): Map<Day, number> {
  const minutes = new Map<Day, number>();
  const windows = workingWindows(settings, firstDay, endDay);
  for (const placement of placements) {
    const day = dayAt(settings.timeZone, parseInstant(placement.start)!);
    if (day < firstDay || day >= endDay) continue;
    const inside = totalMinutes(clipMinutes(windows, outerMinutes(placement.start, placement.end)));
    minutes.set(day, (minutes.get(day) ?? 0) + inside);
  }
  return minutes;
}

/** The days of a week from its first, for column heads. */
export function weekdaysFrom(firstDay: Day): readonly Day[] {
  return Array.from({ length: 7 }, (_, index) => dayFromNumber(dayNumber(firstDay) + index));
}
