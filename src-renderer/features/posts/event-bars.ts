// The user's own events beside the posts: when someone must press "publish", a meeting matters.
import type { CalendarEvent } from '#shared/calendar/event';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { formatRange } from '../../ui/format-time';
import { shareOfWeek } from './week-lanes';

export interface EventBar {
  readonly key: string;
  /** "9:00 – 10:00 Budget workshop". */
  readonly words: string;
  readonly title: string;
  /** Shares of the week. */
  readonly from: number;
  readonly to: number;
}

/** Timed events within the week, by start; declined and all-day ones take no time. */
export function eventBars(events: readonly CalendarEvent[], zone: ZoneId, firstDay: Day): EventBar[] {
  return events
    .flatMap((event): EventBar[] => {
      const start = parseInstant(event.start);
      const end = parseInstant(event.end);
      if (event.allDay || event.declined || start === null || end === null) return [];
      const from = Math.max(0, shareOfWeek(zone, firstDay, start));
      const to = Math.min(1, shareOfWeek(zone, firstDay, end));
      if (to <= from) return [];
      return [
        { key: event.id, title: event.title, words: `${formatRange(zone, start, end)} ${event.title}`, from, to },
      ];
    })
    .sort((a, b) => a.from - b.from);
}
