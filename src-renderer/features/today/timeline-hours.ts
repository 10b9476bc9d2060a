// The hours the timeline shows: whole hours around the day's blocks, at least 7:00 to 21:00. Counted in elapsed time, so
// that a day of 23 or 25 hours keeps blocks and lines together.

import type { Day } from '#shared/time/day';
import { type Instant, MILLISECONDS_PER_MINUTE, type Minutes } from '#shared/time/instant';
import { instantAtMinute, type ZoneId } from '#shared/time/zone';
import type { DayAgenda } from './day-agenda';

const HOUR = 60 * MILLISECONDS_PER_MINUTE;
const FIRST_HOUR: Minutes = 7 * 60;
const LAST_HOUR: Minutes = 21 * 60;

export interface TimelineHours {
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
  /** Each full hour from start to end. */
  readonly lines: readonly Instant[];
}

/** `include` (such as now) is always in view when it lies in the day. */
export function timelineHours(agenda: DayAgenda, zone: ZoneId, day: Day, include: Instant | null): TimelineHours {
  let start: number = instantAtMinute(zone, day, FIRST_HOUR);
  let end: number = instantAtMinute(zone, day, LAST_HOUR);
  const reach = (from: number, to: number) => {
    start = Math.min(start, from);
    end = Math.max(end, to);
  };
  for (const block of agenda.blocks) reach(block.start, block.end);
  if (include !== null && include >= agenda.span.start && include < agenda.span.end) reach(include, include);
  // Back to whole hours, and never out of the day.
  const origin = agenda.span.start;
  const first = origin + Math.floor((Math.max(start, origin) - origin) / HOUR) * HOUR;
  const last = Math.min(agenda.span.end, origin + Math.ceil((Math.min(end, agenda.span.end) - origin) / HOUR) * HOUR);
  const lines: Instant[] = [];
  for (let at = first; at <= last; at += HOUR) lines.push(at as Instant);
  return { start: first as Instant, end: last as Instant, lines };
}
