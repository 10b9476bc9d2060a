// Which starts each habit may take on a day and what they cost, on a one-minute grid counted from the hull's start.
import type { HabitDay } from './habit-day';

export interface StartTable {
  readonly habits: number;
  /** Length of the hull in minutes. */
  readonly length: number;
  readonly minutes: Int32Array;
  /** Start ranges [from, to] (both inclusive) per habit, ascending, one per free run that can hold it. */
  readonly ranges: readonly (readonly (readonly [number, number])[])[];
  /** Targets relative to the hull's start; may lie outside it. */
  readonly target: Int32Array;
  readonly need: Int32Array;
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
  const emptyShortBefore = new Int32Array(runs.length + 1);
  runs.forEach((run, index) => {
    emptyShortBefore[index + 1] = emptyShortBefore[index]! + (isShort(run.end - run.start) ? 1 : 0);
  });
  return {
    habits: day.wishes.length,
    length: day.hull.end - base,
    minutes: Int32Array.from(day.wishes, (wish) => wish.minutes),
    ranges: day.wishes.map((wish) => {
      const ranges: [number, number][] = [];
      for (const run of runs) {
        const from = Math.max(run.start, wish.earliest);
        const to = Math.min(run.end, wish.latestEnd) - wish.minutes;
        if (from <= to) ranges.push([from - base, to - base]);
      }
      return ranges;
    }),
    target: Int32Array.from(day.wishes, (wish) => wish.target - base),
    need: Int32Array.from(day.wishes, (wish) => wish.need),
    present: Int32Array.from(day.wishes, (wish) => (wish.present === null ? -1 : wish.present - base)),
    runStart: Int32Array.from(runs, (run) => run.start - base),
    runEnd: Int32Array.from(runs, (run) => run.end - base),
    emptyShortBefore,
  };
}

/** Need x minutes from the target. */
export function startCost(table: StartTable, habit: number, start: number): number {
  return table.need[habit]! * Math.abs(start - table.target[habit]!);
}
