// The free-time index: built once from working windows and busy time, read by every search, never changed.
// What is placed later lies on top of it (the board of the task search), so the index can be cached by calendar revision.
import { type MinuteSpan, mergeMinutes, subtractMinutes } from './epoch-minute';

/**
 * Free runs, sorted by start, as parallel arrays: plain data that a job can carry.
 * `raw` is the free stretch itself; `usable` is what is left of it when the buffer to busy neighbours is kept, also to neighbours outside the window.
 */
export interface FreeTime {
  readonly rawStart: Int32Array;
  readonly rawEnd: Int32Array;
  readonly usableStart: Int32Array;
  readonly usableEnd: Int32Array;
}

/** `windows` merged; `busy` in any order, overlapping or not. Runs with no usable minute are left out. O(n log n). */
export function freeTimeOf(
  windows: readonly MinuteSpan[],
  busy: readonly MinuteSpan[],
  bufferMinutes: number,
): FreeTime {
  const taken = mergeMinutes(busy);
  const runs = subtractMinutes(windows, taken);
  const rows: [number, number, number, number][] = [];
  let next = 0;
  let previousRunEnd = Number.NEGATIVE_INFINITY;
  for (const run of runs) {
    while (next < taken.length && taken[next]!.start < run.end) next += 1;
    const before = next > 0 ? taken[next - 1]!.end : Number.NEGATIVE_INFINITY;
    const after = next < taken.length ? taken[next]!.start : Number.POSITIVE_INFINITY;
    // Two windows closer than the buffer: the later one starts late enough for both to be filled independently.
    const apart = run.start - previousRunEnd < bufferMinutes ? previousRunEnd + bufferMinutes : run.start;
    const start = Math.max(run.start, before + bufferMinutes, apart);
    const end = Math.min(run.end, after - bufferMinutes);
    previousRunEnd = run.end;
    if (start < end) rows.push([run.start, run.end, start, end]);
  }
  return {
    rawStart: Int32Array.from(rows, (row) => row[0]),
    rawEnd: Int32Array.from(rows, (row) => row[1]),
    usableStart: Int32Array.from(rows, (row) => row[2]),
    usableEnd: Int32Array.from(rows, (row) => row[3]),
  };
}

/** The runs `from` up to, not including, `to`, as an index of their own. */
export function sliceFreeTime(free: FreeTime, from: number, to: number): FreeTime {
  return {
    rawStart: free.rawStart.slice(from, to),
    rawEnd: free.rawEnd.slice(from, to),
    usableStart: free.usableStart.slice(from, to),
    usableEnd: free.usableEnd.slice(from, to),
  };
}

/** The first run that ends after `minute`; the number of runs when there is none. O(log n). */
export function firstRunEndingAfter(free: FreeTime, minute: number): number {
  let low = 0;
  let high = free.usableEnd.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (free.usableEnd[middle]! > minute) high = middle;
    else low = middle + 1;
  }
  return low;
}
