// How the check reads a problem: in instants and wall-clock minutes, apart from the search's own reading.
import type { Settings } from '../engine/settings';
import { type Instant, instant, MILLISECONDS_PER_MINUTE, parseInstant } from '../time/instant';
import type { Span } from '../time/span';
import { parseTimeOfDay } from '../time/wall-time';

export interface NamedSpan extends Span {
  readonly id: string;
  readonly title: string;
}

export function readSpan(start: string, end: string): Span {
  return { start: readInstant(start), end: readInstant(end) };
}

/** A fixed stretch as a plan shows it: started minutes count whole. */
export function wholeMinutes(span: Span): Span {
  return {
    start: instant(Math.floor(span.start / MILLISECONDS_PER_MINUTE) * MILLISECONDS_PER_MINUTE),
    end: instant(Math.ceil(span.end / MILLISECONDS_PER_MINUTE) * MILLISECONDS_PER_MINUTE),
  };
}

/** A stored instant; its schema has checked it, so anything else is a bug. */
export function readInstant(text: string): Instant {
  const at = parseInstant(text);
  if (at === null) throw new Error(`Not an instant: ${text}`);
  return at;
}

/** Per weekday (0 Monday) and minute of the day: 1 = working time. Overnight windows reach into the next weekday. */
export function workingMinutesOf(settings: Settings): Uint8Array[] {
  const week = Array.from({ length: 7 }, () => new Uint8Array(1440));
  for (const [weekday, windows] of Object.entries(settings.workingHours)) {
    const index = Number(weekday) - 1;
    for (const [from, to] of windows ?? []) {
      const start = parseTimeOfDay(from) ?? 0;
      const end = parseTimeOfDay(to) ?? 0;
      if (start < end) {
        week[index]!.fill(1, start, end);
      } else {
        week[index]!.fill(1, start);
        week[(index + 1) % 7]!.fill(1, 0, end);
      }
    }
  }
  return week;
}

export function byStart(a: Span, b: Span): number {
  return a.start - b.start || a.end - b.end;
}
