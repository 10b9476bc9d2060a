// When a number of equal matches can be over, if nothing but courts (or umpires) and their hours limits them: the ground of every bound.
import type { SpanSet } from '../../time/span-set';

/** The ends of the first `count` matches on one court from `from` on, back to back with `pause` between them. */
export function endsOnOneCourt(open: SpanSet, from: number, length: number, pause: number, count: number): number[] {
  const ends: number[] = [];
  let at = from;
  for (const span of open) {
    at = Math.max(at, span.start);
    while (at + length <= span.end && ends.length < count) {
      ends.push(at + length);
      at += length + pause;
    }
    if (ends.length >= count) break;
  }
  return ends;
}

/** When `count` matches can be over at the earliest on all courts; Infinity when they never can. */
export function earliestEnd(
  courts: readonly SpanSet[],
  from: number,
  length: number,
  pause: number,
  count: number,
): number {
  if (count === 0) return from;
  const ends = courts
    .flatMap((open) => endsOnOneCourt(open, from, length, pause, count))
    .sort((one, other) => one - other);
  return ends[count - 1] ?? Number.POSITIVE_INFINITY;
}
