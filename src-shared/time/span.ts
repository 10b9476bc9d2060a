import { type Instant, minutesBetween } from './instant';

/** A half-open stretch of time: `start` inclusive, `end` exclusive, `start <= end`. */
export interface Span {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * The one overlap test of the house. Half-open: spans that touch do not overlap.
 * A zero-length span overlaps nothing, not even a span around it.
 */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end && a.start < a.end && b.start < b.end;
}

/** Minutes that both spans share; 0 when they do not overlap. */
export function overlapMinutes(a: Span, b: Span): number {
  return overlaps(a, b) ? minutesBetween(Math.max(a.start, b.start) as Instant, Math.min(a.end, b.end) as Instant) : 0;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function spanMinutes(span: Span): number {
  return minutesBetween(span.start, span.end);
}
