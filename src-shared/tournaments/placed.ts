import { contains, overlaps, type Span } from '../time/span';
import type { SpanSet } from '../time/span-set';
import { endOf, type ProblemMatch, type ProblemUmpire, type TournamentProblem } from './problem';
import type { ScheduledMatch } from './timetable';

/** A match that has its time. */
export interface Placed extends Span {
  readonly match: ProblemMatch;
  readonly court: string | null;
  readonly umpire: string | null;
}

/** The rows that have a start, by start, then by the order of the draw. Matches nobody has to play are left out. */
export function placedOf(problem: TournamentProblem, rows: readonly ScheduledMatch[]): Placed[] {
  return rows
    .flatMap(({ match, court, umpire, start, end }): Placed[] => {
      const own = problem.matches[problem.indexOf.get(match.id) ?? -1];
      if (!own || start === null || own.state === 'free') return [];
      return [{ match: own, court, umpire, start, end: end ?? endOf(own, start) }];
    })
    .sort(byTime);
}

export function byTime(one: Placed, other: Placed): number {
  return one.start - other.start || one.match.index - other.match.index;
}

/** The umpire may take this match at its time: on duty, in no other match, and not playing (or perhaps playing) meanwhile. */
export function canUmpire(
  placed: readonly Placed[],
  umpire: ProblemUmpire,
  at: Placed,
  ignored: readonly Placed[] = [],
): boolean {
  if (!isWithin(umpire.available, at)) return false;
  return placed.every((other) => {
    if (!overlaps(other, at)) return true;
    if (umpire.player !== null && other.match.possible.has(umpire.player)) return false;
    return other.umpire !== umpire.id || other.match === at.match || ignored.some(({ match }) => match === other.match);
  });
}

export function isWithin(open: SpanSet, span: Span): boolean {
  return open.some((stretch) => contains(stretch, span));
}

/** A player of the match is known to be of the umpire's club. */
export function isBreach(problem: TournamentProblem, umpire: ProblemUmpire, match: ProblemMatch): boolean {
  return problem.respectClubs && umpire.club !== null && match.clubs.has(umpire.club);
}

/** Somebody of the umpire's club may reach the match, but nobody stands in it yet. */
export function isPossibleBreach(problem: TournamentProblem, umpire: ProblemUmpire, match: ProblemMatch): boolean {
  return (
    problem.respectClubs &&
    umpire.club !== null &&
    !match.clubs.has(umpire.club) &&
    match.possibleClubs.has(umpire.club)
  );
}

export function umpireById(problem: TournamentProblem, id: string | null): ProblemUmpire | null {
  return id === null ? null : (problem.umpires.find((umpire) => umpire.id === id) ?? null);
}
