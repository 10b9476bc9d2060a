// The plan as an .ics text that Google, Outlook and Apple import. Every entry keeps its UID, so that a second import updates it.
import { by, inOrder } from '../base/ordering';
import type { Placement } from '../engine/plan';
import { daysFromCivil } from '../time/civil';
import { dayNumber } from '../time/day';
import { type Instant, instant, parseInstant } from '../time/instant';
import { localMilliseconds, type ZoneId } from '../time/zone';
import type { CalendarEvent } from './event';
import { escapeText, foldLine } from './writing/content-writer';
import { dateText, localText, yearsAround, zoneLines } from './writing/zone-writer';

const DAY = 86_400_000;

export interface CalendarToWrite {
  readonly entries: readonly { readonly placement: Placement; readonly title: string }[];
  readonly events: readonly CalendarEvent[];
  /** The zone whose wall times are written. */
  readonly zone: ZoneId;
  /** ISO instant; stamps the export. */
  readonly now: string;
}

/** One VEVENT to be, from a placement or an event. */
interface Entry {
  readonly uid: string;
  readonly title: string;
  readonly start: Instant;
  readonly end: Instant;
  /** All-day: local midnights of the first day and of the day after the last; null for a timed entry. */
  readonly days: { readonly from: number; readonly to: number } | null;
  readonly location: string;
  readonly category: string;
  readonly busy: boolean;
  readonly tentative: boolean;
}

/** The text of the calendar, sorted by start: equal input gives equal output. Entries whose times are no instants are left out. */
export function writeCalendar({ entries, events, zone, now }: CalendarToWrite): string {
  const stamp = parseInstant(now) ?? (0 as Instant);
  const all = [
    ...entries.map(({ placement, title }) => entryOfPlacement(placement, title)),
    ...events.map(entryOfEvent),
  ]
    .filter((entry) => entry !== null)
    .sort(
      inOrder(
        by((entry) => entry.start),
        by((entry) => entry.uid),
      ),
    );
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Daywright//Plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'X-WR-CALNAME:Daywright',
    `X-WR-TIMEZONE:${zone}`,
  ];
  const timed = all.filter((entry) => entry.days === null);
  const usesZone = timed.length > 0 && !isUtc(zone);
  if (usesZone) {
    const first = timed[0]!.start;
    const last = timed.reduce((latest, entry) => Math.max(latest, entry.end), first as number) as Instant;
    const range = yearsAround(first, last, (year) => daysFromCivil(year, 1, 1) * DAY);
    lines.push(...zoneLines(zone, range.from, range.to));
  }
  for (const entry of all) lines.push(...eventLines(entry, zone, stamp));
  lines.push('END:VCALENDAR');
  return lines.map(foldLine).join('');
}

function isUtc(zone: ZoneId): boolean {
  return /^(?:etc\/)?(?:utc|gmt)$/i.test(zone);
}

/** Task, habit day and piece of a split task keep their UID whatever their time. */
function entryOfPlacement(placement: Placement, title: string): Entry | null {
  const { kind, id, day, chunk } = placement;
  const parts = [kind, id, ...(day ? [day] : []), ...(chunk ? [String(chunk.index)] : [])];
  const start = parseInstant(placement.start);
  const end = parseInstant(placement.end);
  if (start === null || end === null) return null;
  return {
    uid: `${parts.join('-')}@daywright`,
    title,
    start,
    end,
    days: null,
    location: '',
    category: kind,
    busy: true,
    tentative: false,
  };
}

/** An occurrence of a series becomes an event of its own: its UID is joined with the occurrence it is. */
function entryOfEvent(event: CalendarEvent): Entry | null {
  const start = parseInstant(event.start);
  const end = parseInstant(event.end);
  if (start === null || end === null) return null;
  const days =
    event.allDay && event.startDay && event.endDay
      ? { from: dayNumber(event.startDay) * DAY, to: dayNumber(event.endDay) * DAY }
      : null;
  return {
    uid: event.recurrenceId === undefined ? event.uid || event.id : `${event.uid}-${event.recurrenceId}`,
    title: event.title,
    start,
    end,
    days,
    location: event.location ?? '',
    category: 'event',
    busy: event.busy,
    tentative: event.tentative ?? false,
  };
}

function eventLines(entry: Entry, zone: ZoneId, stamp: Instant): string[] {
  const stampText = `${localText(stamp)}Z`;
  const [start, end] = entry.days
    ? [`;VALUE=DATE:${dateText(entry.days.from)}`, `;VALUE=DATE:${dateText(entry.days.to)}`]
    : [timeText(entry.start, zone), timeText(entry.end, zone)];
  const busyStatus = !entry.busy ? 'FREE' : entry.tentative ? 'TENTATIVE' : 'BUSY';
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${stampText}`,
    `LAST-MODIFIED:${stampText}`,
    // Minutes since 1970: a later export is a newer version to every program that compares.
    `SEQUENCE:${Math.floor(stamp / 60_000)}`,
    `DTSTART${start}`,
    `DTEND${end}`,
    `SUMMARY:${escapeText(entry.title)}`,
    ...(entry.location === '' ? [] : [`LOCATION:${escapeText(entry.location)}`]),
    `CATEGORIES:${entry.category.toUpperCase()}`,
    `STATUS:${entry.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    `TRANSP:${entry.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    `X-MICROSOFT-CDO-BUSYSTATUS:${busyStatus}`,
    'END:VEVENT',
  ];
}

/** Wall time in the zone; UTC in an overlap, whose hours programs read as the first or the second. */
function timeText(at: Instant, zone: ZoneId): string {
  if (isUtc(zone)) return `:${localText(at)}Z`;
  const local = localMilliseconds(zone, at);
  const readings = [at - DAY, at + DAY].map((near) => local - (localMilliseconds(zone, instant(near)) - near));
  const isOverlap = readings.some((other) => other !== at && localMilliseconds(zone, instant(other)) === local);
  return isOverlap ? `:${localText(at)}Z` : `;TZID=${zone}:${localText(local)}`;
}
