import { dayFromNumber, weekdayOf } from '../time/day';
import type { MinuteSpan } from './epoch-minute';
import type { Horizon } from './horizon';
import { localDayNumber } from './local-clock';
import type { Congestion } from './plan';

/** Work that wants time somewhere in a stretch. */
export interface Wanted extends MinuteSpan {
  readonly minutes: number;
}

interface Load {
  working: number;
  free: number;
  longest: number;
  wanted: number;
}

/**
 * How full each day and week is before anything is placed, and how much work wants to go there. Windows and free runs count for the day they
 * begin on (an overnight shift belongs to the day it opens). `free` are the free runs inside `windows`. O(n).
 */
export function congestionOf(
  horizon: Horizon,
  windows: readonly MinuteSpan[],
  free: readonly MinuteSpan[],
  wanted: readonly Wanted[] = [],
): Congestion[] {
  const days: Load[] = Array.from({ length: horizon.days }, () => ({ working: 0, free: 0, longest: 0, wanted: 0 }));
  const dayOf = (minute: number) =>
    Math.min(horizon.days - 1, Math.max(0, localDayNumber(horizon.clock, minute) - horizon.firstDayNumber));
  for (const window of windows) days[dayOf(window.start)]!.working += window.end - window.start;
  for (const run of free) {
    const load = days[dayOf(run.start)]!;
    load.free += run.end - run.start;
    load.longest = Math.max(load.longest, run.end - run.start);
  }
  spread(days, wanted, dayOf);
  const daily = days.map((load, index) =>
    row(dayFromNumber(horizon.firstDayNumber + index), 'day', load, busyOf(load)),
  );
  const weeks = new Map<number, { load: Load; busy: number }>();
  days.forEach((load, index) => {
    const number = horizon.firstDayNumber + index;
    const monday = number - (weekdayOf(dayFromNumber(number)) - 1);
    const week = weeks.get(monday) ?? { load: { working: 0, free: 0, longest: 0, wanted: 0 }, busy: 0 };
    week.load.working += load.working;
    week.load.free += load.free;
    week.load.longest = Math.max(week.load.longest, load.longest);
    week.load.wanted += load.wanted;
    week.busy += busyOf(load);
    weeks.set(monday, week);
  });
  return [...daily, ...[...weeks].map(([monday, week]) => row(dayFromNumber(monday), 'week', week.load, week.busy))];
}

/** Each piece of work over the days it may take, in proportion to what is free there; where nothing is free, on the last of them. */
function spread(days: readonly Load[], wanted: readonly Wanted[], dayOf: (minute: number) => number): void {
  const freeBefore = new Float64Array(days.length + 1);
  days.forEach((load, index) => {
    freeBefore[index + 1] = freeBefore[index]! + load.free;
  });
  const density = new Float64Array(days.length + 1);
  for (const work of wanted) {
    const first = dayOf(work.start);
    const last = Math.max(first, dayOf(work.end - 1));
    const room = freeBefore[last + 1]! - freeBefore[first]!;
    if (room === 0) {
      days[last]!.wanted += work.minutes;
      continue;
    }
    density[first]! += work.minutes / room;
    density[last + 1]! -= work.minutes / room;
  }
  let share = 0;
  days.forEach((load, index) => {
    share += density[index]!;
    load.wanted += share * load.free;
  });
}

/** A free run that reaches over midnight out of a merged round-the-clock window may exceed its own day's working time. */
function busyOf(load: Load): number {
  return Math.max(0, load.working - load.free);
}

function row(from: string, unit: 'day' | 'week', load: Load, busy: number): Congestion {
  return {
    from,
    unit,
    busyShare: load.working === 0 ? 1 : busy / load.working,
    freeMinutes: load.free,
    longestRunMinutes: load.longest,
    workingMinutes: load.working,
    demandMinutes: Math.round(load.wanted),
  };
}
