import { dayFromNumber, weekdayOf } from '../time/day';
import { type MinuteSpan, mergeMinutes, totalMinutes } from './epoch-minute';
import type { Horizon } from './horizon';
import { localDayNumber } from './local-clock';
import type { Congestion } from './plan';

interface Load {
  working: number;
  busy: number;
  longest: number;
}

/**
 * How full each day and week is before anything is placed. Windows and free runs count for the day they begin on
 * (an overnight shift belongs to the day it opens). `free` are the free runs inside `windows`. O(n).
 */
export function congestionOf(
  horizon: Horizon,
  windows: readonly MinuteSpan[],
  free: readonly MinuteSpan[],
): Congestion[] {
  const days: Load[] = Array.from({ length: horizon.days }, () => ({ working: 0, busy: 0, longest: 0 }));
  const dayOf = (minute: number) =>
    days[Math.min(horizon.days - 1, Math.max(0, localDayNumber(horizon.clock, minute) - horizon.firstDayNumber))];
  for (const window of windows) {
    const load = dayOf(window.start);
    if (load) load.working += window.end - window.start;
  }
  const freeMinutes = days.map(() => 0);
  for (const run of free) {
    const index = Math.min(
      horizon.days - 1,
      Math.max(0, localDayNumber(horizon.clock, run.start) - horizon.firstDayNumber),
    );
    freeMinutes[index]! += run.end - run.start;
    const load = days[index]!;
    load.longest = Math.max(load.longest, run.end - run.start);
  }
  days.forEach((load, index) => {
    // A free run that reaches over midnight out of a merged round-the-clock window may exceed its own day's working time.
    load.busy = Math.max(0, load.working - freeMinutes[index]!);
  });
  const daily = days.map((load, index) =>
    row(dayFromNumber(horizon.firstDayNumber + index), 'day', load, freeMinutes[index]!),
  );
  const weeks = new Map<number, { load: Load; free: number }>();
  days.forEach((load, index) => {
    const number = horizon.firstDayNumber + index;
    const monday = number - (weekdayOf(dayFromNumber(number)) - 1);
    const week = weeks.get(monday) ?? { load: { working: 0, busy: 0, longest: 0 }, free: 0 };
    week.load.working += load.working;
    week.load.busy += load.busy;
    week.load.longest = Math.max(week.load.longest, load.longest);
    week.free += freeMinutes[index]!;
    weeks.set(monday, week);
  });
  return [...daily, ...[...weeks].map(([monday, week]) => row(dayFromNumber(monday), 'week', week.load, week.free))];
}

function row(from: string, unit: 'day' | 'week', load: Load, freeMinutes: number): Congestion {
  return {
    from,
    unit,
    busyShare: load.working === 0 ? 1 : load.busy / load.working,
    freeMinutes,
    longestRunMinutes: load.longest,
    workingMinutes: load.working,
  };
}

/** Minutes of `spans` (any order) inside a window. */
export function takenInside(window: MinuteSpan, spans: readonly MinuteSpan[]): number {
  const inside = spans.map((span) => ({
    start: Math.max(span.start, window.start),
    end: Math.min(span.end, window.end),
  }));
  return totalMinutes(mergeMinutes(inside));
}
