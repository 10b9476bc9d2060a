// Who stands beside whom where blocks overlap. Blocks that touch each other through a chain of overlaps share one
// number of columns, so that no two of them ever cover each other; a block widens over columns that stay free beside it.
// @mantine/schedule divides the width per block instead, which lets the ends of a chain cover its middle.

interface Timed {
  readonly startMinute: number;
  readonly endMinute: number;
}

/** Share of the day's width, both 0 to 1. */
export interface ColumnShare {
  readonly left: number;
  readonly width: number;
}

/** A share for each block, in the order given. O(n log n + overlaps). */
export function sideBySide(blocks: readonly Timed[]): ColumnShare[] {
  const order = blocks
    .map((_, index) => index)
    .sort(
      (a, b) => blocks[a]!.startMinute - blocks[b]!.startMinute || blocks[b]!.endMinute - blocks[a]!.endMinute || a - b,
    );
  const shares: ColumnShare[] = blocks.map(() => ({ left: 0, width: 1 }));
  let chain: number[] = [];
  let chainEnd = -1;
  for (const index of order) {
    const block = blocks[index]!;
    if (chain.length > 0 && block.startMinute >= chainEnd) {
      divide(blocks, chain, shares);
      chain = [];
    }
    chain.push(index);
    chainEnd = Math.max(chainEnd, block.endMinute);
  }
  divide(blocks, chain, shares);
  return shares;
}

function divide(blocks: readonly Timed[], chain: readonly number[], shares: ColumnShare[]): void {
  if (chain.length < 2) return;
  const columns: number[][] = [];
  const columnOf = new Map<number, number>();
  for (const index of chain) {
    let column = columns.findIndex((taken) => blocks[taken.at(-1)!]!.endMinute <= blocks[index]!.startMinute);
    if (column === -1) column = columns.push([]) - 1;
    columns[column]!.push(index);
    columnOf.set(index, column);
  }
  for (const index of chain) {
    const column = columnOf.get(index)!;
    let end = column + 1;
    while (end < columns.length && !columns[end]!.some((other) => meet(blocks[index]!, blocks[other]!))) end += 1;
    shares[index] = { left: column / columns.length, width: (end - column) / columns.length };
  }
}

function meet(a: Timed, b: Timed): boolean {
  return a.startMinute < b.endMinute && b.startMinute < a.endMinute;
}
