import { groupBy } from '#shared/base/group-by';
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
  const range = [{ start: from, end: to }];
  return new Map(
    [...groupBy(events.flatMap(takenBy), ({ calendarId }) => calendarId)].map(([calendar, taken]) => [
      calendar,
      intersectSpans(mergeSpans(taken), range).reduce((sum, span) => sum + spanMinutes(span), 0),
    ]),
  );
}

function takenBy({
  calendarId,
  start: from,
  end: to,
  allDay,
  declined,
}: CalendarEvent): (Span & Pick<CalendarEvent, 'calendarId'>)[] {
  const [start, end] = [parseInstant(from), parseInstant(to)];
  return allDay || declined || start === null || end === null || end <= start ? [] : [{ calendarId, start, end }];
}
