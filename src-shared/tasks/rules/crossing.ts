import { firstIndex } from '../../base/first-index';
import { MILLISECONDS_PER_MINUTE, minutesBetween } from '../../time/instant';
import type { Span } from '../../time/span';

/** Calls `visit` for every pair whose distance is under `withinMinutes`; 0 = only overlapping ones. Both sorted by start. Near-linear for plans without crowding. */
export function crossings<A extends Span, B extends Span>(
  some: readonly A[],
  others: readonly B[],
  withinMinutes: number,
  visit: (a: A, b: B) => void,
): void {
  const margin = withinMinutes * MILLISECONDS_PER_MINUTE;
  // The longest of the others bounds how far back a start may lie and still reach in.
  let longest = 0;
  for (const other of others) longest = Math.max(longest, other.end - other.start);
  for (const a of some) {
    if (a.start >= a.end) continue;
    for (let index = firstAfter(others, a.start - margin - longest); index < others.length; index += 1) {
      const b = others[index]!;
      if (b.start >= a.end + margin) break;
      if (b.start < b.end && a.start < b.end + margin) visit(a, b);
    }
  }
}

/** Minutes between two spans; 0 when they touch or overlap. */
export function minutesApart(a: Span, b: Span): number {
  return Math.max(0, a.start >= b.end ? minutesBetween(b.end, a.start) : minutesBetween(a.end, b.start));
}

function firstAfter(list: readonly Span[], start: number): number {
  return firstIndex(list.length, (index) => list[index]!.start >= start);
}
