import type { Instant } from '../../time/instant';
import { fieldOf } from '../best/field';
import { placeFinder } from '../best/place-finder';
import type { Match, TournamentDocument } from '../document';
import { problemOf } from '../problem';
import { rowsInForce } from './rows-of-timetable';

/** What a match still waits for. */
export type WaitReason =
  | { readonly kind: 'feeder'; readonly match: string }
  | { readonly kind: 'round'; readonly match: string }
  | { readonly kind: 'rest'; readonly player: string; readonly until: Instant }
  | { readonly kind: 'playing'; readonly player: string; readonly match: string }
  | { readonly kind: 'notCheckedIn'; readonly player: string };

export interface QueuedMatch {
  readonly match: string;
  /** Null: can be called now. */
  readonly waitsFor: WaitReason | null;
  /** Free now, for the first that can be called; null otherwise. */
  readonly court: string | null;
  readonly umpire: string | null;
  readonly plannedStart: Instant | null;
}

/**
 * Everything that is still to be played, what can be called first on top, then by planned time: whenever a court becomes free, the
 * first line goes there. Check-in counts only once somebody has checked in.
 */
export function nextMatches(document: TournamentDocument, matches: readonly Match[], now: Instant): QueuedMatch[] {
  const problem = problemOf(document, matches);
  const field = fieldOf(problem);
  const rows = rowsInForce(document, matches);
  const finder = placeFinder(field);
  const checkedIn = document.checkedIn.length > 0 ? new Set(document.checkedIn) : null;
  const lastOf = new Map<string, { match: string; end: number; running: boolean }>();
  for (const match of problem.matches) {
    const own = field.matches[match.index]!;
    if (!own.isFact || own.fixedStart === null) continue;
    const running = match.state === 'running';
    const end = running ? Math.max(own.fixedEnd!, now + 1) : own.fixedEnd!;
    finder.put(own, { start: own.fixedStart, end, court: own.fixedCourt, umpire: own.fixedUmpire });
    for (const player of match.players)
      if (end > (lastOf.get(player)?.end ?? 0)) lastOf.set(player, { match: match.id, end, running });
  }
  const isDone = (index: number): boolean => ['played', 'free'].includes(problem.matches[index]!.state);

  const reasonFor = (index: number): WaitReason | null => {
    const match = problem.matches[index]!;
    const feeder = match.feeders.find((one) => !isDone(one));
    if (feeder !== undefined) return { kind: 'feeder', match: problem.matches[feeder]!.id };
    const round = match.roundBefore.find((one) => !isDone(one));
    if (round !== undefined) return { kind: 'round', match: problem.matches[round]!.id };
    for (const player of match.players) {
      const last = lastOf.get(player);
      if (last?.running) return { kind: 'playing', player, match: last.match };
      const until = (last?.end ?? 0) + field.rest;
      if (last && until > now) return { kind: 'rest', player, until: until as Instant };
    }
    const missing = match.players.find((player) => checkedIn !== null && !checkedIn.has(player));
    return missing === undefined ? null : { kind: 'notCheckedIn', player: missing };
  };

  const open = problem.matches
    .filter(({ state }) => state === 'open')
    .map(({ index }) => ({ index, waitsFor: reasonFor(index), planned: rows[index]!.start }))
    .sort(
      (one, other) =>
        Number(one.waitsFor !== null) - Number(other.waitsFor !== null) ||
        (one.planned ?? Number.MAX_SAFE_INTEGER) - (other.planned ?? Number.MAX_SAFE_INTEGER) ||
        field.matches[other.index]!.tail - field.matches[one.index]!.tail ||
        one.index - other.index,
    );
  return open.map(({ index, waitsFor, planned }) => {
    const own = field.matches[index]!;
    const place = waitsFor === null ? finder.earliest(own, now, null) : null;
    // Each that is called takes its court and umpire from those behind it.
    const isNow = place?.start === now;
    if (place && isNow) finder.put(own, place);
    return {
      match: problem.matches[index]!.id,
      waitsFor,
      court: isNow ? (problem.courts[place!.court]?.id ?? null) : null,
      umpire: isNow ? (problem.umpires[place!.umpire]?.id ?? null) : null,
      plannedStart: planned,
    };
  });
}
