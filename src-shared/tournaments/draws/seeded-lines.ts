/**
 * Which rank stands on each line of a knockout of `size` lines (a power of two), ranks from 1. Rank 1 is on the first line, rank 2 on the
 * last; if the better rank always wins, round after round the best half goes on. `[1, 8, 5, 4, 3, 6, 7, 2]` for 8.
 */
export function seededLines(size: number): number[] {
  let lines = [1];
  while (lines.length < size) {
    const sum = lines.length * 2 + 1;
    lines = lines.flatMap((rank, index) => (index % 2 === 0 ? [rank, sum - rank] : [sum - rank, rank]));
  }
  return lines;
}

/** The smallest power of two that is not below `count`; 1 for none. */
export function bracketSize(count: number): number {
  let size = 1;
  while (size < count) size *= 2;
  return size;
}
