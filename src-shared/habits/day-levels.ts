// How good a day is on levels 2 to 4, and how its gaps are counted between one habit and the next.
import { isShortGap } from './short-gap';
import { type StartTable, startCost } from './start-table';

/** Levels 2, 3 and 4 of a day: cost (with priced gaps when there is a price), short gaps, moves against the present plan. */
export interface DayLevels {
  readonly cost: number;
  readonly gaps: number;
  readonly moves: number;
}

export function isBetter(a: DayLevels, b: DayLevels): boolean {
  return a.cost !== b.cost ? a.cost < b.cost : a.gaps !== b.gaps ? a.gaps < b.gaps : a.moves < b.moves;
}

/** Short gaps and moves of finished starts; the cost without priced gaps. */
export function levelsOf(table: StartTable, starts: ArrayLike<number>): DayLevels {
  const placed = Array.from({ length: table.habits }, (_, habit) => habit)
    .filter((habit) => starts[habit]! >= 0)
    .sort((a, b) => starts[a]! - starts[b]!);
  let cost = 0;
  let gaps = 0;
  let moves = 0;
  let end = 0;
  let run = 0;
  for (const habit of placed) {
    const start = starts[habit]!;
    const into = runOf(table, run, start);
    gaps += gapsBetween(table, run, end, into, start);
    cost += startCost(table, habit, start);
    moves += table.present[habit]! >= 0 && table.present[habit] !== start ? 1 : 0;
    end = start + table.minutes[habit]!;
    run = into;
  }
  gaps += gapsToEnd(table, { run, end });
  return { cost, gaps, moves };
}

/** Levels 2 and 3 as one sum where a short gap has a price. */
export function withPricedGaps(levels: DayLevels, gapPrice: number): DayLevels {
  return gapPrice === 0 ? levels : { ...levels, cost: levels.cost + gapPrice * levels.gaps };
}

/** The free run that holds a start, looked for from an earlier run on. */
export function runOf(table: StartTable, from: number, start: number): number {
  let run = from;
  while (run + 1 < table.runStart.length && table.runStart[run + 1]! <= start) run += 1;
  return run;
}

/** Short gaps between the end of one habit on its run and the start of the next. */
export function gapsBetween(table: StartTable, run: number, end: number, into: number, start: number): number {
  if (into === run) return isShort(table, start - Math.max(end, table.runStart[run]!)) ? 1 : 0;
  const tail = isShort(table, table.runEnd[run]! - Math.max(end, table.runStart[run]!)) ? 1 : 0;
  const empty = table.emptyShortBefore[into]! - table.emptyShortBefore[run + 1]!;
  return tail + empty + (isShort(table, start - table.runStart[into]!) ? 1 : 0);
}

/** Short gaps after the last habit. */
export function gapsToEnd(table: StartTable, node: { readonly run: number; readonly end: number }): number {
  if (table.runStart.length === 0) return 0;
  const tail = isShort(table, table.runEnd[node.run]! - Math.max(node.end, table.runStart[node.run]!)) ? 1 : 0;
  return tail + table.emptyShortBefore[table.runStart.length]! - table.emptyShortBefore[node.run + 1]!;
}

function isShort(table: StartTable, steps: number): boolean {
  return isShortGap(steps * table.unit);
}
