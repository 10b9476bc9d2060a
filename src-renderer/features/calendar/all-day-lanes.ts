import { type Day, daysBetween } from '#shared/time/day';
import type { AllDayBar } from './day-segments';

/** A bar of the all-day row, clipped to the days in view. */
export interface PlacedBar {
  readonly bar: AllDayBar;
  /** From the first day in view. */
  readonly firstColumn: number;
  readonly columns: number;
  /** Days in view. */
  readonly ofColumns: number;
  /** 0 is the top one. */
  readonly lane: number;
  readonly continued: 'from' | 'on' | 'both' | 'no';
}

/** Puts bars into the fewest lanes, longer ones on top; bars outside the view are left out. */
export function allDayLanes(bars: readonly AllDayBar[], firstDay: Day, dayCount: number): PlacedBar[] {
  const clipped = bars
    .map((bar) => {
      const from = daysBetween(firstDay, bar.firstDay);
      const to = daysBetween(firstDay, bar.endDay);
      return { bar, from, to, first: Math.max(0, from), end: Math.min(dayCount, to) };
    })
    .filter((item) => item.first < item.end)
    .sort((a, b) => a.first - b.first || b.end - a.end || (a.bar.id < b.bar.id ? -1 : 1));
  const laneEnds: number[] = [];
  return clipped.map(({ bar, from, to, first, end }) => {
    let lane = laneEnds.findIndex((taken) => taken <= first);
    if (lane === -1) lane = laneEnds.length;
    laneEnds[lane] = end;
    const before = from < 0;
    const after = to > dayCount;
    return {
      bar,
      firstColumn: first,
      columns: end - first,
      ofColumns: dayCount,
      lane,
      continued: before && after ? 'both' : before ? 'from' : after ? 'on' : 'no',
    };
  });
}
