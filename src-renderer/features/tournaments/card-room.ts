// A large board is seen through a window: the card beside what is carried stands where it can be read.
export interface Room {
  /** Pixels from the left of the rows: what is seen of them, without what the names of the courts cover. */
  readonly from: number;
  readonly to: number;
  /** Pixels above and below the row that are seen and belong to the board. */
  readonly above: number;
  readonly below: number;
}

export function roomAround(
  area: HTMLElement | null,
  scroller: HTMLElement | null,
  gutter: number,
  row: number,
  rowHeight: number,
): Room {
  const rows = area?.getBoundingClientRect();
  const seen = scroller?.getBoundingClientRect();
  if (!rows || !seen) return { from: 0, to: Number.POSITIVE_INFINITY, above: 0, below: Number.POSITIVE_INFINITY };
  const top = rows.top + row * rowHeight;
  return {
    from: seen.left + gutter - rows.left,
    to: Math.min(seen.right, rows.right) - rows.left,
    above: top - Math.max(0, rows.top),
    below: Math.min(window.innerHeight, seen.bottom) - top - rowHeight,
  };
}
