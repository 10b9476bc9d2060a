import { failed, ok, type Result } from '../../base/result';
import { formatInstant, type Instant } from '../../time/instant';
import type { Match, MatchResult, TournamentDocument } from '../document';
import { entryIn, resolveMatches } from '../resolve';
import { feedersOf } from '../slot';

export interface ResultToRecord {
  readonly match: string;
  /** Null: running, or drawn. */
  readonly winner: string | null;
  readonly kind: MatchResult['kind'];
  readonly score?: string;
  /** When it really was; null = as in the timetable. */
  readonly start: Instant | null;
  readonly end: Instant | null;
}

/**
 * The document with the result, in place of an earlier one of the same match; the winner then stands wherever the draw sends him.
 * Refused when the winner does not play in the match, or a match that was fed by it is played already.
 */
export function recordResult(
  document: TournamentDocument,
  matches: readonly Match[],
  result: ResultToRecord,
): Result<TournamentDocument, string> {
  const resolved = resolveMatches(matches, document).find(({ match }) => match.id === result.match);
  if (!resolved) return failed(`There is no match ${result.match}.`);
  const entries = resolved.slots.map(entryIn);
  if (entries.includes(null)) return failed(`Who plays ${result.match} is not decided yet.`);
  if (result.winner !== null && !entries.includes(result.winner))
    return failed(`${result.winner} does not play in ${result.match}: expected ${entries.join(' or ')}.`);
  const before = document.results.find(({ match }) => match === result.match);
  const changesWinner = before !== undefined && before.winner !== result.winner;
  const played = new Set(document.results.map(({ match }) => match));
  const next = matches.find((match) => played.has(match.id) && feedersOf(match, matches).includes(result.match));
  if (changesWinner && next)
    return failed(`${next.id} is played already: take its result back before that of ${result.match}.`);
  if (result.start !== null && result.end !== null && result.end < result.start)
    return failed(`${result.match} cannot end before it starts.`);
  const recorded: MatchResult = {
    match: result.match,
    winner: result.winner,
    kind: result.kind,
    ...(result.score === undefined ? {} : { score: result.score }),
    start: result.start === null ? null : formatInstant(result.start),
    end: result.end === null ? null : formatInstant(result.end),
  };
  return ok({ ...document, results: [...document.results.filter(({ match }) => match !== result.match), recorded] });
}

/** Takes a result back; refused when a match that was fed by it is played already. */
export function takeBackResult(
  document: TournamentDocument,
  matches: readonly Match[],
  id: string,
): Result<TournamentDocument, string> {
  const played = new Set(document.results.map(({ match }) => match));
  const next = matches.find((match) => played.has(match.id) && feedersOf(match, matches).includes(id));
  if (next) return failed(`${next.id} is played already: take its result back before that of ${id}.`);
  return ok({ ...document, results: document.results.filter(({ match }) => match !== id) });
}
