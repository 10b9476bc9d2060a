// The best day on all levels among those in which habits follow each other in a given order: exact for that order.
import { type DayLevels, gapsBetween, gapsToEnd, isBetter, runOf } from './day-levels';
import { type StartTable, startCost } from './start-table';

/** The habits up to one of the order, by the end of the last. */
interface Reached extends DayLevels {
  readonly end: number;
  readonly run: number;
  readonly start: number;
  readonly before: Reached | null;
}

/**
 * Starts for the habits of `order`, all placed, no dearer than `known`, a plan in that order: least cost with gaps priced in, then fewest gaps, then fewest moves.
 * Partial days that cannot end up as cheap as the known plan are dropped, so nearly all are.
 */
export function bestInOrder(
  table: StartTable,
  order: readonly number[],
  known: DayLevels,
  gapPrice: number,
): Int32Array | null {
  const costToGo = costsToGo(table, order);
  let states: Reached[] = [{ end: 0, run: 0, start: -1, cost: 0, gaps: 0, moves: 0, before: null }];
  for (const [position, habit] of order.entries()) {
    const byEnd = new Map<number, Reached>();
    const rest = costToGo[position + 1]!;
    for (const state of states) {
      let run = state.run;
      for (const [from, to] of table.ranges[habit]!) {
        for (let start = Math.max(from, state.end); start <= to; start += 1) {
          const end = start + table.minutes[habit]!;
          const plain = state.cost + startCost(table, habit, start);
          if (plain + rest[end]! > known.cost) continue;
          run = runOf(table, run, start);
          const newGaps = gapsBetween(table, state.run, state.end, run, start);
          const cost = plain + gapPrice * newGaps;
          if (cost + rest[end]! > known.cost) continue;
          const present = table.present[habit]!;
          const moves = state.moves + (present >= 0 && present !== start ? 1 : 0);
          const next: Reached = { end, run, start, cost, gaps: state.gaps + newGaps, moves, before: state };
          const other = byEnd.get(end);
          if (!other || isBetter(next, other)) byEnd.set(end, next);
        }
      }
    }
    states = [...byEnd.values()];
  }
  const finished = states.map((state) => {
    const last = gapsToEnd(table, state);
    return { state, levels: { cost: state.cost + gapPrice * last, gaps: state.gaps + last, moves: state.moves } };
  });
  const best = finished.reduce<(typeof finished)[number] | null>(
    (found, one) => (found === null || isBetter(one.levels, found.levels) ? one : found),
    null,
  );
  if (best === null) return null;
  const starts = new Int32Array(table.habits).fill(-1);
  let at: Reached | null = best.state;
  for (let position = order.length - 1; position >= 0 && at !== null; position -= 1) {
    starts[order[position]!] = at.start;
    at = at.before;
  }
  return starts;
}

/** By position and moment: the least that the habits from there on cost when none begins before that moment; infinite where they do not fit. */
function costsToGo(table: StartTable, order: readonly number[]): Float64Array[] {
  const width = table.length + 1;
  const all = order.map(() => new Float64Array(width).fill(Number.POSITIVE_INFINITY));
  all.push(new Float64Array(width));
  for (let position = order.length - 1; position >= 0; position -= 1) {
    const habit = order[position]!;
    const own = all[position]!;
    const rest = all[position + 1]!;
    for (const [from, to] of table.ranges[habit]!)
      for (let start = from; start <= to; start += 1)
        own[start] = startCost(table, habit, start) + rest[start + table.minutes[habit]!]!;
    for (let at = width - 2; at >= 0; at -= 1) own[at] = Math.min(own[at]!, own[at + 1]!);
  }
  return all;
}
