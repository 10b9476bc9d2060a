// From a point on the grid to a time, and from wall minutes to instants. Points and minutes are those of a 24-hour grid day;
// an hour that the clock skips leads to the moment after it, one that it repeats to its first reading.
import { type Day, plusDays } from '#shared/time/day';
import { type Instant, type Minutes, minutesBetween, plusMinutes } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { dayAt, instantAtMinute, minuteOfDayAt, type ZoneId } from '#shared/time/zone';

/** The part of the page that shows the days' hours, in the same coordinates as the pointer. */
export interface GridArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Of 24 hours. */
  readonly height: number;
}

export interface GridPoint {
  /** Index of the day in view, 0 to `dayCount - 1`. */
  readonly column: number;
  /** Minutes after midnight, not snapped; below 0 above the grid, above 1440 below it. */
  readonly minute: number;
}

/** Points beside the grid count for the nearest day. */
export function gridPoint(area: GridArea, dayCount: number, x: number, y: number): GridPoint {
  const column = Math.floor(((x - area.left) / area.width) * dayCount);
  return {
    column: Math.min(dayCount - 1, Math.max(0, column)),
    minute: ((y - area.top) / area.height) * 1440,
  };
}

/** The nearest multiple of `step` at which something of `length` minutes still begins and ends within the day. */
export function snapStart(minute: number, step: Minutes, length: Minutes): Minutes {
  const latest = Math.max(0, Math.floor((1440 - Math.min(length, 1440)) / step) * step);
  return Math.min(latest, Math.max(0, Math.round(minute / step) * step));
}

/** A resized edge: a multiple of `step`, at least one step away from the edge that stays. */
export function snapEdge(minute: number, step: Minutes, fixedMinute: Minutes, edge: 'start' | 'end'): Minutes {
  const snapped = Math.round(minute / step) * step;
  return edge === 'end'
    ? Math.min(1440, Math.max(fixedMinute + step, snapped))
    : Math.max(0, Math.min(fixedMinute - step, snapped));
}

/** What lies at `minute` of a day and keeps its real length. */
export function spanAtMinute(zone: ZoneId, day: Day, minute: Minutes, lengthMinutes: Minutes): Span {
  const start = instantAtMinute(zone, day, minute);
  return { start, end: plusMinutes(start, lengthMinutes) };
}

/** Later by minutes of real time, so that back and forth across a clock change returns to the same moment. */
export function laterByMinutes(span: Span, minutes: Minutes): Span {
  return { start: plusMinutes(span.start, minutes), end: plusMinutes(span.end, minutes) };
}

/** The same time of day, days later, with the same real length. */
export function laterByDays(zone: ZoneId, span: Span, days: number): Span {
  const day = plusDays(dayAt(zone, span.start), days);
  return spanAtMinute(zone, day, minuteOfDayAt(zone, span.start), minutesBetween(span.start, span.end));
}

/** A block with its start or end edge put to a wall minute of its day; the other edge stays to the millisecond. */
export function withEdge(zone: ZoneId, span: Span, day: Day, edge: 'start' | 'end', minute: Minutes): Span {
  const moved: Instant = instantAtMinute(zone, day, minute);
  return edge === 'end' ? { start: span.start, end: moved } : { start: moved, end: span.end };
}
