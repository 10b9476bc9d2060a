// May a match be put there by hand? If not: which rule says so, and where it could go instead.
import type { Breach } from '../../engine/hard-rule';
import { type Instant, plusMinutes } from '../../time/instant';
import { overlaps } from '../../time/span';
import { byTime, canUmpire, isBreach, isPossibleBreach, type Placed, placedOf } from '../placed';
import { endOf, type ProblemMatch, type TournamentProblem } from '../problem';
import { tournamentRules } from '../rules';
import type { TournamentRule } from '../rules/timetable-view';
import type { ScheduledMatch } from '../timetable';
import type { Place } from './timetable-diff';

export interface Drop {
  readonly match: string;
  readonly court: string | null;
  readonly start: Instant;
  /** Absent: whoever it is now, or, if he cannot, the best who can. */
  readonly umpire?: string | null;
}

export type DropVerdict =
  | { readonly legal: true; readonly row: ScheduledMatch }
  | { readonly legal: false; readonly reasons: readonly DropReason[]; readonly alternatives: readonly Place[] };

export interface DropReason {
  readonly rule: string;
  /** The rule as a sentence. */
  readonly sentence: string;
  /** What it says about this drop. */
  readonly message: string;
  readonly parties: readonly string[];
}

/** Judged by the hard rules alone, and only by what concerns this match: a clash that was there before elsewhere forbids nothing. */
export function checkDrop(problem: TournamentProblem, rows: readonly ScheduledMatch[], drop: Drop): DropVerdict {
  const board = boardAround(problem, rows, drop.match);
  const row = droppedRow(board, drop);
  const reasons = reasonsAgainst(board, row);
  if (reasons.length === 0) return { legal: true, row };
  return { legal: false, reasons, alternatives: alternativesTo(board, drop) };
}

/** What is against the drop; empty when it is legal. Without the search for other places: quick enough while something is dragged. */
export function dropReasons(problem: TournamentProblem, rows: readonly ScheduledMatch[], drop: Drop): DropReason[] {
  const board = boardAround(problem, rows, drop.match);
  return reasonsAgainst(board, droppedRow(board, drop));
}

/** Nothing is against the match standing there, with this court, umpire and time as they are. */
export function isLegalPlace(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  row: ScheduledMatch,
): boolean {
  return isLegal(boardAround(problem, rows, row.match.id), row);
}

/** The rows after a legal drop. */
export function applyDrop(rows: readonly ScheduledMatch[], row: ScheduledMatch): ScheduledMatch[] {
  return rows.map((other) => (other.match.id === row.match.id ? row : other));
}

/** The timetable as one match sees it. The rules are asked at every step of a drag, so they get what can concern the match and no more. */
interface Board {
  /** Pins and results of other matches are left out. */
  readonly problem: TournamentProblem;
  readonly own: ProblemMatch;
  readonly old: ScheduledMatch;
  /** Every other match with a time, by start; what it waits for is left out, except for this match. */
  readonly others: readonly Placed[];
  /** Matches this one waits for, or that wait for it. */
  readonly related: ReadonlySet<number>;
}

function boardAround(problem: TournamentProblem, rows: readonly ScheduledMatch[], id: string): Board {
  const own = problem.matches[problem.indexOf.get(id)!]!;
  const isOwn = (index: number): boolean => index === own.index;
  const related = new Set([...own.feeders, ...own.roundBefore]);
  const matches = problem.matches.map((match): ProblemMatch => {
    if (match === own) return match;
    const feeders = match.feeders.filter(isOwn);
    const roundBefore = match.roundBefore.filter(isOwn);
    if (feeders.length + roundBefore.length > 0) related.add(match.index);
    return { ...match, pin: null, result: null, feeders, roundBefore };
  });
  const local = { ...problem, matches };
  const others = placedOf(local, rows)
    .filter(({ match }) => match !== own)
    .map((at) => ({ ...at, match: matches[at.match.index]! }));
  return { problem: local, own, old: rows.find(({ match }) => match.id === id)!, others, related };
}

/** The match at its place, among the others that share time with it or its rests, or have to do with it. By start. */
function around({ problem, others, related }: Board, at: Placed): Placed[] {
  const margin = Math.max(problem.restMinutes, problem.changeoverMinutes);
  const from = plusMinutes(at.start, -margin);
  const to = plusMinutes(at.end, margin);
  const near = others.filter(
    ({ start, end, match }) => (start < to && end > from) || overlaps({ start, end }, at) || related.has(match.index),
  );
  return [...near, at].sort(byTime);
}

function placedAt({ own }: Board, { court, umpire, start, end }: ScheduledMatch): Placed | null {
  return start === null || own.state === 'free'
    ? null
    : { match: own, court, umpire, start, end: end ?? endOf(own, start) };
}

function droppedRow(board: Board, drop: Drop): ScheduledMatch {
  const { problem, own, old, others } = board;
  const moved: ScheduledMatch = {
    match: old.match,
    court: drop.court,
    umpire: drop.umpire === undefined ? old.umpire : drop.umpire,
    start: drop.start,
    end: plusMinutes(drop.start, own.minutes),
  };
  if (drop.umpire !== undefined || problem.umpires.length === 0) return moved;
  const at = placedAt(board, moved);
  if (!at) return moved;
  const meanwhile = others.filter((other) => overlaps(other, at));
  const able = problem.umpires.filter(
    (umpire) => (umpire.player === null || !own.possible.has(umpire.player)) && canUmpire(meanwhile, umpire, at),
  );
  if (able.some(({ id }) => id === old.umpire) || own.pin?.umpire) return moved;
  const loadOf = (id: string): number => others.filter(({ umpire }) => umpire === id).length;
  const order = (umpire: (typeof able)[number]): number =>
    (isBreach(problem, umpire, own) ? 20_000 : isPossibleBreach(problem, umpire, own) ? 10_000 : 0) + loadOf(umpire.id);
  const best = able
    .map((umpire) => ({ umpire, order: order(umpire) }))
    .sort((one, other) => one.order - other.order || one.umpire.index - other.umpire.index)[0];
  return best ? { ...moved, umpire: best.umpire.id } : moved;
}

function reasonsAgainst(board: Board, row: ScheduledMatch): DropReason[] {
  const placed = withRow(board, row);
  return tournamentRules.flatMap((rule) =>
    breachesOf(rule, board, placed).map(({ message, parties }) => ({
      rule: rule.id,
      sentence: rule.sentence,
      message,
      parties,
    })),
  );
}

function isLegal(board: Board, row: ScheduledMatch): boolean {
  const placed = withRow(board, row);
  return tournamentRules.every((rule) => breachesOf(rule, board, placed).length === 0);
}

function withRow(board: Board, row: ScheduledMatch): Placed[] {
  const at = placedAt(board, row);
  return at ? around(board, at) : [];
}

function breachesOf(rule: TournamentRule, { problem, own }: Board, placed: readonly Placed[]): readonly Breach[] {
  return rule.check({ problem, placed }).filter(({ parties }) => parties.includes(own.id));
}

const MOST_ALTERNATIVES = 3;
/** Moments looked at around the drop; the nearest come first. */
const MOST_MOMENTS = 24;

/** The nearest legal places: other courts at that time, then other times near it. */
function alternativesTo(board: Board, drop: Drop): Place[] {
  const { problem, others, old } = board;
  const rest = problem.restMinutes;
  const moments = new Set<Instant>([drop.start, problem.start]);
  for (const { start, end } of others) {
    moments.add(start);
    for (const minutes of [0, problem.changeoverMinutes, rest]) moments.add(plusMinutes(end, minutes));
  }
  const nearest = [...moments]
    .sort((one, other) => Math.abs(one - drop.start) - Math.abs(other - drop.start) || one - other)
    .slice(0, MOST_MOMENTS);
  const courts = problem.courts.length > 0 ? problem.courts.map(({ id }) => id) : [null];
  const inOrder = [drop.court, ...courts.filter((court) => court !== drop.court)];
  const found: Place[] = [];
  for (const start of nearest)
    for (const court of inOrder) {
      // Where it stands already is no other place.
      if (start === old.start && court === old.court) continue;
      const row = droppedRow(board, { match: drop.match, court, start });
      if (!isLegal(board, row)) continue;
      found.push({ start, court, umpire: row.umpire });
      if (found.length === MOST_ALTERNATIVES) return found;
      break;
    }
  return found;
}
