// Where everything stands on the board of one day: courts are rows, time runs to the right, a wave is a moment at which matches start.
import type { Day } from '#shared/time/day';
import { type Instant, minutesBetween, plusMinutes } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { intersectSpans, type SpanSet, subtractSpans } from '#shared/time/span-set';
import { dayAt, instantAtMinute, instantOfWallTime } from '#shared/time/zone';
import type { Placed } from '#shared/tournaments/placed';
import { FOREVER } from '#shared/tournaments/problem';
import { formatTime } from '../../ui';
import type { TournamentView } from './tournament-view';

export interface Wave {
  readonly start: Instant;
  readonly left: number;
  readonly label: string;
  /** From 1 over the day. */
  readonly number: number;
  /** Beside "9:00" there is room for "wave 1". */
  readonly isRoomy: boolean;
}

export interface ClosedStretch {
  readonly left: number;
  readonly width: number;
  /** "Lunch", "Opens 9:45", or null where there is no room for words. */
  readonly label: string | null;
}

export interface BoardBlock {
  readonly match: string;
  readonly start: Instant;
  readonly end: Instant;
  readonly left: number;
  readonly width: number;
}

export interface BoardCourt {
  /** Null: the row of matches that have no court. */
  readonly id: string | null;
  readonly name: string;
  readonly blocks: readonly BoardBlock[];
  readonly closed: readonly ClosedStretch[];
}

export interface Board {
  readonly day: Day;
  readonly from: Instant;
  /** Exclusive. */
  readonly to: Instant;
  readonly pixelsPerMinute: number;
  readonly width: number;
  readonly waves: readonly Wave[];
  /** Times over closed stretches that every court has. */
  readonly pauses: readonly { readonly left: number; readonly label: string }[];
  readonly courts: readonly BoardCourt[];
  /** Closed on every court: drawn once, over all rows. */
  readonly closed: readonly ClosedStretch[];
}

/** A block holds a name in this many pixels. */
const BLOCK_WIDTH = 99;
/** "14:15  wave 7" and a gap. */
const ROOMY = 84;
const TIME_ONLY = 40;
const LABEL_WIDTH = 56;

export function boardOf(view: TournamentView, day: Day): Board {
  const placed = view.placed.filter(({ start }) => dayAt(view.zone, start) === day);
  const { from, to } = hoursOf(view, day, placed);
  const shortest = Math.min(...view.state.problem.matches.map(({ minutes }) => minutes), view.document.matchMinutes);
  const pixelsPerMinute = Math.min(12, Math.max(0.9, BLOCK_WIDTH / shortest));
  const x = (at: number): number => ((at - from) / 60_000) * pixelsPerMinute;
  const stretch = ({ start, end }: Span, label: string | null): ClosedStretch => {
    const width = x(end) - x(start);
    return { left: x(start), width, label: width >= LABEL_WIDTH ? label : null };
  };
  const shown = { start: from, end: to };
  const closedOf = (open: SpanSet): SpanSet => subtractSpans([shown], open);
  const everywhere = view.state.problem.courts
    .map(({ open }) => closedOf(open))
    .reduce<SpanSet | null>((all, own) => (all === null ? own : intersectSpans(all, own)), null);
  const shared = everywhere ?? [];
  const block = (at: Placed): BoardBlock => ({
    match: at.match.id,
    start: at.start,
    end: at.end,
    left: x(at.start),
    width: x(at.end) - x(at.start),
  });
  const withoutCourt = placed.filter(({ court }) => court === null);
  const courts = view.state.problem.courts.map(
    ({ id, open }): BoardCourt => ({
      id,
      name: view.nameOf(id),
      blocks: placed.filter(({ court }) => court === id).map(block),
      closed: subtractSpans(closedOf(open), shared).map((span) => stretch(span, closedWords(view, span, shown))),
    }),
  );
  return {
    day,
    from,
    to,
    pixelsPerMinute,
    width: x(to),
    waves: wavesOf(view, placed, x),
    pauses: shared
      .filter(({ start }) => start > from)
      .map(({ start }) => ({ left: x(start), label: formatTime(view.zone, start) })),
    courts:
      withoutCourt.length > 0 || courts.length === 0
        ? [...courts, { id: null, name: 'No court', blocks: withoutCourt.map(block), closed: [] }]
        : courts,
    closed: shared.map((span) => stretch(span, breakName(view, span) ?? 'Closed')),
  };
}

/** The moments of a day at which matches start. */
export function waveStarts(placed: readonly Placed[]): Instant[] {
  return [...new Set(placed.map(({ start }) => start))].sort((one, other) => one - other);
}

function wavesOf(view: TournamentView, placed: readonly Placed[], x: (at: number) => number): Wave[] {
  const starts = waveStarts(placed);
  let shownUntil = Number.NEGATIVE_INFINITY;
  return starts.flatMap((start, index): Wave[] => {
    const left = x(start);
    if (left < shownUntil) return [];
    const next = starts[index + 1];
    const isRoomy = next === undefined || x(next) - left >= ROOMY;
    shownUntil = left + (isRoomy ? ROOMY : TIME_ONLY);
    return [{ start, left, label: formatTime(view.zone, start), number: index + 1, isRoomy }];
  });
}

/** The hours of play of the day, as far as they are said; else from the first match to an hour after the last. Every match is inside. */
function hoursOf(view: TournamentView, day: Day, placed: readonly Placed[]): { from: Instant; to: Instant } {
  const { document, zone } = view;
  const { problem } = view.state;
  const said = document.days
    .filter(({ from }) => from.slice(0, 10) === day)
    .map(({ from, to }) => ({ start: instantOfWallTime(zone, from), end: instantOfWallTime(zone, to) }));
  const midnight = instantAtMinute(zone, day, 0);
  const nightfall = instantAtMinute(zone, day, 1440);
  const opening = Math.max(midnight, problem.start);
  const starts = [...said.map(({ start }) => start), ...placed.map(({ start }) => start)];
  const from = Math.min(...(starts.length > 0 ? starts : [opening])) as Instant;
  const last = placed.reduce((latest, { end }) => Math.max(latest, end), from as number) as Instant;
  const lastOpening = problem.courts
    .flatMap(({ open }) => open.map(({ end }) => end))
    .filter((end) => end > from && end <= nightfall && end !== FOREVER)
    .reduce((latest, end) => Math.max(latest, end), 0);
  const saidEnd = Math.max(0, ...said.map(({ end }) => end));
  const wanted = saidEnd > 0 ? saidEnd : lastOpening > 0 ? lastOpening : plusMinutes(last, document.matchMinutes);
  const latest = Math.max(wanted, last, plusMinutes(from, document.matchMinutes));
  // A hall that is open long after the last match would make a wide empty board.
  const useful = plusMinutes(last, Math.max(60, document.matchMinutes * 2));
  return { from, to: Math.max(Math.min(latest, useful), last) as Instant };
}

function closedWords(view: TournamentView, span: Span, shown: Span): string {
  const lost = view.document.closures.some(
    ({ from }) => Math.abs(instantOfWallTime(view.zone, from) - span.start) < 60_000,
  );
  if (lost) return 'Lost';
  if (span.start === shown.start && span.end < shown.end) return `Opens ${formatTime(view.zone, span.end)}`;
  if (span.end === shown.end) return `Closed from ${formatTime(view.zone, span.start)}`;
  return breakName(view, span) ?? `Closed, ${minutesBetween(span.start, span.end)} min`;
}

/** Breaks may carry a name; one around noon is lunch. */
function breakName(view: TournamentView, span: Span): string | null {
  const own = view.document.breaks.find(
    ({ from, to }) => instantOfWallTime(view.zone, from) <= span.start && instantOfWallTime(view.zone, to) >= span.end,
  );
  if (!own) return null;
  if (typeof own.name === 'string' && own.name !== '') return own.name;
  const hour = Number(own.from.slice(11, 13));
  return hour >= 11 && hour <= 14 ? 'Lunch' : 'Break';
}
