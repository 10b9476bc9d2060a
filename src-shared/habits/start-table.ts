// Which starts each habit may take on a day and what they cost, counted from the hull's start in steps of the day's own unit.
import type { HabitDay } from './habit-day';
import { SHORT_GAP_MINUTES } from './short-gap';

export interface StartTable {
  readonly habits: number;
  /** Minutes in a step. All other times and lengths of the table count steps. */
  readonly unit: number;
  /** Length of the hull. */
  readonly length: number;
  readonly minutes: Int32Array;
  /** Start ranges [from, to] (both inclusive) per habit, ascending, one per free run that can hold it. */
  readonly ranges: readonly (readonly (readonly [number, number])[])[];
  /** Opening and close of each habit's window. */
  readonly earliest: Int32Array;
  readonly latestEnd: Int32Array;
  /** Targets relative to the hull's start; may lie outside it. */
  readonly target: Int32Array;
  /** Cost of a step away from the target: need x unit. */
  readonly need: Int32Array;
  /** 1 urgent to 4 low. */
  readonly priority: Int32Array;
  /** Present starts relative to the hull; -1 = none. */
  readonly present: Int32Array;
  /** Free runs relative to the hull. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
  /** Free runs before each run that are short gaps when left empty. */
  readonly emptyShortBefore: Int32Array;
}

export function startTableOf(day: HabitDay, isShort: (minutes: number) => boolean): StartTable {
  const base = day.hull.start;
  const runs = day.free;
  const unit = unitOf(day);
  const steps = (at: number) => (at - base) / unit;
  const emptyShortBefore = new Int32Array(runs.length + 1);
  runs.forEach((run, index) => {
    emptyShortBefore[index + 1] = emptyShortBefore[index]! + (isShort(run.end - run.start) ? 1 : 0);
  });
  return {
    habits: day.wishes.length,
    unit,
    length: steps(day.hull.end),
    minutes: Int32Array.from(day.wishes, (wish) => wish.minutes / unit),
    ranges: day.wishes.map((wish) => {
      const ranges: [number, number][] = [];
      for (const run of runs) {
        const from = Math.max(run.start, wish.earliest);
        const to = Math.min(run.end, wish.latestEnd) - wish.minutes;
        if (from <= to) ranges.push([steps(from), steps(to)]);
      }
      return ranges;
    }),
    earliest: Int32Array.from(day.wishes, (wish) => steps(wish.earliest)),
    latestEnd: Int32Array.from(day.wishes, (wish) => steps(wish.latestEnd)),
    target: Int32Array.from(day.wishes, (wish) => steps(wish.target)),
    need: Int32Array.from(day.wishes, (wish) => wish.need * unit),
    priority: Int32Array.from(day.wishes, (wish) => wish.priority),
    present: Int32Array.from(day.wishes, (wish) => (wish.present === null ? -1 : steps(wish.present))),
    runStart: Int32Array.from(runs, (run) => steps(run.start)),
    runEnd: Int32Array.from(runs, (run) => steps(run.end)),
    emptyShortBefore,
  };
}

/**
 * The longest step that loses nothing: the greatest common divisor of all lengths, targets, edges and present starts of the day, and of 30.
 * In a given order the best starts solve a linear program over differences, whose corners are sums of those numbers; gaps count as short between 0 and 30,
 * so the corners of its parts are such sums too. A day in quarter hours is solved on quarter hours and is still the best on single minutes.
 */
function unitOf(day: HabitDay): number {
  const base = day.hull.start;
  let unit = greatestDivisor(SHORT_GAP_MINUTES, day.hull.end - base);
  for (const run of day.free) unit = greatestDivisor(greatestDivisor(unit, run.start - base), run.end - base);
  for (const wish of day.wishes) {
    unit = greatestDivisor(unit, wish.minutes);
    for (const at of [wish.earliest, wish.latestEnd, wish.target, wish.present ?? base])
      unit = greatestDivisor(unit, Math.abs(at - base));
  }
  return unit;
}

function greatestDivisor(a: number, b: number): number {
  let [high, low] = [a, b];
  while (low !== 0) [high, low] = [low, high % low];
  return high;
}

/** Need x distance from the target. */
export function startCost(table: StartTable, habit: number, start: number): number {
  return table.need[habit]! * Math.abs(start - table.target[habit]!);
}
