// The day did not keep to the timetable: an overrun, a withdrawal, a lost court or umpire, a late entry. What can stay stays. Three repairs
// are made: one disturbs nobody who can stay, one shifts the line of every court, one shifts all courts together. The one that changes least wins. If even that leaves a match out, more and more of what has not begun moves.
import type { Violation } from '../../engine/plan';
import type { Instant } from '../../time/instant';
import { type Field, type FieldMatch, fieldOf } from '../best/field';
import { fitting, type Places } from '../best/fitting';
import { type FoundPlace, type PlaceFinder, placeFinder } from '../best/place-finder';
import type { Match, TournamentDocument } from '../document';
import { endOf, problemOf, type TournamentProblem } from '../problem';
import type { ScheduledMatch } from '../timetable';
import { verifyTimetable } from '../verify';
import type { Warning } from '../warning';
import { warningsOf } from '../warnings-of';
import { rowsInForce } from './rows-of-timetable';
import { type TimetableChange, timetableDiff } from './timetable-diff';

export interface Repair {
  readonly matches: readonly ScheduledMatch[];
  /** Against the timetable in force. */
  readonly changes: readonly TimetableChange[];
  readonly warnings: readonly Warning[];
  /** Only what facts and pins force. */
  readonly violations: readonly Violation[];
}

/**
 * The timetable in force with the fewest changes that make it true again. Nothing starts before `now`, except what has begun: a match
 * without a result whose time has come is taken for begun where its court and its players are there and its umpire was, and for not over before now.
 */
export function repairTimetable(document: TournamentDocument, matches: readonly Match[], now: Instant): Repair {
  const problem = problemOf(document, matches);
  const field = fieldOf(problem);
  const before = rowsInForce(document, matches);
  const places = placesOf(problem, before);
  const measured = (after: Places): Measured => {
    const rows = rowsOf(problem, before, after);
    return { rows, changes: timetableDiff(before, rows) };
  };
  const smallest = [stay, shiftCourts, shiftAll]
    .map((strategy) => measured(strategy(field, places, now)))
    .reduce((one, other) => (isSmaller(other, one) ? other : one));
  const best = leftOut(problem, smallest) === 0 ? smallest : withMoreMoved(field, places, now, smallest, measured);
  return {
    matches: best.rows,
    changes: best.changes,
    warnings: warningsOf(problem, best.rows),
    violations: verifyTimetable(problem, best.rows),
  };
}

/** For whoever is left out what stands in his way moves as well, in the end everything that has not begun. */
function withMoreMoved(
  field: Field,
  places: Places,
  now: number,
  smallest: Measured,
  measured: (after: Places) => Measured,
): Measured {
  const { problem } = field;
  const standing = putKnown(field, placeFinder(field), places, now);
  const attempts = fitting({ field, standing, from: now, wishes: places, seed: 1, fewestAttempts: 4 });
  let fullest = smallest;
  while (leftOut(problem, fullest) > 0) {
    const attempt = attempts.next();
    if (attempt === null) break;
    // Only for somebody's sake: a day that cannot hold all would else be turned over by every repair.
    const candidate = measured(attempt);
    if (leftOut(problem, candidate) < leftOut(problem, fullest)) fullest = candidate;
  }
  return fullest;
}

/** Matches that have to be played and have no place. */
function leftOut(problem: TournamentProblem, { rows }: Measured): number {
  return problem.matches.filter(({ state }, index) => state === 'open' && rows[index]!.start === null).length;
}

/** Everyone who still can keeps the place; the others look for one beside them. */
function stay(field: Field, before: Places, now: number): Places {
  const finder = placeFinder(field);
  const after = putKnown(field, finder, before, now);
  const left = inOldOrder(field, before, after).filter((match) => {
    const place = before[match.index];
    if (!place || place.start < now || !finder.keeps(match, place)) return true;
    finder.put(match, place);
    after[match.index] = place;
    return false;
  });
  placeInTurn(finder, left, before, after, now);
  return after;
}

/** Everyone in the old order on the old court: who is late pushes those behind on that court. */
function shiftCourts(field: Field, before: Places, now: number): Places {
  const finder = placeFinder(field);
  const after = putKnown(field, finder, before, now);
  placeInTurn(finder, inOldOrder(field, before, after), before, after, now, true);
  return after;
}

/** Everyone in the old order, as early as the old time allows, wherever that is. */
function shiftAll(field: Field, before: Places, now: number): Places {
  const finder = placeFinder(field);
  const after = putKnown(field, finder, before, now);
  placeInTurn(finder, inOldOrder(field, before, after), before, after, now);
  return after;
}

/** Facts and pins, then what must have begun; whose umpire left meanwhile gets another one, or plays on without. */
function putKnown(field: Field, finder: PlaceFinder, before: Places, now: number): Places {
  const after = putFixed(field, finder, before, now);
  const putBegun = (placeOf: (match: FieldMatch, place: FoundPlace) => FoundPlace | null): void => {
    for (const match of inOldOrder(field, before, after)) {
      const old = before[match.index];
      const place = old && old.start < now ? placeOf(match, old) : null;
      if (!place) continue;
      const begun = { ...place, end: Math.max(place.end, now) };
      finder.put(match, begun);
      after[match.index] = begun;
    }
  };
  putBegun((match, place) => (finder.keeps(match, place) ? place : null));
  putBegun((match, place) => finder.relieved(match, place));
  return after;
}

/** A running match is not over before now. */
function putFixed(field: Field, finder: PlaceFinder, before: Places, now: number): Places {
  const after: Places = field.matches.map(() => null);
  for (const match of field.matches) {
    if (match.fixedStart === null || match.isFree) continue;
    const running = field.problem.matches[match.index]!.state === 'running';
    const place: FoundPlace = {
      start: match.fixedStart,
      end: running ? Math.max(match.fixedEnd!, now) : match.fixedEnd!,
      court: match.fixedCourt >= 0 ? match.fixedCourt : (before[match.index]?.court ?? -1),
      umpire: match.fixedUmpire >= 0 ? match.fixedUmpire : (before[match.index]?.umpire ?? -1),
    };
    finder.put(match, place);
    after[match.index] = place;
  }
  return after;
}

function inOldOrder(field: Field, before: Places, after: Places): FieldMatch[] {
  const oldStart = ({ index }: FieldMatch): number => before[index]?.start ?? Number.MAX_SAFE_INTEGER;
  return field.matches
    .filter((match) => after[match.index] === null && !match.isFree)
    .sort((one, other) => oldStart(one) - oldStart(other) || one.index - other.index);
}

/** Each as early as it can, but not before its old time. Whoever waits for a match without a place comes after it. */
function placeInTurn(
  finder: PlaceFinder,
  matches: readonly FieldMatch[],
  before: Places,
  after: Places,
  now: number,
  onOldCourt = false,
): void {
  let waiting = matches;
  for (let progress = true; progress && waiting.length > 0; ) {
    const blocked: FieldMatch[] = [];
    progress = false;
    for (const match of waiting) {
      const wish = before[match.index] ?? null;
      if (Number.isNaN(finder.readyAt(match))) {
        blocked.push(match);
        continue;
      }
      const from = Math.max(now, wish?.start ?? now);
      // A court that was lost has no place any more.
      const place =
        finder.earliest(match, from, wish, { onWishedCourt: onOldCourt }) ?? finder.earliest(match, from, wish);
      progress = true;
      if (!place) continue;
      finder.put(match, place);
      after[match.index] = place;
    }
    waiting = blocked;
  }
}

interface Measured {
  readonly rows: readonly ScheduledMatch[];
  readonly changes: readonly TimetableChange[];
}

/** Level by level: matches without a place, without an umpire, the end of the day, minutes moved, matches moved, courts changed, umpires changed. */
function isSmaller(one: Measured, other: Measured): boolean {
  const levels = ({ rows, changes }: Measured): number[] => [
    rows.filter(({ start }) => start === null).length,
    rows.filter(({ start, umpire }) => start !== null && umpire === null).length,
    rows.reduce((latest, { end }) => Math.max(latest, end ?? 0), 0),
    changes.reduce((sum, { movedMinutes }) => sum + Math.abs(movedMinutes), 0),
    changes.filter(({ time }) => time).length,
    changes.filter(({ court }) => court).length,
    changes.filter(({ umpire }) => umpire).length,
  ];
  const mine = levels(one);
  const theirs = levels(other);
  const at = mine.findIndex((level, index) => level !== theirs[index]);
  return at >= 0 && mine[at]! < theirs[at]!;
}

/** With the ends as planned: the row of a match that was not over in time has a later one. */
function placesOf(problem: TournamentProblem, rows: readonly ScheduledMatch[]): Places {
  return rows.map(({ court, umpire, start }, index) =>
    start === null
      ? null
      : {
          start,
          end: endOf(problem.matches[index]!, start),
          court: problem.courts.findIndex(({ id }) => id === court),
          umpire: problem.umpires.findIndex(({ id }) => id === umpire),
        },
  );
}

/** In the order of the draw. Facts whose time was never recorded keep their row. */
function rowsOf(problem: TournamentProblem, before: readonly ScheduledMatch[], places: Places): ScheduledMatch[] {
  return problem.matches.map(({ match, index, state }) => {
    const place = places[index];
    if (!place)
      return state === 'played' ? before[index]! : { match, court: null, umpire: null, start: null, end: null };
    return {
      match,
      court: problem.courts[place.court]?.id ?? null,
      umpire: problem.umpires[place.umpire]?.id ?? null,
      start: place.start as Instant,
      end: place.end as Instant,
    };
  });
}
