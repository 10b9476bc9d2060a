// May a match be put there by hand? If not: which rule says so, and where it could go instead.
import type { Breach } from '../../engine/hard-rule';
import { type Instant, plusMinutes } from '../../time/instant';
import { canUmpire, isBreach, isPossibleBreach, placedOf } from '../placed';
import type { TournamentProblem } from '../problem';
import { tournamentRules } from '../rules';
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
  const row = droppedRow(problem, rows, drop);
  const reasons = reasonsAgainst(problem, rows, row);
  if (reasons.length === 0) return { legal: true, row };
  return { legal: false, reasons, alternatives: alternativesTo(problem, rows, drop) };
}

/** Nothing is against the match standing there, with this court, umpire and time as they are. */
export function isLegalPlace(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  row: ScheduledMatch,
): boolean {
  return reasonsAgainst(problem, rows, row).length === 0;
}

/** The rows after a legal drop. */
export function applyDrop(rows: readonly ScheduledMatch[], row: ScheduledMatch): ScheduledMatch[] {
  return rows.map((other) => (other.match.id === row.match.id ? row : other));
}

function droppedRow(problem: TournamentProblem, rows: readonly ScheduledMatch[], drop: Drop): ScheduledMatch {
  const old = rows.find(({ match }) => match.id === drop.match)!;
  const own = problem.matches[problem.indexOf.get(drop.match)!]!;
  const moved: ScheduledMatch = {
    match: old.match,
    court: drop.court,
    umpire: drop.umpire === undefined ? old.umpire : drop.umpire,
    start: drop.start,
    end: plusMinutes(drop.start, own.minutes),
  };
  if (drop.umpire !== undefined || problem.umpires.length === 0) return moved;
  const placed = placedOf(problem, applyDrop(rows, moved));
  const at = placed.find(({ match }) => match === own);
  if (!at) return moved;
  const able = problem.umpires.filter(
    (umpire) => (umpire.player === null || !own.possible.has(umpire.player)) && canUmpire(placed, umpire, at),
  );
  if (able.some(({ id }) => id === old.umpire) || own.pin?.umpire) return moved;
  const loadOf = (id: string): number => placed.filter(({ umpire }) => umpire === id).length;
  const order = (umpire: (typeof able)[number]): number =>
    (isBreach(problem, umpire, own) ? 20_000 : isPossibleBreach(problem, umpire, own) ? 10_000 : 0) + loadOf(umpire.id);
  const best = able.sort((one, other) => order(one) - order(other))[0];
  return best ? { ...moved, umpire: best.id } : moved;
}

function reasonsAgainst(
  problem: TournamentProblem,
  rows: readonly ScheduledMatch[],
  row: ScheduledMatch,
): DropReason[] {
  const placed = placedOf(problem, applyDrop(rows, row));
  const concerns = ({ parties }: Breach): boolean => parties.includes(row.match.id);
  return tournamentRules.flatMap((rule) =>
    rule
      .check({ problem, placed })
      .filter(concerns)
      .map(({ message, parties }) => ({ rule: rule.id, sentence: rule.sentence, message, parties })),
  );
}

const MOST_ALTERNATIVES = 3;
/** Moments looked at around the drop; the nearest come first. */
const MOST_MOMENTS = 24;

/** The nearest legal places: other courts at that time, then other times near it. */
function alternativesTo(problem: TournamentProblem, rows: readonly ScheduledMatch[], drop: Drop): Place[] {
  const rest = problem.restMinutes;
  const moments = new Set<Instant>([drop.start, problem.start]);
  for (const { start, end } of rows) {
    if (start !== null) moments.add(start);
    if (end === null) continue;
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
      const row = droppedRow(problem, rows, { match: drop.match, court, start });
      if (reasonsAgainst(problem, rows, row).length > 0) continue;
      found.push({ start, court, umpire: row.umpire });
      if (found.length === MOST_ALTERNATIVES) return found;
      break;
    }
  return found;
}
