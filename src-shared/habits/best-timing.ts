import type { StartTable } from './start-table';

/** Costs more than any day of distances, so fewer unplaced always wins; sums stay exact in a double. */
export const UNPLACED_COST = 1e8;

export interface Timing {
  /** Cost of distances plus `UNPLACED_COST` for each one without a place. */
  readonly cost: number;
  /** Per habit; -1 = no place. */
  readonly starts: Int32Array;
}

/**
 * The cheapest starts of habits that follow each other in the given order, any of them left out when that places more. O(n x minutes).
 * `leaveOut` is what leaving each habit out costs; all the same when it is null.
 */
export function bestTiming(table: StartTable, order: readonly number[], leaveOut: Float64Array | null = null): Timing {
  const width = table.length + 1;
  const chosen = order.map(() => new Int32Array(width));
  let reached = new Float64Array(width);
  for (let position = 0; position < order.length; position += 1) {
    const habit = order[position]!;
    const minutes = table.minutes[habit]!;
    const next = new Float64Array(width);
    const choice = chosen[position]!;
    for (let at = 0; at < width; at += 1) {
      next[at] = reached[at]! + (leaveOut?.[habit] ?? UNPLACED_COST);
      choice[at] = -1;
    }
    const need = table.need[habit]!;
    const target = table.target[habit]!;
    for (const [from, to] of table.ranges[habit]!) {
      for (let start = from; start <= to; start += 1) {
        const cost = reached[start]! + need * (start < target ? target - start : start - target);
        if (cost < next[start + minutes]!) {
          next[start + minutes] = cost;
          choice[start + minutes] = start;
        }
      }
    }
    // "Finished by t" is at most as dear as "finished by t - 1".
    for (let at = 1; at < width; at += 1) {
      if (next[at - 1]! < next[at]!) {
        next[at] = next[at - 1]!;
        choice[at] = choice[at - 1]!;
      }
    }
    reached = next;
  }
  const starts = new Int32Array(table.habits).fill(-1);
  let at = table.length;
  for (let position = order.length - 1; position >= 0; position -= 1) {
    const start = chosen[position]![at]!;
    starts[order[position]!] = start;
    if (start >= 0) at = start;
  }
  return { cost: reached[table.length]!, starts };
}

/** The cost of `bestTiming` alone, for trying many orders. `work` holds two rows of `table.length + 1` numbers. */
export function timingCost(
  table: StartTable,
  order: readonly number[],
  work: readonly [Float64Array, Float64Array],
): number {
  const width = table.length + 1;
  let [reached, next] = work;
  reached.fill(0);
  for (const habit of order) {
    const minutes = table.minutes[habit]!;
    const need = table.need[habit]!;
    const target = table.target[habit]!;
    for (let at = 0; at < width; at += 1) next[at] = reached[at]! + UNPLACED_COST;
    for (const [from, to] of table.ranges[habit]!) {
      for (let start = from; start <= to; start += 1) {
        const cost = reached[start]! + need * (start < target ? target - start : start - target);
        if (cost < next[start + minutes]!) next[start + minutes] = cost;
      }
    }
    for (let at = 1; at < width; at += 1) if (next[at - 1]! < next[at]!) next[at] = next[at - 1]!;
    [reached, next] = [next, reached];
  }
  return reached[table.length]!;
}
