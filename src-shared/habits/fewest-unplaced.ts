import type { StartTable } from './start-table';

/**
 * As many habits as fit on the day at all, in an order in which they fit, by the earliest completion of every subset:
 * a set that can end earlier can always be continued at least as well, so one number per subset is enough. O(2^n x n); for n <= 15 about half a million steps.
 */
export function mostPlaceable(table: StartTable): readonly number[] {
  const { habits, length } = table;
  const nextStart = table.ranges.map((ranges) => {
    const next = new Int32Array(length + 2).fill(-1);
    for (let range = ranges.length - 1; range >= 0; range -= 1) {
      const [from, to] = ranges[range]!;
      for (let start = from; start <= to; start += 1) next[start] = start;
    }
    for (let start = length; start >= 0; start -= 1) if (next[start] === -1) next[start] = next[start + 1]!;
    return next;
  });
  const subsets = 1 << habits;
  const unreachable = 0x7fff;
  const earliestEnd = new Int16Array(subsets).fill(unreachable);
  const size = new Uint8Array(subsets);
  const last = new Uint8Array(subsets);
  earliestEnd[0] = 0;
  let most = 0;
  for (let subset = 0; subset < subsets; subset += 1) {
    const end = earliestEnd[subset]!;
    if (end === unreachable) continue;
    if (size[subset]! > size[most]!) most = subset;
    for (let habit = 0; habit < habits; habit += 1) {
      const with_ = subset | (1 << habit);
      if (with_ === subset) continue;
      const start = end > length ? -1 : nextStart[habit]![end]!;
      if (start < 0) continue;
      size[with_] = size[subset]! + 1;
      const finish = start + table.minutes[habit]!;
      if (finish < earliestEnd[with_]!) {
        earliestEnd[with_] = finish;
        last[with_] = habit;
      }
    }
  }
  const order: number[] = [];
  for (let rest = most; rest !== 0; rest &= ~(1 << last[rest]!)) order.unshift(last[rest]!);
  return order;
}
