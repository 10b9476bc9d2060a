// When hours are tight, building forward in time may give the last places to matches that could have been elsewhere. Here every match is put,
// the most urgent first, to the earliest place that is left anywhere in the day; and what was in the way of a match without a place becomes
// more urgent for the next attempt (D. Joslin and D. Clements, "Squeaky wheel optimization", JAIR 10, 1999).
import { seededRandom } from '../../base/seeded-random';
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
  /** 1 begins with the latest starts as they are, any other with an order of its own. */
  readonly seed: number;
  /** So many also for a tournament of any size. */
  readonly fewestAttempts: number;
}

export interface Fitting {
  /** One attempt; null when there is no more to try. */
  next(): Places | null;
}

/** Attempts in all: the larger the tournament the fewer, because each takes longer. */
const MOST_ATTEMPTS = 400;
const EFFORT = 360_000;
/** Attempts that learn from each other before everything starts afresh with another order. */
const ATTEMPTS_OF_ONE_ORDER = 6;
/** Of a few matches so many more attempts, in orders twice as long in which categories take no turns and nobody is given up. */
const MORE_ATTEMPTS = 400;
const ORDERS_WITH_WISHES = 3;

export function fitting(task: FittingTask): Fitting {
  const { field } = task;
  let latest = latestStarts(field);
  const random = seededRandom(task.seed);
  const count = field.matches.length;
  const affordable = Math.floor(EFFORT / count ** 2);
  const inShortOrders = Math.max(task.fewestAttempts, Math.min(MOST_ATTEMPTS, affordable));
  const attempts = affordable >= MOST_ATTEMPTS + MORE_ATTEMPTS ? MOST_ATTEMPTS + MORE_ATTEMPTS : inShortOrders;
  let urgency = new Float64Array(count);
  // A wish holds until its match was in the way of another, and in the later orders not at all.
  const moves = new Uint8Array(count);
  let tried = 0;
  let order = 0;
  let triedInOrder = 0;
  let last: Places | null = null;
  let fullest: Places | null = null;
  let givenUp = new Set<number>();

  const startOrder = (): void => {
    order += 1;
    triedInOrder = 0;
    // In one of four, what found no place so far is given up, so that nobody hurries for it; in another latest starts hardly count.
    const isShort = tried < inShortOrders;
    givenUp = new Set(isShort && order % 4 === 3 ? missingIn(task, fullest!) : []);
    const turns = isShort ? field.coupled.map(() => random.next()) : null;
    latest = latestStarts(field, turns, givenUp);
    const spread = longestSlot(field) * (isShort && order % 4 === 2 ? count : 1);
    urgency = Float64Array.from(field.matches, () => random.next() * spread);
    moves.fill(order < ORDERS_WITH_WISHES ? 0 : 1);
  };

  /** False when nobody is to blame. */
  const learnFrom = (places: Places): boolean => {
    const missing = missingIn(task, places).filter((index) => !givenUp.has(index));
    for (const [index, weight] of blamed(task, latest, places, missing)) {
      urgency[index]! += longestSlot(field) * weight * (0.25 + random.next());
      moves[index] = 1;
    }
    return missing.length > 0;
  };

  if (task.seed !== 1) startOrder();
  return {
    next() {
      if (tried >= attempts || (last && missingIn(task, last).length === 0)) return null;
      const long = tried < inShortOrders ? ATTEMPTS_OF_ONE_ORDER : 2 * ATTEMPTS_OF_ONE_ORDER;
      if (last && (triedInOrder >= long || !learnFrom(last))) startOrder();
      tried += 1;
      triedInOrder += 1;
      last = placeByUrgency(task, latest, urgency, moves);
      if (!fullest || missingIn(task, last).length < missingIn(task, fullest).length) fullest = last;
      return last;
    },
  };
}

function missingIn(task: FittingTask, places: Places): number[] {
  return places.flatMap((place, index) => (place === null && isOpen(task, index) ? [index] : []));
}

function isOpen({ field, standing }: FittingTask, index: number): boolean {
  return standing[index] == null && !field.matches[index]!.isFree && !field.matches[index]!.isFact;
}

function longestSlot(field: Field): number {
  return Math.max(...field.matches.map(({ length }) => length)) + field.rest;
}

/** Each as soon as what it waits for has a place; of those the one whose latest start, less its urgency, is nearest. */
function placeByUrgency(task: FittingTask, latest: Float64Array, urgency: Float64Array, moves: Uint8Array): Places {
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
    const keeps = wish !== null && moves[match.index] === 0 && wish.start >= from && finder.keeps(match, wish);
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

/**
 * How much more urgent what should become: what a match without a place waits for and stands too late, and half as much what kept the same
 * people busy just before that.
 */
function blamed(
  task: FittingTask,
  latest: Float64Array,
  places: Places,
  missing: readonly number[],
): Map<number, number> {
  const { field } = task;
  const before = new Set<number>();
  const climb = (index: number): void => {
    for (const one of [...field.matches[index]!.feeders, ...field.matches[index]!.roundBefore]) {
      if (before.has(one) || !isOpen(task, one)) continue;
      before.add(one);
      climb(one);
    }
  };
  for (const index of missing) climb(index);
  const late = [...before].filter((index) => places[index] && places[index].start > latest[index]!);
  const weights = new Map<number, number>();
  const weigh = (index: number, weight: number): void => {
    if (isOpen(task, index)) weights.set(index, Math.max(weights.get(index) ?? 0, weight));
  };
  for (const index of [...(late.length > 0 ? late : before), ...missing]) {
    weigh(index, 1);
    const start = places[index]?.start ?? Number.POSITIVE_INFINITY;
    const since = places[index] ? start - longestSlot(field) - field.rest : Number.NEGATIVE_INFINITY;
    const people = new Set(field.matches[index]!.watched.map(({ person }) => person));
    for (const other of field.matches) {
      const place = places[other.index];
      const isJustBefore = place && place.start < start && place.end >= since;
      if (isJustBefore && other.watched.some(({ person }) => people.has(person))) weigh(other.index, 0.5);
    }
  }
  return weights;
}
