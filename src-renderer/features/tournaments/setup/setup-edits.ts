// What the set-up changes, worked out without the screen: hours by day, a start that takes everything with it, entries as they are typed.
import { type Day, daysBetween, parseDay, plusDays } from '#shared/time/day';
import { formatTimeOfDay, parseWallTime, type WallTime, wallTime } from '#shared/time/wall-time';
import type { Participant, TournamentDocument, WallSpan } from '#shared/tournaments/document';
import { type EntriesRead, readEntries } from '#shared/tournaments/entries/read-entries';

/** Minutes after midnight. */
export interface Hours {
  readonly from: number;
  readonly to: number;
}

/** The day of the first match. */
export function startDay(document: Pick<TournamentDocument, 'start'>): Day {
  return parseDay(document.start.slice(0, 10))!;
}

/** Minutes after midnight of the first match; a date alone means nine. */
export function startMinutes(document: Pick<TournamentDocument, 'start'>): number {
  return parseWallTime(document.start) === null ? 540 : minutesOf(document.start);
}

/** A start on another day takes days, breaks and hours along; another time of day moves nothing else. */
export function movedStart(
  document: TournamentDocument,
  day: Day,
  minutes: number,
): Pick<TournamentDocument, 'start' | 'days' | 'breaks' | 'courts' | 'umpires'> {
  const shift = daysBetween(startDay(document), day);
  const move = <Span extends WallSpan>(span: Span): Span => ({
    ...span,
    from: shifted(span.from, shift),
    to: shifted(span.to, shift),
  });
  return {
    start: wallTime(day, minutes),
    days: document.days.map(move),
    breaks: document.breaks.map(move),
    courts: document.courts.map((court) => ({ ...court, open: court.open?.map(move) ?? null })),
    umpires: document.umpires.map((umpire) => ({ ...umpire, available: umpire.available?.map(move) ?? null })),
  };
}

/** The first hours on a day; null when the list says nothing about it. */
export function hoursOn(spans: readonly WallSpan[] | null | undefined, day: Day): Hours | null {
  const own = spans?.find(({ from }) => from.slice(0, 10) === day);
  if (!own) return null;
  return { from: minutesOf(own.from), to: own.to.slice(0, 10) === day ? minutesOf(own.to) : 1440 };
}

/** The list with other hours on a day; no hours on any day is null, which means always. */
export function withHours(
  spans: readonly WallSpan[] | null | undefined,
  day: Day,
  hours: Hours | null,
): WallSpan[] | null {
  const own = spans?.find(({ from }) => from.slice(0, 10) === day);
  const others = (spans ?? []).filter((span) => span !== own);
  if (hours === null) return others.length > 0 ? others : null;
  return [...others, { ...own, from: wallTime(day, hours.from), to: endOn(day, hours.to) }].sort((one, other) =>
    one.from < other.from ? -1 : 1,
  );
}

/** `stem-1`, `stem-2`, … the first that is free. */
export function freeId(taken: readonly { readonly id: string }[], stem: string): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = taken.length + 1;
  while (ids.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

/** Lines of typed names, "Ina Kim / Leo Frey" a pair; what stands after a comma is the club. Read as a spreadsheet is. */
export function typedEntries(text: string, category: string | null): EntriesRead {
  const cells = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [people = '', club = ''] = line.split(',');
      const [name = '', partner = ''] = people.split('/');
      return [name.trim(), partner.trim(), club.trim(), category ?? ''].map(quoted).join(';');
    });
  return readEntries(['name;partner;club;category', ...cells].join('\n'));
}

/** Those of a list that are not in another yet; an id that is taken by somebody else gets a number. */
export function addedEntries(before: readonly Participant[], added: readonly Participant[]): Participant[] {
  const ids = new Set(before.map(({ id }) => id));
  return [...before, ...added.filter(({ id }) => !ids.has(id))];
}

/** An end at midnight lies on the next day. */
export function endOn(day: Day, minutes: number): WallTime {
  return minutes >= 1440 ? wallTime(plusDays(day, 1), minutes - 1440) : wallTime(day, minutes);
}

/** "9:45" as it is shown. */
export function showMinutes(minutes: number): string {
  return formatTimeOfDay(minutes).replace(/^0/, '');
}

function minutesOf(wall: string): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

function shifted(wall: WallTime, days: number): WallTime {
  return `${plusDays(parseDay(wall.slice(0, 10))!, days)}${wall.slice(10)}` as WallTime;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
