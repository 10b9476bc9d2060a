// What no timetable can be below. Each bound leaves out all rules but a few and is exact for those, so it can never be above the truth.

import { groupBy } from '../../base/group-by';
import { mergeSpans, type SpanSet } from '../../time/span-set';
import type { MakespanBound } from '../document';
import { FOREVER, type ProblemMatch, type TournamentProblem } from '../problem';
import { feederOfSlot } from '../slot';
import { earliestEnd } from './open-time';

const MINUTE = 60_000;

/**
 * The strongest bound; null when matches were played already (their real times obey no rule) or some can never be placed.
 * `needsUmpire`, by match: false for those that may go without, because nobody could ever umpire them.
 */
export function makespanBound(
  problem: TournamentProblem,
  needsUmpire: (index: number) => boolean,
): MakespanBound | null {
  if (problem.matches.some(({ state }) => state === 'played' || state === 'running')) return null;
  const matches = problem.matches.filter(({ state }) => state === 'open');
  const ground: Ground = { problem, matches, needsUmpire, anyOpen: anyCourtOpen(problem) };
  const bounds = [capacityBound(ground), roundsBound(ground), chainBound(ground), playerBound(ground)];
  const best = bounds.reduce((one, other) => (other.minutes > one.minutes ? other : one));
  return Number.isFinite(best.minutes) ? best : null;
}

interface Ground {
  readonly problem: TournamentProblem;
  readonly matches: readonly ProblemMatch[];
  readonly needsUmpire: (index: number) => boolean;
  /** When any court is open. */
  readonly anyOpen: SpanSet;
}

/** The earliest end of so many matches on lanes that are all open whenever any court is: the fullest lane is the last. */
function endInLanes({ anyOpen }: Ground, lanes: number, from: number, length: number, matches: number): number {
  const inFullest = matches === 0 ? 0 : Math.ceil(matches / Math.min(lanes, matches));
  return earliestEnd([anyOpen], from, length, 0, inFullest);
}

function anyCourtOpen(problem: TournamentProblem): SpanSet {
  if (problem.courts.length === 0) return [{ start: problem.start, end: FOREVER }];
  return mergeSpans(problem.courts.flatMap(({ open }) => open));
}

/** The earliest end of these matches, all of one length, by courts, by umpires and by the organiser's limit; the latest of the three. */
function endOfMatches(ground: Ground, from: number, length: number, matches: readonly ProblemMatch[]): number {
  const { problem, needsUmpire } = ground;
  const { courts, umpires, maxParallel } = problem;
  const pause = problem.changeoverMinutes * MINUTE;
  const served = matches.filter(({ index }) => needsUmpire(index)).length;
  const byCourts =
    courts.length === 0
      ? from
      : earliestEnd(
          courts.map(({ open }) => open),
          from,
          length,
          pause,
          matches.length,
        );
  const byUmpires = umpires.length === 0 ? from : endInLanes(ground, umpires.length, from, length, served);
  const byLimit = endInLanes(ground, maxParallel, from, length, matches.length);
  return Math.max(byCourts, byUmpires, byLimit);
}

function capacityBound(ground: Ground): MakespanBound {
  const { problem, matches, needsUmpire } = ground;
  const shortest = Math.min(...matches.map(({ minutes }) => minutes)) * MINUTE;
  const end = matches.length === 0 ? problem.start : endOfMatches(ground, problem.start, shortest, matches);
  // Matches of several lengths: the minutes of work over what can run at once.
  const work = matches.reduce((sum, { minutes }) => sum + minutes, 0);
  const atOnce = Math.min(
    problem.courts.length || Number.POSITIVE_INFINITY,
    matches.every(({ index }) => needsUmpire(index))
      ? problem.umpires.length || Number.POSITIVE_INFINITY
      : matches.length,
    problem.maxParallel,
    Math.max(matches.length, 1),
  );
  const minutes = Math.max((end - problem.start) / MINUTE, work / atOnce);
  return {
    minutes,
    reason: 'capacity',
    detail: `${matches.length} matches, ${atOnce} at once, need ${Math.ceil(minutes)} min.`,
  };
}

/** Round after round within a category: each needs its courts, and its last match needs rested players. */
function roundsBound(ground: Ground): MakespanBound {
  const { problem, matches } = ground;
  const strict = problem.document.options.rounds === 'strict';
  let longest = 0;
  let detail = 'no rounds';
  if (!strict) return { minutes: 0, reason: 'rounds', detail };
  for (const [category, own] of groupBy(matches, ({ match }) => match.category)) {
    const rounds = [...groupBy(own, ({ match }) => match.round)].sort(([one], [other]) => one - other);
    let end: number = problem.start;
    let courtsUntil: number = problem.start;
    rounds.forEach(([, round], at) => {
      const length = round[0]!.minutes * MINUTE;
      const before = rounds[at - 1]?.[1];
      const from = before ? Math.max(end, courtsUntil + changeoverAfter(problem, before)) : end;
      const byCourts = endOfMatches(ground, from, length, round);
      const byRest =
        before && everyoneGoesOn(before, round)
          ? earliestEnd([ground.anyOpen], end + problem.restMinutes * MINUTE, length, 0, 1)
          : 0;
      courtsUntil = byCourts;
      end = Math.max(byCourts, byRest);
    });
    const minutes = (end - problem.start) / MINUTE;
    if (minutes <= longest) continue;
    longest = minutes;
    const sizes = rounds.map(([, round]) => round.length).join(' + ');
    detail = `${category === null ? 'The rounds' : `The rounds of ${category}`} of ${sizes} matches need ${minutes} min one after the other.`;
  }
  return { minutes: longest, reason: 'rounds', detail };
}

/** A round that needs every court to its very end is followed by a changeover; any other may leave a court free. */
function changeoverAfter(problem: TournamentProblem, round: readonly ProblemMatch[]): number {
  const isWhole = problem.courts.length > 0 && round.length % problem.courts.length === 0;
  const alwaysOpen = problem.courts.every(
    ({ open }) => open.length === 1 && open[0]!.start <= problem.start && open[0]!.end === FOREVER,
  );
  const lanes = Math.min(problem.umpires.length || Number.POSITIVE_INFINITY, problem.maxParallel);
  return isWhole && alwaysOpen && lanes >= problem.courts.length ? problem.changeoverMinutes * MINUTE : 0;
}

/** Whichever match of the round ends last, somebody of it stands in the next round. */
function everyoneGoesOn(round: readonly ProblemMatch[], next: readonly ProblemMatch[]): boolean {
  const fed = new Set(next.flatMap(({ feeders }) => feeders));
  const players = new Set(next.flatMap((match) => match.players));
  return round.every((match) => fed.has(match.index) || match.players.some((player) => players.has(player)));
}

/** The longest way through the draw, with a rest before every next match. */
function chainBound({ problem, matches, anyOpen }: Ground): MakespanBound {
  const ends = new Map<number, { end: number; count: number }>();
  const endOf = (match: ProblemMatch): { end: number; count: number } => {
    const known = ends.get(match.index);
    if (known) return known;
    const before = match.feeders
      .map((index) => problem.matches[index]!)
      .filter(({ state }) => state === 'open')
      .map(endOf)
      .reduce((one, other) => (other.end > one.end ? other : one), {
        end: problem.start - problem.restMinutes * MINUTE,
        count: 0,
      });
    const end = earliestEnd([anyOpen], before.end + problem.restMinutes * MINUTE, match.minutes * MINUTE, 0, 1);
    const own = { end, count: before.count + 1 };
    ends.set(match.index, own);
    return own;
  };
  const last = matches
    .map(endOf)
    .reduce((one, other) => (other.end > one.end ? other : one), { end: problem.start as number, count: 0 });
  const minutes = (last.end - problem.start) / MINUTE;
  return { minutes, reason: 'chain', detail: `${last.count} matches in a row with rests need ${minutes} min.` };
}

/**
 * The most matches that one player may have to play, with rests: from every match in which he stands for certain the longest way on
 * through the draw. Whoever may play two of them cannot play them side by side, so all of them stand one after the other.
 */
function playerBound(ground: Ground): MakespanBound {
  const { problem, matches, anyOpen } = ground;
  const wayOn = waysThroughTheDraw(ground);
  const own = new Map<string, Set<ProblemMatch>>();
  for (const match of matches)
    for (const player of match.players) {
      const all = own.get(player) ?? new Set();
      own.set(player, all);
      for (let at: ProblemMatch | undefined = match; at && !all.has(at); at = wayOn.get(at)) all.add(at);
    }
  let longest = 0;
  let detail = 'no player';
  for (const [player, all] of own) {
    const shortest = Math.min(...[...all].map(({ minutes }) => minutes)) * MINUTE;
    const end = earliestEnd([anyOpen], problem.start, shortest, problem.restMinutes * MINUTE, all.size);
    const minutes = (end - problem.start) / MINUTE;
    if (minutes <= longest) continue;
    longest = minutes;
    detail = `Up to ${all.size} matches of ${problem.nameOf(player)} with rests need ${minutes} min.`;
  }
  return { minutes: longest, reason: 'player', detail };
}

/** By match: where its winner (or loser) goes next, on the way with the most matches to come. Group tables are no such way. */
function waysThroughTheDraw({ problem, matches }: Ground): Map<ProblemMatch, ProblemMatch> {
  const takers = new Map<ProblemMatch, ProblemMatch[]>();
  for (const match of matches)
    for (const slot of match.match.entries) {
      const feeder = problem.matches[problem.indexOf.get(feederOfSlot(slot) ?? '') ?? -1];
      if (feeder?.state === 'open') takers.set(feeder, [...(takers.get(feeder) ?? []), match]);
    }
  const depths = new Map<ProblemMatch, number>();
  const wayOn = new Map<ProblemMatch, ProblemMatch>();
  const depthOf = (match: ProblemMatch): number => {
    const known = depths.get(match);
    if (known !== undefined) return known;
    let depth = 1;
    for (const taker of takers.get(match) ?? []) {
      if (depthOf(taker) + 1 <= depth) continue;
      depth = depthOf(taker) + 1;
      wayOn.set(match, taker);
    }
    depths.set(match, depth);
    return depth;
  };
  for (const match of matches) depthOf(match);
  return wayOn;
}
