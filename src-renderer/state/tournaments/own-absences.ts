// The organiser has a life: blocking events of the own calendars are times at which "me" neither plays nor umpires, when that is wanted.
import { blocksTime } from '#shared/calendar/blocking';
import type { CalendarEvent } from '#shared/calendar/event';
import { type Instant, parseInstant, plusMinutes } from '#shared/time/instant';
import { instantOfWallTime, wallTimeAt } from '#shared/time/zone';
import { startOf } from '#shared/tournaments/start-time';
import { eventsBetween } from '../events';
import { type StoredTournament, workspaceNow } from '../workspace';

/** A tournament that says no hours is looked at this long. */
const DAYS_WITHOUT_HOURS = 7;

/** The document with the absences of "me" renewed from the calendar; the same document when nothing changes. */
export async function withOwnAbsences(document: StoredTournament): Promise<StoredTournament> {
  const kept = document.absences.filter(({ fromCalendar }) => fromCalendar !== true);
  const wanted = document.avoidOwnEvents && document.me.length > 0;
  if (!wanted) return kept.length === document.absences.length ? document : { ...document, absences: kept };
  const span = playSpan(document);
  const { calendars, settings } = workspaceNow();
  const calendarOf = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  const busy = (await eventsBetween(span.from, span.to)).filter((event) => {
    const calendar = calendarOf.get(event.calendarId);
    return calendar !== undefined && blocksTime(event, calendar, settings);
  });
  const own = document.me.flatMap((who) => busy.flatMap((event) => absenceFor(document, who, event)));
  return { ...document, absences: [...kept, ...own] };
}

/** From the start to the end of the last day of play. */
export function playSpan(document: StoredTournament): { readonly from: Instant; readonly to: Instant } {
  const from = startOf(document);
  const ends = document.days.map(({ to }) => instantOfWallTime(document.timeZone, to) as number);
  const to = ends.length > 0 ? Math.max(...ends) : plusMinutes(from, DAYS_WITHOUT_HOURS * 1_440);
  return { from, to: Math.max(to, from) as Instant };
}

/** To whole minutes, outwards: wall times have no seconds. */
function absenceFor(document: StoredTournament, who: string, event: CalendarEvent): StoredTournament['absences'] {
  const zone = document.timeZone;
  const start = parseInstant(event.start)!;
  const end = (Math.ceil(parseInstant(event.end)! / 60_000) * 60_000) as Instant;
  const [from, to] = [wallTimeAt(zone, start), wallTimeAt(zone, end)];
  return from < to ? [{ who, from, to, fromCalendar: true }] : [];
}
