// When hours are tight, building forward in time may give the last places to matches that could have been elsewhere. Here every match is put,
// the most urgent first, to the earliest place that is left anywhere in the day; and what was in the way of a match without a place becomes
// more urgent for the next attempt (D. Joslin and D. Clements, "Squeaky wheel optimization", JAIR 10, 1999).
import { type SeededRandom, seededRandom } from '../../base/seeded-random';
import type { Field, FieldMatch } from './field';
import { latestStarts } from './latest-starts';
import { type FoundPlace, placeFinder } from './place-finder';

/** By match; null = none. */
export type Places = (FoundPlace | null)[];

export interface FittingTask {
  readonly field: Field;
  /** Places that stay whatever happens: facts, pins, what has begun. */
  readonly standing: readonly (FoundPlace | null)[];
  /** Nothing else starts before. */
  readonly from: number;
  /** Places to keep while nobody else needs them; null = none. */
  readonly wishes: readonly (FoundPlace | null)[];
  readonly seed: number;
}

export interface Fitting {
  /** One attempt; null when there is no more to try. */
  next(): Places | null;
}

/** Attempts in all: the larger the tournament the fewer, because each takes longer. */
const MOST_ATTEMPTS = 400;
const FEWEST_ATTEMPTS = 2;
const EFFORT = 20_000;
/** Attempts that learn from each other before everything starts afresh with another order. */
const ATTEMPTS_OF_ONE_ORDER = 12;

export function fitting(task: FittingTask): Fitting {
  const { field } = task;
  const latest = latestStarts(field);
  const random = seededRandom(task.seed);
  const count = field.matches.length;
  const attempts = Math.max(FEWEST_ATTEMPTS, Math.min(MOST_ATTEMPTS, Math.floor(EFFORT / count ** 1.5)));
  let urgency = new Float64Array(count);
  let tried = 0;
  let last: Places | null = null;
  return {
    next() {
      if (last?.every((place, index) => place !== null || !isOpen(task, index))) return null;
      if (tried >= attempts) return null;
      if (last && tried % ATTEMPTS_OF_ONE_ORDER === 0) {
        // Every third time the latest starts hardly count: where not all can be placed, whom to give up is another question.
        const orders = tried / ATTEMPTS_OF_ONE_ORDER;
        const spread = longestSlot(field) * (orders % 3 === 2 ? field.matches.length : orders);
        urgency = Float64Array.from(field.matches, () => random.next() * spread);
      } else if (last) {
        blame(task, latest, last, urgency, random);
      }
      tried += 1;
      last = placeByUrgency(task, latest, urgency);
      return last;
    },
  };
}

function isOpen({ field, standing }: FittingTask, index: number): boolean {
  return standing[index] == null && !field.matches[index]!.isFree && !field.matches[index]!.isFact;
}

function longestSlot(field: Field): number {
  return Math.max(...field.matches.map(({ length }) => length)) + field.rest;
}

/** Each as soon as what it waits for has a place; of those the one whose latest start, less its urgency, is nearest. */
function placeByUrgency(task: FittingTask, latest: Float64Array, urgency: Float64Array): Places {
  const { field, standing, from, wishes } = task;
  const finder = placeFinder(field, { tight: true });
  const places: Places = field.matches.map(({ index }) => standing[index] ?? null);
  for (const match of field.matches) if (places[match.index]) finder.put(match, places[match.index]!);
  const followers: FieldMatch[][] = field.matches.map(() => []);
  const waitingFor = new Int32Array(field.matches.length);
  let ready: FieldMatch[] = [];
  for (const match of field.matches) {
    if (!isOpen(task, match.index)) continue;
    for (const before of new Set([...match.feeders, ...match.roundBefore])) {
      if (!isOpen(task, before)) continue;
      followers[before]!.push(match);
      waitingFor[match.index]! += 1;
    }
    if (waitingFor[match.index] === 0) ready.push(match);
  }
  const left: FieldMatch[] = [];
  const settle = (match: FieldMatch, place: FoundPlace): void => {
    finder.put(match, place);
    places[match.index] = place;
    for (const follower of followers[match.index]!) {
      waitingFor[follower.index]! -= 1;
      if (waitingFor[follower.index] === 0) ready.push(follower);
    }
  };
  const key = ({ index }: FieldMatch): number => latest[index]! - urgency[index]!;
  const isBefore = (one: FieldMatch, other: FieldMatch): boolean => {
    const difference = key(one) - key(other);
    // Infinity less Infinity is no number: equally urgent.
    return (
      difference < 0 ||
      (!(difference > 0) && (other.tail < one.tail || (other.tail === one.tail && one.index < other.index)))
    );
  };
  while (ready.length > 0) {
    const match = ready.reduce((most, one) => (isBefore(one, most) ? one : most));
    ready = ready.filter((one) => one !== match);
    const wish = wishes[match.index] ?? null;
    const keeps = wish !== null && urgency[match.index] === 0 && wish.start >= from && finder.keeps(match, wish);
    const place = keeps ? wish : finder.earliest(match, from, wish);
    if (place) settle(match, place);
    else left.push(match);
    // Better without an umpire than not at all, once everyone else has his.
    if (ready.length === 0)
      for (const one of left.splice(0)) {
        const bare = finder.earliest(one, from, wishes[one.index] ?? null, { umpireOptional: true });
        if (bare) settle(one, bare);
      }
  }
  return places;
}

/** What a match without a place waits for and stands too late becomes more urgent; so does what kept the same people busy before that. */
function blame(
  task: FittingTask,
  latest: Float64Array,
  places: Places,
  urgency: Float64Array,
  random: SeededRandom,
): void {
  const { field } = task;
  const step = longestSlot(field);
  const ancestors = new Set<number>();
  const climb = (index: number): void => {
    for (const before of [...field.matches[index]!.feeders, ...field.matches[index]!.roundBefore]) {
      if (ancestors.has(before) || !isOpen(task, before)) continue;
      ancestors.add(before);
      climb(before);
    }
  };
  const missing = field.matches.filter(({ index }) => places[index] === null && isOpen(task, index));
  for (const { index } of missing) climb(index);
  const late = [...ancestors].filter((index) => places[index] && places[index].start > latest[index]!);
  const blamed = late.length > 0 ? late : [...ancestors];
  const weights = new Map<number, number>();
  const weigh = (index: number, weight: number): void => {
    if (isOpen(task, index)) weights.set(index, Math.max(weights.get(index) ?? 0, weight));
  };
  for (const index of [...blamed, ...missing.map((match) => match.index)]) {
    weigh(index, 1);
    const own = field.matches[index]!;
    const start = places[index]?.start ?? Number.POSITIVE_INFINITY;
    const people = new Set(own.watched.map(({ person }) => person));
    for (const other of field.matches) {
      const before = places[other.index];
      if (!before || before.start >= start || (places[index] && before.end + field.rest < start - step)) continue;
      if (other.watched.some(({ person }) => people.has(person))) weigh(other.index, 0.5);
    }
  }
  for (const [index, weight] of weights) urgency[index]! += step * weight * (0.25 + random.next());
}
