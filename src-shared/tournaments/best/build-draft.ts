// Builds a timetable forward in time: at every moment at which something changes, the most urgent matches that can start do start.
import type { SeededRandom } from '../../base/seeded-random';
import { FOREVER } from '../problem';
import { cheapestUmpires } from './cheapest-umpires';
import { type Chosen, chooseWave } from './choose-wave';
import { type CourtBoard, courtBoard } from './court-board';
import { type Draft, emptyDraft, isPlaced } from './draft';
import type { Field, FieldMatch } from './field';
import { moments } from './moments';
import { type PeopleBoard, peopleBoard } from './people-board';

export interface BuildStyle {
  /** Milliseconds to wait so that a wave starts together; 0 = everything starts as soon as it can. */
  readonly patience: number;
  readonly clubsFirst: boolean;
  /** Counts what is left of categories that share people as one chain. */
  readonly coupled: boolean;
  /** Shuffles what is equally urgent; null keeps the order of the draw. */
  readonly random: SeededRandom | null;
  /** By match: it may go without an umpire. */
  readonly umpireOptional: Uint8Array;
}

/** Matches without a place have NaN for a start: no court, or no umpire, is there for them. */
export function buildDraft(field: Field, style: BuildStyle): Draft {
  const draft = emptyDraft(field.matches.length);
  const people = peopleBoard(field);
  const courts = courtBoard(field);
  const queue = moments();
  const loads = new Int32Array(field.problem.umpires.length);
  const tieBreak = field.matches.map((match) => (style.random ? style.random.next() : match.index));
  const waitingFor = new Int32Array(field.matches.length);
  const earliest = new Float64Array(field.matches.length).fill(field.start);
  const followers: number[][] = field.matches.map(() => []);
  const matchesLeft = new Int32Array(field.people);
  let open: FieldMatch[] = [];
  let running: number[] = [];
  let waitingSince = Number.POSITIVE_INFINITY;
  const rows = umpireRowCounter(field.problem.umpires.length);

  const settle = (match: FieldMatch, start: number, end: number, court: number, umpire: number): void => {
    draft.start[match.index] = start;
    draft.end[match.index] = end;
    draft.court[match.index] = court;
    draft.umpire[match.index] = umpire;
    running.push(match.index);
    if (umpire >= 0) {
      people.umpire(umpire, match.index, start, end);
      loads[umpire]! += 1;
      rows.add(umpire, start, end);
    }
    for (const { person, certain } of match.watched) if (certain) matchesLeft[person]! -= 1;
    for (const moment of [end, end + field.changeover, end + field.rest]) queue.add(moment);
    release(match);
  };

  const release = (match: FieldMatch): void => {
    for (const follower of followers[match.index]!) {
      const own = field.matches[follower]!;
      if (isPlaced(draft, match.index)) {
        const rested = own.feeders.includes(match.index) ? field.rest : 0;
        earliest[follower] = Math.max(earliest[follower]!, draft.end[match.index]! + rested);
      }
      waitingFor[follower]! -= 1;
      if (waitingFor[follower] === 0 && own.fixedStart === null && !own.isFree && !own.isFact) open.push(own);
    }
  };

  for (const match of field.matches) {
    const before = new Set([...match.feeders, ...match.roundBefore]);
    waitingFor[match.index] = before.size;
    for (const other of before) followers[other]!.push(match.index);
    for (const { person, certain } of match.watched) if (certain) matchesLeft[person]! += 1;
    if (before.size === 0 && match.fixedStart === null && !match.isFree && !match.isFact) open.push(match);
  }
  placeFixed(field, people, courts, loads, settle);
  for (const match of field.matches) if (match.isFree || (match.isFact && match.fixedStart === null)) release(match);
  for (const moment of momentsOf(field)) queue.add(moment);

  const chains = new Float64Array(field.coupled.length);
  const countChains = (): void => {
    const longest = new Float64Array(field.coupled.length);
    for (const match of field.matches)
      if (!match.isFree && !isPlaced(draft, match.index))
        longest[match.category] = Math.max(longest[match.category]!, match.tail);
    field.coupled.forEach((others, category) => {
      chains[category] = others.reduce((sum, other) => sum + longest[other]!, 0);
    });
  };
  const mostUrgentFirst = (candidates: readonly FieldMatch[]): FieldMatch[] =>
    candidates
      .map((match) => ({
        match,
        chain: match.tail + chains[match.category]!,
        busy: busiest(match, matchesLeft),
        tie: tieBreak[match.index]!,
      }))
      .sort((one, other) => other.chain - one.chain || other.busy - one.busy || one.tie - other.tie)
      .map(({ match }) => match);
  const shortest = Math.min(...field.matches.map(({ length }) => length));

  for (let at = queue.next(); at !== null && open.length > 0; at = queue.next()) {
    const now = at;
    const room = roomAt(field, draft, courts, running, now, shortest);
    if (room <= 0) continue;
    const ready = open.filter(
      (match) => earliest[match.index]! <= now && people.canPlay(match, now, now + match.length),
    );
    if (ready.length === 0) continue;
    if (style.coupled) countChains();
    const candidates = mostUrgentFirst(ready);
    if (style.patience > 0) {
      const soon = open.filter((match) => earliest[match.index]! <= now + style.patience).length;
      waitingSince = Math.min(waitingSince, now);
      if (candidates.length < Math.min(room, field.capacity, soon) && now < waitingSince + style.patience) {
        // Whatever happens, the wave starts then.
        queue.add(waitingSince + style.patience);
        continue;
      }
      waitingSince = Number.POSITIVE_INFINITY;
    }
    const { clubsFirst, umpireOptional } = style;
    const chosen = chooseWave({ field, people, courts, at: now, candidates, room, clubsFirst, umpireOptional });
    const umpires = cheapestUmpires(field, chosen, loads, rows.at(now));
    const taken = new Set(chosen.map(({ match }) => match));
    open = open.filter((match) => !taken.has(match));
    running = running.filter((index) => draft.end[index]! > now);
    chosen.forEach((one: Chosen, index) => {
      settle(one.match, now, one.end, one.court, umpires[index]!);
    });
  }
  return draft;
}

/** Facts and pins stand before anything else is placed; what they leave open (court, umpire) is chosen at once. */
function placeFixed(
  field: Field,
  people: PeopleBoard,
  courts: CourtBoard,
  loads: Int32Array,
  settle: (match: FieldMatch, start: number, end: number, court: number, umpire: number) => void,
): void {
  const fixed = field.matches.filter((match) => match.fixedStart !== null && !match.isFree);
  for (const match of fixed) {
    if (match.fixedCourt >= 0) courts.reserve(match.fixedCourt, match.fixedStart!, match.fixedEnd!);
    people.play(match, match.fixedStart!, match.fixedEnd!);
  }
  // Those whose umpire is fixed too come first, so that nobody takes him.
  for (const match of [...fixed].sort((one, other) => other.fixedUmpire - one.fixedUmpire)) {
    const start = match.fixedStart!;
    const end = match.fixedEnd!;
    let court = match.fixedCourt;
    if (court < 0 && !match.isFact) {
      court = courts.leastUsed(start, end);
      if (court >= 0) courts.reserve(court, start, end);
    }
    let umpire = match.fixedUmpire;
    if (umpire < 0 && !match.isFact) {
      const free = match.umpires.filter((one) => people.canUmpire(one, start, end));
      umpire =
        free.sort((one, other) => match.breach[one]! - match.breach[other]! || loads[one]! - loads[other]!)[0] ?? -1;
    }
    settle(match, start, end, court, umpire);
  }
}

/** How many matches in a row every umpire has had when a moment comes. Matches are added in the order of their starts. */
function umpireRowCounter(umpires: number): {
  add(umpire: number, start: number, end: number): void;
  at(moment: number): Int32Array;
} {
  const length = new Int32Array(umpires);
  const ends = new Float64Array(umpires).fill(Number.NEGATIVE_INFINITY);
  return {
    add(umpire, start, end) {
      length[umpire] = ends[umpire] === start ? length[umpire]! + 1 : 1;
      ends[umpire] = end;
    },
    at: (moment) => length.map((count, umpire) => (ends[umpire] === moment ? count : 0)),
  };
}

/** Moments at which something opens or somebody comes, besides the ends of matches. */
function momentsOf(field: Field): number[] {
  const { courts, umpires } = field.problem;
  const found = [field.start];
  for (const { open } of courts) for (const span of open) found.push(span.start);
  for (const { available } of umpires) for (const span of available) found.push(span.start);
  for (const spans of field.away) for (const span of spans) found.push(span.end);
  return found.filter((moment) => moment >= field.start && moment < FOREVER);
}

/** How many matches could start now: free courts, and what the organiser's limit leaves beside those that run. */
function roomAt(
  field: Field,
  draft: Draft,
  courts: CourtBoard,
  running: readonly number[],
  at: number,
  length: number,
): number {
  const free = field.problem.courts.length === 0 ? Number.POSITIVE_INFINITY : courts.countFree(at, at + length);
  const beside = running.filter(
    (index) => isPlaced(draft, index) && draft.end[index]! > at && draft.start[index]! < at + length,
  );
  return Math.min(free, field.problem.maxParallel - beside.length);
}

/** Matches that the busier of its players still has: a long chain of one player must not be left to the end. */
function busiest(match: FieldMatch, matchesLeft: Int32Array): number {
  let most = 0;
  for (const { person, certain } of match.watched) if (certain) most = Math.max(most, matchesLeft[person]!);
  return most;
}
