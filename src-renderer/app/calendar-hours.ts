import type { CalendarEvent } from '#shared/calendar/event';
import { type Instant, type Minutes, parseInstant } from '#shared/time/instant';
import { type Span, spanMinutes } from '#shared/time/span';
import { intersectSpans, mergeSpans } from '#shared/time/span-set';

/** Minutes that each calendar's timed events take of [from, to). What overlaps counts once, what was declined not at all. */
export function minutesByCalendar(
  events: readonly CalendarEvent[],
  from: Instant,
  to: Instant,
): ReadonlyMap<string, Minutes> {
  const spans = new Map<string, Span[]>();
  for (const event of events) {
    const [start, end] = [parseInstant(event.start), parseInstant(event.end)];
    if (event.allDay || event.declined || start === null || end === null || end <= start) continue;
    spans.set(event.calendarId, [...(spans.get(event.calendarId) ?? []), { start, end }]);
  }
  const range = [{ start: from, end: to }];
  return new Map(
    [...spans].map(([calendar, taken]) => [
      calendar,
      intersectSpans(mergeSpans(taken), range).reduce((sum, span) => sum + spanMinutes(span), 0),
    ]),
  );
}
