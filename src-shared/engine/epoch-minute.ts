// Planning computes in whole minutes: they fit typed arrays and add without rounding. Milliseconds stay at the borders.
import { formatInstant, type Instant, instant, MILLISECONDS_PER_MINUTE, parseInstant } from '../time/instant';

/** Whole minutes since 1970-01-01T00:00Z. About 30 million today: fits an Int32. */
export type EpochMinute = number;

/** A half-open stretch in epoch minutes. */
export interface MinuteSpan {
  readonly start: EpochMinute;
  readonly end: EpochMinute;
}

/** The minute an instant lies in. */
export function minuteFloor(at: Instant): EpochMinute {
  return Math.floor(at / MILLISECONDS_PER_MINUTE);
}

/** The first minute that starts at or after an instant. */
export function minuteCeil(at: Instant): EpochMinute {
  return Math.ceil(at / MILLISECONDS_PER_MINUTE);
}

export function instantOfMinute(minute: EpochMinute): Instant {
  return instant(minute * MILLISECONDS_PER_MINUTE);
}

/** ISO text of a minute, for placements. */
export function isoOfMinute(minute: EpochMinute): string {
  return formatInstant(instantOfMinute(minute));
}

/** Reads a stored instant that its schema has already checked. An unreadable one is a bug, not an input error. */
export function storedInstant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === null) throw new Error(`Not an instant: ${text}`);
  return parsed;
}

/** A stored span widened to whole minutes, so that nothing is ever placed into a started minute. */
export function outerMinutes(start: string, end: string): MinuteSpan {
  return { start: minuteFloor(storedInstant(start)), end: minuteCeil(storedInstant(end)) };
}

/** Joins overlapping and touching spans and drops empty ones. O(n log n). */
export function mergeMinutes(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const sorted = spans.filter((span) => span.start < span.end).sort((a, b) => a.start - b.start || a.end - b.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ start: span.start, end: span.end });
  }
  return merged;
}

/** What is in `from` but not in `taken`; both merged. O(n + m). */
export function subtractMinutes(from: readonly MinuteSpan[], taken: readonly MinuteSpan[]): MinuteSpan[] {
  const rest: MinuteSpan[] = [];
  let index = 0;
  for (const span of from) {
    let start = span.start;
    while (index < taken.length && taken[index]!.end <= start) index += 1;
    for (let at = index; at < taken.length && taken[at]!.start < span.end; at += 1) {
      if (taken[at]!.start > start) rest.push({ start, end: taken[at]!.start });
      start = Math.max(start, taken[at]!.end);
    }
    if (start < span.end) rest.push({ start, end: span.end });
  }
  return rest;
}

export function clipMinutes(spans: readonly MinuteSpan[], to: MinuteSpan): MinuteSpan[] {
  const clipped: MinuteSpan[] = [];
  for (const span of spans) {
    const start = Math.max(span.start, to.start);
    const end = Math.min(span.end, to.end);
    if (start < end) clipped.push({ start, end });
  }
  return clipped;
}

export function totalMinutes(spans: readonly MinuteSpan[]): number {
  let total = 0;
  for (const span of spans) total += span.end - span.start;
  return total;
}
