import { by, inOrder } from '../base/ordering';
import type { Instant } from './instant';
import type { Span } from './span';

/** Sorted by start, disjoint, none touching, none empty. Made by `mergeSpans` only. */
export type SpanSet = readonly Span[];

/** Joins overlapping and touching spans; drops empty ones. O(n log n). */
export function mergeSpans(spans: Iterable<Span>): SpanSet {
  const sorted = [...spans]
    .filter((span) => span.start < span.end)
    .sort(
      inOrder(
        by((x) => x.start),
        by((x) => x.end),
      ),
    );
  const merged: { start: Instant; end: Instant }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      if (span.end > last.end) last.end = span.end;
    } else {
      merged.push({ start: span.start, end: span.end });
    }
  }
  return merged;
}

/** What is in `from` but not in `taken`. Both must be span sets. O(n + m). */
export function subtractSpans(from: SpanSet, taken: SpanSet): SpanSet {
  const rest: Span[] = [];
  let index = 0;
  for (const span of from) {
    let start = span.start;
    while (index < taken.length && taken[index]!.end <= start) index += 1;
    for (let at = index; at < taken.length && taken[at]!.start < span.end; at += 1) {
      const busy = taken[at]!;
      if (busy.start > start) rest.push({ start, end: busy.start });
      if (busy.end > start) start = busy.end;
    }
    if (start < span.end) rest.push({ start, end: span.end });
  }
  return rest;
}

/** What both sets hold. O(n + m). */
export function intersectSpans(a: SpanSet, b: SpanSet): SpanSet {
  const both: Span[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const start = Math.max(a[i]!.start, b[j]!.start) as Instant;
    const end = Math.min(a[i]!.end, b[j]!.end) as Instant;
    if (start < end) both.push({ start, end });
    if (a[i]!.end < b[j]!.end) i += 1;
    else j += 1;
  }
  return both;
}
