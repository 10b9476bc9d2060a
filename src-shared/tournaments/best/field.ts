// The problem laid out for the search: numbers instead of names, everything that never changes worked out once.
import { fixedPlaceOf } from '../fixed-place';
import { isBreach, isPossibleBreach } from '../placed';
import type { ProblemMatch, TournamentProblem } from '../problem';

const MINUTE = 60_000;

export interface FieldMatch {
  readonly index: number;
  readonly length: number;
  /** Nothing to place: nobody has to play it. */
  readonly isFree: boolean;
  /** Played or running: it stands where it stands. */
  readonly isFact: boolean;
  /** Milliseconds; null = to be found. */
  readonly fixedStart: number | null;
  readonly fixedEnd: number | null;
  /** -1 = to be found. */
  readonly fixedCourt: number;
  readonly fixedUmpire: number;
  readonly feeders: readonly number[];
  readonly roundBefore: readonly number[];
  /** People who may be elsewhere too (another match, umpiring, away), with the ways they come by. Nobody else needs a look. */
  readonly watched: readonly { readonly person: number; readonly ways: readonly number[]; readonly certain: boolean }[];
  /** Umpires who cannot be a player of it. */
  readonly umpires: readonly number[];
  /** By umpire: 1 = of a player's club. */
  readonly breach: Uint8Array;
  /** By umpire: 1 = of the club of somebody who may reach it. */
  readonly mayBreach: Uint8Array;
  /** Which category, as a number. */
  readonly category: number;
  /** Milliseconds from its start to the earliest end of everything that waits for it. */
  readonly tail: number;
}

export interface Field {
  readonly problem: TournamentProblem;
  readonly matches: readonly FieldMatch[];
  readonly start: number;
  readonly rest: number;
  readonly changeover: number;
  readonly people: number;
  /** By person: the umpire he also is, or -1. */
  readonly umpireOfPerson: Int32Array;
  /** By umpire: the person he also is, or -1. */
  readonly personOfUmpire: Int32Array;
  /** By person: spans away. */
  readonly away: readonly (readonly { readonly start: number; readonly end: number }[])[];
  /** By category: categories that share people with it, whose matches can therefore not simply run beside it. */
  readonly coupled: readonly (readonly number[])[];
  /** Courts, umpires and the organiser's limit together; Infinity when nothing limits. */
  readonly capacity: number;
}

export function fieldOf(problem: TournamentProblem): Field {
  const numbers = new Map<string, number>();
  const numberOf = (person: string): number => {
    const known = numbers.get(person);
    if (known !== undefined) return known;
    numbers.set(person, numbers.size);
    return numbers.size - 1;
  };
  for (const match of problem.matches) for (const person of match.possible.keys()) numberOf(person);
  for (const { player } of problem.umpires) if (player !== null) numberOf(player);
  const personOfUmpire = Int32Array.from(problem.umpires, ({ player }) => (player === null ? -1 : numberOf(player)));
  const umpireOfPerson = new Int32Array(numbers.size).fill(-1);
  personOfUmpire.forEach((person, umpire) => {
    if (person >= 0) umpireOfPerson[person] = umpire;
  });
  const away = [...numbers.keys()].map((person) => problem.away.get(person) ?? []);
  const capacity = Math.min(
    problem.courts.length || Number.POSITIVE_INFINITY,
    problem.umpires.length || Number.POSITIVE_INFINITY,
    problem.maxParallel,
  );
  const waysOf = countWays(problem, numberOf, numbers.size);
  const tails = tailsOf(problem, capacity);
  const categories = [...new Set(problem.matches.map(({ match }) => match.category))];
  const courtIndex = new Map(problem.courts.map(({ id }, index) => [id, index]));
  const umpireIndex = new Map(problem.umpires.map(({ id }, index) => [id, index]));
  return {
    problem,
    matches: problem.matches.map((match): FieldMatch => {
      const fixed = fixedPlaceOf(problem, match);
      const watched = [...match.possible]
        .map(([name, ways]) => ({ person: numberOf(name), ways: [...ways], certain: match.players.includes(name) }))
        .filter(
          ({ person, certain }) =>
            waysOf[person]!.size > 1 || umpireOfPerson[person]! >= 0 || (certain && away[person]!.length > 0),
        );
      return {
        index: match.index,
        length: match.minutes * MINUTE,
        isFree: match.state === 'free',
        isFact: fixed.isFact,
        fixedStart: fixed.start,
        fixedEnd: fixed.end,
        fixedCourt: fixed.court === null ? -1 : (courtIndex.get(fixed.court) ?? -1),
        fixedUmpire: fixed.umpire === null ? -1 : (umpireIndex.get(fixed.umpire) ?? -1),
        feeders: match.feeders,
        roundBefore: match.roundBefore,
        watched,
        umpires: problem.umpires
          .filter(({ player }) => player === null || !match.possible.has(player))
          .map(({ index }) => index),
        breach: Uint8Array.from(problem.umpires, (umpire) => (isBreach(problem, umpire, match) ? 1 : 0)),
        mayBreach: Uint8Array.from(problem.umpires, (umpire) => (isPossibleBreach(problem, umpire, match) ? 1 : 0)),
        category: categories.indexOf(match.match.category),
        tail: tails[match.index]!,
      };
    }),
    start: problem.start,
    rest: problem.restMinutes * MINUTE,
    changeover: problem.changeoverMinutes * MINUTE,
    people: numbers.size,
    umpireOfPerson,
    personOfUmpire,
    away,
    coupled: coupledCategories(problem, categories),
    capacity,
  };
}

function coupledCategories(problem: TournamentProblem, categories: readonly (string | null)[]): number[][] {
  const people = categories.map(
    (category) =>
      new Set(problem.matches.filter(({ match }) => match.category === category).flatMap(({ players }) => players)),
  );
  return people.map((own, index) =>
    people.flatMap((other, at) => (at !== index && [...own].some((person) => other.has(person)) ? [at] : [])),
  );
}

/** By person: every way by which he comes into some match. */
function countWays(problem: TournamentProblem, numberOf: (person: string) => number, people: number): Set<number>[] {
  const all = Array.from({ length: people }, () => new Set<number>());
  for (const { possible } of problem.matches)
    for (const [person, ways] of possible) for (const way of ways) all[numberOf(person)]!.add(way);
  return all;
}

/** The longest chain of what waits for a match: through the draw, with rests, and through the rounds of its category at full capacity. */
function tailsOf(problem: TournamentProblem, capacity: number): number[] {
  const { matches } = problem;
  const rest = problem.restMinutes * MINUTE;
  const lengthOf = ({ minutes }: ProblemMatch): number => minutes * MINUTE;
  const tails = matches.map(lengthOf);
  const roundTails = roundTailsOf(problem, capacity);
  // Later rounds first: a feeder always stands in an earlier round, or the fallback of a few passes settles it.
  const order = [...matches].sort((one, other) => other.match.round - one.match.round);
  for (let pass = 0; pass < 4; pass += 1) {
    let changed = false;
    for (const match of order) {
      tails[match.index] = Math.max(tails[match.index]!, lengthOf(match) + (roundTails[match.index] ?? 0));
      for (const feeder of match.feeders) {
        const through = lengthOf(matches[feeder]!) + rest + tails[match.index]!;
        if (through > tails[feeder]!) {
          tails[feeder] = through;
          changed = true;
        }
      }
    }
    if (!changed) break;
  }
  return tails;
}

function roundTailsOf(problem: TournamentProblem, capacity: number): number[] {
  const tails = new Array<number>(problem.matches.length).fill(0);
  const rounds = new Map<string, { match: ProblemMatch; length: number; indices: number[] }>();
  for (const match of problem.matches) {
    const key = JSON.stringify([match.match.category, match.match.round]);
    const round = rounds.get(key) ?? { match, length: match.minutes * MINUTE, indices: [] };
    round.indices.push(match.index);
    rounds.set(key, round);
  }
  for (const round of [...rounds.values()].sort((one, other) => other.match.match.round - one.match.match.round)) {
    const own = tails[round.indices[0]!]! + Math.ceil(round.indices.length / capacity) * round.length;
    for (const before of round.match.roundBefore) tails[before] = Math.max(tails[before]!, own);
  }
  return tails;
}
