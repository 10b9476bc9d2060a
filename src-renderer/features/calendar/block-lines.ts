// How many lines of text a block has room for, by its length and the height of an hour.

export interface BlockLines {
  /** Lines the title may take; the rest is cut with an ellipsis. */
  readonly title: number;
  /** What stands under it: nothing, the start (with the place), the range, or range and place on two lines. */
  readonly meta: 'none' | 'start' | 'range' | 'rangeAndPlace';
  /** Too low for the usual type: smaller and without padding. */
  readonly tiny: boolean;
}

const LINE_PIXELS = 14;
const PADDING_PIXELS = 8;

/** @param minutes length of the block, above 0. @param hourPixels height of an hour. */
export function blockLines(minutes: number, hourPixels: number, hasPlace: boolean): BlockLines {
  const height = (minutes / 60) * hourPixels;
  const lines = Math.floor((height - PADDING_PIXELS) / LINE_PIXELS);
  if (lines <= 1) return { title: 1, meta: 'none', tiny: height < LINE_PIXELS + PADDING_PIXELS };
  if (minutes < 75) return { title: lines - 1, meta: 'start', tiny: false };
  if (hasPlace && lines >= 4) return { title: Math.min(3, lines - 2), meta: 'rangeAndPlace', tiny: false };
  return { title: Math.min(3, lines - 1), meta: 'range', tiny: false };
}
