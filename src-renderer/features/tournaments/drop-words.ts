// What a drop on the board would mean, said by name: allowed, or which rule is against it and where the match could go instead.
import { type Instant, plusMinutes } from '#shared/time/instant';
import { type Drop, dropReasons } from '#shared/tournaments/day/check-drop';
import type { Place } from '#shared/tournaments/day/timetable-diff';
import type { TournamentProblem } from '#shared/tournaments/problem';
import { judgeMove } from '../../state/tournaments';
import { inWords, placeWords } from './match-words';
import type { TournamentView } from './tournament-view';

export interface DropReasonWords {
  /** The rule, as a sentence. */
  readonly rule: string;
  /** What it says here, with numbers. */
  readonly message: string;
}

export interface DropWords {
  readonly legal: boolean;
  readonly reasons: readonly DropReasonWords[];
}

export interface PlaceChoice {
  readonly place: Place;
  /** "10:30, Court 2". */
  readonly label: string;
}

/** Quick enough for every move of the pointer. */
export function dropWords(view: TournamentView, drop: Drop): DropWords {
  const reasons = dropReasons(movable(view, drop.match), view.state.rows, drop);
  // Once a rule: that a court is taken twice says no more than that it is taken.
  const first = reasons.filter(({ rule }, index) => reasons.findIndex((other) => other.rule === rule) === index);
  return {
    legal: reasons.length === 0,
    reasons: first.map(({ sentence, message }) => ({ rule: sentence, message: inWords(view, message) })),
  };
}

/** The nearest legal places; slower, for when the pointer rests. */
export function nearestPlaces(view: TournamentView, drop: Drop): PlaceChoice[] {
  const verdict = judgeMove(view.state, drop);
  if (verdict.legal) return [];
  return verdict.alternatives.map((place) => ({ place, label: placeWords(view, place) }));
}

/** The start under the pointer: that of a wave when one is near, else the nearest five minutes. */
export function snappedStart(minutes: number, from: Instant, waves: readonly Instant[], nearMinutes: number): Instant {
  const wanted = plusMinutes(from, minutes);
  const near = waves
    .filter((wave) => Math.abs(wave - wanted) <= nearMinutes * 60_000)
    .sort((one, other) => Math.abs(one - wanted) - Math.abs(other - wanted))[0];
  return near ?? plusMinutes(from, Math.round(minutes / 5) * 5);
}

/** Where a key moves a match: a wave earlier or later, and past the last wave by the length of a match. */
export function neighbourStart(
  start: Instant,
  direction: -1 | 1,
  waves: readonly Instant[],
  stepMinutes: number,
): Instant {
  const next = direction > 0 ? waves.find((wave) => wave > start) : waves.findLast((wave) => wave < start);
  return next ?? plusMinutes(start, direction * stepMinutes);
}

/** A pinned match may be carried elsewhere by hand: its pin moves along. */
function movable(view: TournamentView, match: string): TournamentProblem {
  const { problem } = view.state;
  if (!view.problemMatch(match).pin) return problem;
  return { ...problem, matches: problem.matches.map((one) => (one.id === match ? { ...one, pin: null } : one)) };
}
