// The proof: all partial days that could still be as cheap as the best plan known, in order of time, the best one kept per (habits placed, end of the last).
// What comes after depends on those two alone, so nothing is lost; the bound of `day-bound` leaves only few starts per habit.
// A partial day also goes when its open habits have only dear starts left, and when the same habits were placed as far but for less.
import { type DayBound, extraCost } from './day-bound';
import { type DayLevels, gapsBetween, gapsToEnd, isBetter, runOf } from './day-levels';
import { type StartTable, startCost } from './start-table';

export interface ExactDay {
  /** `null` when nothing at least as good as the given plan was left. */
  readonly starts: Int32Array | null;
  readonly levels: DayLevels;
  readonly proven: boolean;
  readonly nodes: number;
}

/** Steps from one partial day to the next; about a second. */
const STEP_LIMIT = 4_000_000;
const FIRST_SLACK = 100;
const FIRST_SLACK_SHARE = 0.01;
const EPSILON = 1e-6;

interface Node {
  readonly placed: number;
  readonly end: number;
  readonly run: number;
  readonly extra: number;
  readonly cost: number;
  readonly gaps: number;
  readonly moves: number;
  readonly habit: number;
  readonly start: number;
  readonly parent: Node | null;
}

/**
 * `upper` is the cost of a known plan with its gaps priced in. Looks for plans up to a little over the bound first and allows more until one is found:
 * nearly all partial days are dearer than the best plan, and a search up to its cost never sees them.
 */
export function solveDayExactly(
  table: StartTable,
  bound: DayBound,
  drops: number,
  upper: number,
  gapPrice: number,
): ExactDay {
  const extraFrom = extrasFrom(table, bound);
  let nodes = 0;
  let steps = 0;
  for (let slack = Math.max(FIRST_SLACK, FIRST_SLACK_SHARE * bound.bound); ; slack *= 2) {
    const limit = Math.min(upper, bound.bound + slack);
    const found = searchUpTo(table, bound, extraFrom, drops, limit, gapPrice, STEP_LIMIT - steps);
    nodes += found.nodes;
    steps += found.steps;
    if (found.starts !== null || !found.proven || limit >= upper) return { ...found, nodes };
  }
}

function searchUpTo(
  table: StartTable,
  bound: DayBound,
  extraFrom: readonly Float64Array[],
  drops: number,
  upper: number,
  gapPrice: number,
  stepLimit: number,
): ExactDay & { readonly steps: number } {
  const { habits, length } = table;
  const starts = remainingStarts(table, bound, upper);
  const search: Search = {
    table,
    bound,
    starts,
    extraFrom,
    leastCost: new Float64Array(1 << habits).fill(Number.POSITIVE_INFINITY),
    leastRun: new Int32Array(1 << habits),
    gapPrice,
  };
  const buckets: (Map<number, Node> | undefined)[] = new Array(length + 1);
  const toPlace = habits - drops;
  let best: { node: Node; levels: DayLevels } | null = null;
  let nodes = 0;
  let limit = upper;
  let steps = 0;
  const offer = (node: Node) => {
    steps += 1;
    const bucket = buckets[node.end] ?? new Map<number, Node>();
    buckets[node.end] = bucket;
    const other = bucket.get(node.placed);
    if (!other || isBetter(node, other)) bucket.set(node.placed, node);
  };
  offer({ placed: 0, end: 0, run: 0, extra: 0, cost: 0, gaps: 0, moves: 0, habit: -1, start: -1, parent: null });
  for (let at = 0; at <= length; at += 1) {
    const bucket = buckets[at];
    if (!bucket) continue;
    for (const node of bucket.values()) {
      nodes += 1;
      if (steps > stepLimit)
        return {
          starts: best && startsOf(best.node, habits),
          levels: best?.levels ?? NONE,
          proven: false,
          nodes,
          steps,
        };
      if (bound.bound + node.extra > limit + EPSILON || isDominated(search, node.placed, node.run, node.cost)) continue;
      if (node.cost < search.leastCost[node.placed]!) {
        search.leastCost[node.placed] = node.cost;
        search.leastRun[node.placed] = node.run;
      }
      if (bitCount(node.placed) === toPlace) {
        const gaps = node.gaps + gapsToEnd(table, node);
        const levels = { cost: node.cost + gapPrice * (gaps - node.gaps), gaps, moves: node.moves };
        // Idle time up to the end has its price too: a day that is dearer than the limit is not proven best.
        if (levels.cost <= upper + EPSILON && (!best || isBetter(levels, best.levels))) {
          best = { node, levels };
          limit = Math.min(limit, levels.cost);
        }
        continue;
      }
      if (!canStillPlace(starts, node, habits, drops)) continue;
      extend(search, node, limit, offer);
    }
    buckets[at] = undefined;
  }
  return { starts: best && startsOf(best.node, habits), levels: best?.levels ?? NONE, proven: true, nodes, steps };
}

const NONE: DayLevels = { cost: Number.POSITIVE_INFINITY, gaps: 0, moves: 0 };

/** Starts that a plan no dearer than `upper` could still use, ascending. */
function remainingStarts(table: StartTable, bound: DayBound, upper: number): Int32Array[] {
  return table.ranges.map((ranges, habit) => {
    const left: number[] = [];
    for (const [from, to] of ranges) {
      for (let start = from; start <= to; start += 1) {
        if (bound.bound + extraCost(table, bound, habit, start) <= upper + EPSILON) left.push(start);
      }
    }
    return Int32Array.from(left);
  });
}

interface Search {
  readonly table: StartTable;
  readonly bound: DayBound;
  /** Starts worth trying, per habit. */
  readonly starts: readonly Int32Array[];
  /** `extraFrom[habit][t]`: the least a habit adds to the bound when it starts at t or later, or is left out. */
  readonly extraFrom: readonly Float64Array[];
  /** Least cost of the partial days already extended, per habits placed, and the run its last habit stands on. They end no later than what is extended now. */
  readonly leastCost: Float64Array;
  readonly leastRun: Int32Array;
  readonly gapPrice: number;
}

/** Whether the same habits were placed as early for strictly less, even if what follows then costs as many more gaps as it can. */
function isDominated(search: Search, placed: number, run: number, cost: number): boolean {
  const least = search.leastCost[placed]!;
  if (least >= cost) return false;
  if (search.gapPrice === 0) return true;
  const { emptyShortBefore } = search.table;
  const moreGaps = 2 + emptyShortBefore[run + 1]! - emptyShortBefore[search.leastRun[placed]! + 1]!;
  return least + search.gapPrice * moreGaps < cost;
}

/** Whether the last habit of a partial day would cost less, by more than two gaps, if it stood later in the idle time before `start`. */
function couldWait(search: Search, node: Node, start: number): boolean {
  const { table, gapPrice } = search;
  const { habit } = node;
  const latest = Math.min(start, table.runEnd[node.run]!, table.latestEnd[habit]!) - table.minutes[habit]!;
  const later = Math.min(table.target[habit]!, latest) - node.start;
  return later > 0 && later * table.need[habit]! > 2 * gapPrice;
}

function extrasFrom(table: StartTable, bound: DayBound): Float64Array[] {
  return table.ranges.map((ranges, habit) => {
    const extras = new Float64Array(table.length + 1).fill(bound.dropCost - bound.cheapest[habit]!);
    for (const [from, to] of ranges) {
      for (let start = from; start <= to; start += 1) {
        extras[start] = Math.min(extras[start]!, extraCost(table, bound, habit, start));
      }
    }
    for (let start = table.length - 1; start >= 0; start -= 1) {
      extras[start] = Math.min(extras[start]!, extras[start + 1]!);
    }
    return extras;
  });
}

/** Whether the habits still open can be had from `end` on for `left` more than the bound says. */
function openFit(search: Search, placed: number, end: number, left: number): boolean {
  let open = 0;
  for (let habit = 0; habit < search.table.habits; habit += 1) {
    if (placed & (1 << habit)) continue;
    open += search.extraFrom[habit]![end]!;
    if (open > left) return false;
  }
  return true;
}

function extend(search: Search, node: Node, limit: number, offer: (node: Node) => void): void {
  const { table, bound, starts, gapPrice } = search;
  if (!openFit(search, node.placed, node.end, limit + EPSILON - bound.bound - node.extra)) return;
  for (let habit = 0; habit < table.habits; habit += 1) {
    if (node.placed & (1 << habit)) continue;
    const list = starts[habit]!;
    const mostIdle = (2 * gapPrice) / table.need[habit]!;
    let run = node.run;
    for (let index = firstAtLeast(list, node.end); index < list.length; index += 1) {
      const start = list[index]!;
      const idle = bound.priceSum[start]! - bound.priceSum[node.end]!;
      if (bound.bound + node.extra + idle > limit + EPSILON) break;
      const extra = node.extra + idle + extraCost(table, bound, habit, start);
      if (bound.bound + extra > limit + EPSILON) continue;
      run = runOf(table, run, start);
      // Late with idle time before it, a habit would rather stand earlier; early with idle time behind it, later. What two gaps may save is granted.
      const ready = Math.max(node.end, table.runStart[run]!, table.earliest[habit]!, table.target[habit]!);
      if (start - ready > mostIdle) continue;
      if (node.habit >= 0 && run === node.run && couldWait(search, node, start)) continue;
      const newGaps = gapsBetween(table, node.run, node.end, run, start);
      const cost = node.cost + startCost(table, habit, start) + gapPrice * newGaps;
      const placed = node.placed | (1 << habit);
      const end = start + table.minutes[habit]!;
      // Priced gaps are part of the cost, never of the bound, so they may count against the limit at once.
      const withGaps = extra + gapPrice * newGaps;
      if (isDominated(search, placed, run, cost)) continue;
      if (!openFit(search, placed, end, limit + EPSILON - bound.bound - withGaps)) continue;
      const present = table.present[habit]!;
      offer({
        placed,
        end,
        run,
        extra: withGaps,
        cost,
        gaps: node.gaps + newGaps,
        moves: node.moves + (present >= 0 && present !== start ? 1 : 0),
        habit,
        start,
        parent: node,
      });
    }
  }
}

function canStillPlace(starts: readonly Int32Array[], node: Node, habits: number, drops: number): boolean {
  let lost = 0;
  for (let habit = 0; habit < habits; habit += 1) {
    if (node.placed & (1 << habit)) continue;
    const list = starts[habit]!;
    if (list.length === 0 || list[list.length - 1]! < node.end) lost += 1;
  }
  return lost <= drops;
}

function firstAtLeast(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! >= value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function startsOf(node: Node, habits: number): Int32Array {
  const starts = new Int32Array(habits).fill(-1);
  for (let at: Node | null = node; at && at.habit >= 0; at = at.parent) starts[at.habit] = at.start;
  return starts;
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
