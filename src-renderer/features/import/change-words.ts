// A change as the cells of the table: when, what becomes what, and in which respect.
import type { CalendarEvent } from '#shared/calendar/event';
import type { ImportedOccurrence } from '#shared/calendar/imported';
import { wholeItem } from '#shared/calendar/item-parts';
import { type Day, parseDay, plusDays } from '#shared/time/day';
import { type Instant, minutesBetween, parseInstant } from '#shared/time/instant';
import { dayAt, type ZoneId } from '#shared/time/zone';
import type { ImportChange } from '../../state/import-diff';
import { formatDate, formatDayShort, formatDuration, formatRange, formatTime } from '../../ui';
import { repeatEnd, repeatRuleOf, repeatWords } from './recurrence-words';

type Occurrence = ImportedOccurrence | CalendarEvent;

export interface ChangeWords {
  readonly day: string;
  /** What is stored; null when the change has no two sides. */
  readonly from: string | null;
  readonly to: string;
  readonly detail: string;
}

export interface Moment {
  readonly zone: ZoneId;
  readonly now: Instant;
}

export function changeWords({ after, ...rest }: ImportChange, at: Moment): ChangeWords {
  const change = { ...rest, after: after && wholeItem(after) };
  if (change.kind === 'updated') return updateWords(change, at);
  const shown = nextOf(change.after?.occurrences ?? change.before?.events ?? [], at.now);
  return {
    day: dayWords(change, shown, at),
    from: null,
    to: shown ? timeWords(shown, at) : farWords(change, at),
    detail: change.kind === 'removed' ? 'Not in the file' : (shown?.location ?? ''),
  };
}

function updateWords(change: ImportChange, at: Moment): ChangeWords {
  const stored = change.before?.events ?? [];
  const read = change.after?.occurrences ?? [];
  const [before, after] = firstDifferent(stored, read, at);
  const day = dayWords(change, after ?? before, at);
  const said = (from: string | null, to: string, detail: string): ChangeWords => ({ day, from, to, detail });

  const oldRule = repeatRuleOf(change.before?.item.ics ?? '');
  const newRule = repeatRuleOf(change.after?.ics ?? '');
  const [oldEnd, newEnd] = [oldRule && repeatEnd(oldRule), newRule && repeatEnd(newRule)];
  if (oldRule && newRule && oldEnd !== newEnd) return said(untilWords(oldEnd), untilWords(newEnd), 'Series end');
  if (before && after) {
    const place = [before.location ?? '', after.location ?? ''] as const;
    if (before.allDay !== after.allDay) return said(timeWords(before, at), timeWords(after, at), 'All day');
    const [oldDay, newDay] = [dayOf(before, at.zone), dayOf(after, at.zone)];
    if (oldDay !== newDay) return said(formatDayShort(oldDay), formatDayShort(newDay), 'Day');
    const [oldStart, newStart] = [start(before), start(after)];
    if (!after.allDay && oldStart !== newStart) {
      return said(formatTime(at.zone, oldStart), formatTime(at.zone, newStart), 'Start time');
    }
    const [oldLength, newLength] = [lengthOf(before), lengthOf(after)];
    if (oldLength !== newLength) return said(formatDuration(oldLength), formatDuration(newLength), 'Length');
    if (before.title !== after.title) return said(before.title, after.title, 'Name');
    if (place[0] !== place[1]) return said(place[0] || 'No place', place[1] || 'No place', 'Place');
    if (before.busy !== after.busy) return said(busyWords(before), busyWords(after), 'Availability');
  }
  const [oldTitle, newTitle] = [change.before?.item.title ?? '', change.after?.title ?? ''];
  if (oldTitle !== newTitle) return said(oldTitle, newTitle, 'Name');
  const [oldWords, newWords] = [oldRule && repeatWords(oldRule), newRule && repeatWords(newRule)];
  if (oldWords !== newWords) return said(oldWords ?? 'Once', newWords ?? 'Once', 'Repeats');
  if (stored.length !== read.length) return said(`${stored.length} dates`, `${read.length} dates`, 'Dates');
  return said(null, after ? timeWords(after, at) : farWords(change, at), 'Details');
}

/** The first upcoming occurrence that differs between what is stored and the file; else the next of each. */
function firstDifferent(
  stored: readonly Occurrence[],
  read: readonly Occurrence[],
  at: Moment,
): readonly [Occurrence | undefined, Occurrence | undefined] {
  const byId = new Map(stored.map((occurrence) => [occurrence.recurrenceId ?? '', occurrence]));
  for (const after of read) {
    const before = byId.get(after.recurrenceId ?? '');
    if (before && end(after) > at.now && !same(before, after)) return [before, after];
  }
  return [nextOf(stored, at.now), nextOf(read, at.now)];
}

function same(a: Occurrence, b: Occurrence): boolean {
  return (
    start(a) === start(b) &&
    end(a) === end(b) &&
    a.title === b.title &&
    (a.location ?? '') === (b.location ?? '') &&
    a.allDay === b.allDay &&
    a.busy === b.busy
  );
}

/** The first that is not over; else the last. */
function nextOf(occurrences: readonly Occurrence[], now: Instant): Occurrence | undefined {
  return occurrences.find((occurrence) => end(occurrence) > now) ?? occurrences.at(-1);
}

function dayWords(change: ImportChange, shown: Occurrence | undefined, at: Moment): string {
  const source = change.after ?? change.before?.item;
  const rule = source?.recurring ? repeatRuleOf(source.ics) : null;
  if (rule) return repeatWords(rule);
  const written = source ? startDayWritten(source.ics) : null;
  if (!shown) return written ? withYear(formatDayShort(written), written, at) : '';
  const first = dayOf(shown, at.zone);
  const last = shown.allDay && shown.endDay ? (plusDays(shown.endDay, -1) as Day) : first;
  return withYear(last > first ? `${formatDate(first)} – ${formatDate(last)}` : formatDayShort(first), first, at);
}

/** The year stands only where it is not the present one. */
function withYear(words: string, day: Day, at: Moment): string {
  const year = day.slice(0, 4);
  return year === dayAt(at.zone, at.now).slice(0, 4) ? words : `${words} ${year}`;
}

/** An event so far from now that none of its occurrences is stored. */
function farWords(change: ImportChange, at: Moment): string {
  const written = startDayWritten((change.after ?? change.before?.item)?.ics ?? '');
  return written && written > dayAt(at.zone, at.now) ? 'Later' : 'Past';
}

/** The first day of the first event of a calendar text, as it is written there. */
function startDayWritten(ics: string): Day | null {
  const match = /BEGIN:VEVENT[\s\S]*?^DTSTART[^:\r\n]*:(\d{4})(\d{2})(\d{2})/m.exec(ics);
  return match ? parseDay(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

function timeWords(occurrence: Occurrence, at: Moment): string {
  if (occurrence.allDay) return 'All day';
  if (start(occurrence) === end(occurrence)) return formatTime(at.zone, start(occurrence));
  return formatRange(at.zone, start(occurrence), end(occurrence));
}

function untilWords(day: string | null): string {
  const parsed = day === null ? null : parseDay(day);
  return parsed ? `Until ${formatDate(parsed)}` : 'No end';
}

function busyWords(occurrence: Occurrence): string {
  return occurrence.busy ? 'Busy' : 'Free';
}

function dayOf(occurrence: Occurrence, zone: ZoneId): Day {
  return occurrence.allDay && occurrence.startDay ? occurrence.startDay : dayAt(zone, start(occurrence));
}

function lengthOf(occurrence: Occurrence): number {
  return minutesBetween(start(occurrence), end(occurrence));
}

/** The texts were checked when they crossed the border. */
function start(occurrence: Occurrence): Instant {
  return parseInstant(occurrence.start)!;
}

function end(occurrence: Occurrence): Instant {
  return parseInstant(occurrence.end)!;
}
