// Legal places among matches that already stand: for repairs, for hand moves and for the queue of the day.

import { FOREVER } from '../problem';
import { type CourtBoard, courtBoard } from './court-board';
import type { Field, FieldMatch } from './field';
import { type PeopleBoard, peopleBoard } from './people-board';

/** Courts and umpires are numbers; -1 is none. Times are milliseconds. */
export interface FoundPlace {
  readonly start: number;
  readonly end: number;
  readonly court: number;
  readonly umpire: number;
}

export interface PlaceFinder {
  /** The place as it is, if nothing is against it. */
  keeps(match: FieldMatch, place: FoundPlace): boolean;
  /** For a match that began: the same place without its umpire, or with another one for an umpire who left meanwhile. Null if more is against it. */
  relieved(match: FieldMatch, place: FoundPlace): FoundPlace | null;
  /** The earliest legal place from `from` on, at equal times nearest to `wish`, on its court only, or without an umpire, if asked; null when there is none. */
  earliest(
    match: FieldMatch,
    from: number,
    wish: FoundPlace | null,
    how?: { readonly onWishedCourt?: boolean; readonly umpireOptional?: boolean },
  ): FoundPlace | null;
  /** What it may not start before: its feeders and their rest, the round before; NaN while one of them has no place. */
  readyAt(match: FieldMatch): number;
  put(match: FieldMatch, place: FoundPlace): void;
}

/** `tight`: of the free courts the one where the least room is lost, instead of the least used. */
export function placeFinder(field: Field, { tight = false } = {}): PlaceFinder {
  const courts: CourtBoard = courtBoard(field);
  const people: PeopleBoard = peopleBoard(field);
  const ends = new Float64Array(field.matches.length).fill(Number.NaN);
  const standing: FoundPlace[] = [];
  const loads = new Int32Array(field.problem.umpires.length);
  /** Where something opens or ends, each once: many matches end together. */
  const turns = new Set([
    field.start,
    ...field.problem.courts.flatMap(({ open }) => open.map(({ start }) => start)),
    ...field.problem.umpires.flatMap(({ available }) => available.map(({ start }) => start)),
    ...field.away.flatMap((spans) => spans.map(({ end }) => end)),
  ]);

  const hasCourts = field.problem.courts.length > 0;
  const hasUmpires = field.problem.umpires.length > 0;

  const readyAt = (match: FieldMatch): number => {
    let ready = field.start;
    // What was played at a time nobody recorded is over.
    const counts = (index: number): boolean => {
      const { isFree, isFact, fixedStart } = field.matches[index]!;
      return !isFree && !(isFact && fixedStart === null);
    };
    for (const index of match.feeders) if (counts(index)) ready = Math.max(ready, ends[index]! + field.rest);
    for (const index of match.roundBefore) if (counts(index)) ready = Math.max(ready, ends[index]!);
    return ready;
  };

  const withinLimit = (start: number, end: number): boolean =>
    !Number.isFinite(field.problem.maxParallel) ||
    standing.filter((other) => other.start < end && start < other.end).length < field.problem.maxParallel;

  const courtAt = (
    match: FieldMatch,
    start: number,
    end: number,
    wish: FoundPlace | null,
    only: boolean,
  ): number | null => {
    if (!hasCourts) return -1;
    if (match.fixedCourt >= 0) return courts.isFree(match.fixedCourt, start, end) ? match.fixedCourt : null;
    if (wish && wish.court >= 0 && courts.isFree(wish.court, start, end)) return wish.court;
    const court = only ? -1 : tight ? courts.tightest(start, end) : courts.leastUsed(start, end);
    return court < 0 ? null : court;
  };

  const umpireAt = (
    match: FieldMatch,
    start: number,
    end: number,
    wish: FoundPlace | null,
    optional: boolean,
  ): number | null => {
    if (!hasUmpires) return -1;
    const able = (umpire: number): boolean => match.umpires.includes(umpire) && people.canUmpire(umpire, start, end);
    if (match.fixedUmpire >= 0) return able(match.fixedUmpire) ? match.fixedUmpire : null;
    const free = match.umpires.filter(able);
    const isKept = wish !== null && free.includes(wish.umpire);
    const neutral = free.some((umpire) => match.breach[umpire] === 0);
    if (isKept && (match.breach[wish.umpire] === 0 || !neutral)) return wish.umpire;
    const order = (umpire: number): number =>
      (match.breach[umpire]! * 10_000 + loads[umpire]!) * 2 + match.mayBreach[umpire]!;
    const best = free.sort((one, other) => order(one) - order(other) || one - other)[0];
    // Whoever can never have an umpire plays without.
    return best ?? (match.umpires.length === 0 || optional ? -1 : null);
  };

  const placeAt = (
    match: FieldMatch,
    start: number,
    wish: FoundPlace | null,
    only: boolean,
    optional: boolean,
  ): FoundPlace | null => {
    const end = start + match.length;
    if (!people.canPlay(match, start, end) || !withinLimit(start, end)) return null;
    const court = courtAt(match, start, end, wish, only);
    const umpire = court === null ? null : umpireAt(match, start, end, wish, optional);
    return court === null || umpire === null ? null : { start, end, court, umpire };
  };

  /** Whoever umpires. */
  const fits = (match: FieldMatch, place: FoundPlace): boolean => {
    if (!(place.start >= readyAt(match)) || place.end - place.start !== match.length) return false;
    if (!people.canPlay(match, place.start, place.end) || !withinLimit(place.start, place.end)) return false;
    if (hasCourts && (place.court < 0 || !courts.isFree(place.court, place.start, place.end))) return false;
    return match.fixedCourt < 0 || match.fixedCourt === place.court;
  };

  return {
    readyAt,
    keeps(match, place) {
      if (!fits(match, place)) return false;
      if (match.fixedUmpire >= 0 && match.fixedUmpire !== place.umpire) return false;
      if (place.umpire < 0) return !hasUmpires || match.umpires.length === 0;
      return match.umpires.includes(place.umpire) && people.canUmpire(place.umpire, place.start, place.end);
    },
    relieved(match, place) {
      if (match.fixedUmpire >= 0 || !fits(match, place)) return null;
      if (place.umpire < 0) return place;
      const duty = field.problem.umpires[place.umpire]!.available.find(
        ({ start, end }) => start <= place.start && place.start < end && end < place.end,
      );
      if (!duty || !people.canUmpire(place.umpire, place.start, duty.end)) return null;
      return { ...place, umpire: umpireAt(match, place.start, place.end, place, true) ?? -1 };
    },
    earliest(match, from, wish, { onWishedCourt = false, umpireOptional = false } = {}) {
      const ready = Math.max(readyAt(match), from);
      if (Number.isNaN(ready)) return null;
      const later = [...turns].filter((moment) => moment > ready && moment < FOREVER);
      for (const moment of [ready, ...later.sort((one, other) => one - other)]) {
        const place = placeAt(match, moment, wish, onWishedCourt && wish !== null, umpireOptional);
        if (place) return place;
      }
      return null;
    },
    put(match, place) {
      ends[match.index] = place.end;
      standing.push(place);
      for (const pause of [0, field.changeover, field.rest]) turns.add(place.end + pause);
      if (place.court >= 0) courts.reserve(place.court, place.start, place.end);
      people.play(match, place.start, place.end);
      if (place.umpire >= 0) {
        people.umpire(place.umpire, match.index, place.start, place.end);
        loads[place.umpire]! += 1;
      }
    },
  };
}
