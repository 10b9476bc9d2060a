// The tournament as planning sees it: indices instead of ids, spans instead of wall times, and who may meet whom already worked out.
import { groupBy } from '../base/group-by';
import { type Instant, plusMinutes } from '../time/instant';
import type { Span } from '../time/span';
import { intersectSpans, mergeSpans, type SpanSet, subtractSpans } from '../time/span-set';
import { instantOfWallTime, type ZoneId } from '../time/zone';
import { type Appearances, appearancesOf } from './appearances';
import { categoriesOf } from './categories';
import type { Match, MatchResult, Pin, TournamentDocument, WallSpan } from './document';
import { entryIn, type MatchState, type ResolvedMatch, resolveMatches } from './resolve';
import { feederOfSlot, groupOfSlot, isOfGroup } from './slot';
import { startOf } from './start-time';

export interface ProblemMatch {
  readonly index: number;
  readonly id: string;
  readonly match: Match;
  readonly minutes: number;
  readonly state: MatchState;
  /** Entries that stand in it for certain. */
  readonly entries: readonly string[];
  /** The people who play for certain. */
  readonly players: readonly string[];
  /** Everyone who may play, the certain ones included. */
  readonly possible: Appearances;
  /** Clubs of the certain entries. */
  readonly clubs: ReadonlySet<string>;
  /** Clubs of everyone who may play. */
  readonly possibleClubs: ReadonlySet<string>;
  /** Matches that decide who plays it; a rest lies between. */
  readonly feeders: readonly number[];
  /** The round before it in its category; empty when rounds are no rule. */
  readonly roundBefore: readonly number[];
  readonly pin: Pin | null;
  readonly result: MatchResult | null;
}

export interface ProblemCourt {
  readonly id: string;
  readonly open: SpanSet;
}

export interface ProblemUmpire {
  readonly id: string;
  readonly index: number;
  readonly name: string;
  readonly club: string | null;
  readonly player: string | null;
  readonly available: SpanSet;
  readonly maxPerDay: number | null;
}

export interface TournamentProblem {
  readonly document: TournamentDocument;
  readonly zone: ZoneId;
  readonly start: Instant;
  readonly restMinutes: number;
  readonly changeoverMinutes: number;
  /** Most matches at once; Infinity = as many as courts and umpires allow. */
  readonly maxParallel: number;
  readonly respectClubs: boolean;
  readonly courts: readonly ProblemCourt[];
  readonly umpires: readonly ProblemUmpire[];
  readonly matches: readonly ProblemMatch[];
  readonly indexOf: ReadonlyMap<string, number>;
  /** When a player is away; nobody else is in it. */
  readonly away: ReadonlyMap<string, SpanSet>;
  nameOf(id: string): string;
}

/** The end of an opening without end: far beyond any tournament, and still an exact number. */
export const FOREVER = 8_640_000_000_000_000 as Instant;

/** `matches` are those of the draw, with their category's length. */
export function problemOf(document: TournamentDocument, matches: readonly Match[]): TournamentProblem {
  const zone = document.timeZone;
  const start = startOf(document);
  const resolved = resolveMatches(matches, document);
  const indexOf = new Map(matches.map((match, index) => [match.id, index]));
  const clubOf = new Map(document.participants.map((entry) => [entry.id, entry.club]));
  const peopleOf = new Map(document.participants.map((entry) => [entry.id, entry.players ?? [entry.id]]));
  const appearances = appearancesOf(resolved, (entry) => peopleOf.get(entry) ?? []);
  const minutes = new Map(categoriesOf(document).map((category) => [category.id, category.matchMinutes]));
  const pins = new Map(document.pins.map((pin) => [pin.match, pin]));
  const roundsBefore = document.options.rounds === 'strict' ? roundsBeforeOf(matches) : null;
  const names = namesOf(document);
  const play = hoursOfPlay(document, start);
  return {
    document,
    zone,
    start,
    restMinutes: document.restMinutes,
    changeoverMinutes: document.changeoverMinutes,
    maxParallel: document.options.maxParallelMatchesOverride || Number.POSITIVE_INFINITY,
    respectClubs: document.options.respectClubNeutrality,
    courts: document.courts.map((court) => ({
      id: court.id,
      open: subtractSpans(
        court.open ? intersectSpans(play, spansOf(court.open, zone)) : play,
        spansOf(
          document.closures.filter((closure) => closure.court === court.id),
          zone,
        ),
      ),
    })),
    umpires: document.umpires.map((umpire, index) => ({
      id: umpire.id,
      index,
      name: umpire.name ?? umpire.id,
      club: umpire.club,
      player: personOf(umpire.player, peopleOf),
      maxPerDay: umpire.maxPerDay,
      available: subtractSpans(
        umpire.available ? spansOf(umpire.available, zone) : [{ start: -FOREVER as Instant, end: FOREVER }],
        absencesOf(document, umpire.id, umpire.player),
      ),
    })),
    matches: resolved.map((one, index) =>
      problemMatch(one, index, {
        minutes: minutes.get(one.match.category) ?? document.matchMinutes,
        appearances: appearances[index]!,
        feeders: feedersNow(one, matches, indexOf),
        roundBefore: roundsBefore?.get(one.match) ?? [],
        pin: pins.get(one.match.id) ?? null,
        clubOf,
        peopleOf,
      }),
    ),
    indexOf,
    away: awayOf(document, peopleOf),
    nameOf: (id) => names.get(id) ?? id,
  };
}

/** Of courts, umpires, entries and the people in them: an entry of several lists their names between slashes. */
function namesOf({ courts, umpires, participants }: TournamentDocument): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, name = id, players = [] } of participants) {
    const people = name.split(' / ');
    if (people.length === players.length) for (const [at, player] of players.entries()) names.set(player, people[at]!);
  }
  for (const { id, name } of [...courts, ...umpires, ...participants]) names.set(id, name ?? id);
  return names;
}

/** The person; an entry of one person may stand for him. */
function personOf(player: string | null, peopleOf: ReadonlyMap<string, readonly string[]>): string | null {
  const players = player === null ? undefined : peopleOf.get(player);
  return players?.length === 1 ? players[0]! : player;
}

interface MatchFacts {
  readonly minutes: number;
  readonly appearances: { readonly people: Appearances; readonly entries: ReadonlySet<string> };
  readonly feeders: readonly number[];
  readonly roundBefore: readonly number[];
  readonly pin: Pin | null;
  readonly clubOf: ReadonlyMap<string, string | null>;
  readonly peopleOf: ReadonlyMap<string, readonly string[]>;
}

function problemMatch(one: ResolvedMatch, index: number, facts: MatchFacts): ProblemMatch {
  const entries = one.slots.map(entryIn).filter((entry) => entry !== null);
  return {
    index,
    id: one.match.id,
    match: one.match,
    minutes: facts.minutes,
    state: one.state,
    entries,
    players: [...new Set(entries.flatMap((entry) => facts.peopleOf.get(entry) ?? []))],
    possible: facts.appearances.people,
    clubs: clubsOf(entries, facts.clubOf),
    possibleClubs: clubsOf(facts.appearances.entries, facts.clubOf),
    feeders: facts.feeders,
    roundBefore: facts.roundBefore,
    pin: facts.pin,
    result: one.result,
  };
}

function clubsOf(entries: Iterable<string>, clubOf: ReadonlyMap<string, string | null>): Set<string> {
  const clubs = new Set<string>();
  for (const entry of entries) {
    const club = clubOf.get(entry);
    if (club) clubs.add(club);
  }
  return clubs;
}

/** Matches that still have to decide who plays: undecided slots only. */
function feedersNow(one: ResolvedMatch, matches: readonly Match[], indexOf: ReadonlyMap<string, number>): number[] {
  const found = new Set<number>();
  for (const slot of one.slots) {
    if (slot === 'nobody' || entryIn(slot) !== null) continue;
    const open = slot as Match['entries'][number];
    const feeder = feederOfSlot(open);
    if (feeder !== null && indexOf.has(feeder)) found.add(indexOf.get(feeder)!);
    const group = groupOfSlot(open);
    if (group === null && open !== null) continue;
    matches.forEach((other, index) => {
      const decides =
        open === null
          ? other.category === one.match.category && other.round === one.match.round - 1
          : isOfGroup(other, group!, one.match.category);
      if (decides) found.add(index);
    });
  }
  return [...found];
}

/** For every match the indices of the nearest earlier round of its category; the matches of one round share one list. */
function roundsBeforeOf(matches: readonly Match[]): Map<Match, readonly number[]> {
  const before = new Map<Match, readonly number[]>();
  for (const category of groupBy([...matches.keys()], (index) => matches[index]!.category).values()) {
    const rounds = [...groupBy(category, (index) => matches[index]!.round)].sort(([one], [other]) => one - other);
    for (const [at, [, indices]] of rounds.entries())
      for (const index of indices) before.set(matches[index]!, rounds[at - 1]?.[1] ?? []);
  }
  return before;
}

function hoursOfPlay(document: TournamentDocument, start: Instant): SpanSet {
  const zone = document.timeZone;
  const days = document.days.length > 0 ? spansOf(document.days, zone) : [{ start, end: FOREVER }];
  return subtractSpans(intersectSpans(days, [{ start, end: FOREVER }]), spansOf(document.breaks, zone));
}

function spansOf(
  spans: readonly { readonly from: WallSpan['from']; readonly to: WallSpan['to'] | null }[],
  zone: ZoneId,
): SpanSet {
  return mergeSpans(
    spans.map(
      ({ from, to }): Span => ({
        start: instantOfWallTime(zone, from),
        end: to === null ? FOREVER : instantOfWallTime(zone, to),
      }),
    ),
  );
}

function absencesOf(document: TournamentDocument, ...who: readonly (string | null)[]): SpanSet {
  return spansOf(
    document.absences.filter((absence) => who.includes(absence.who)),
    document.timeZone,
  );
}

/** Players' absences; an umpire who plays is away as a player too. */
function awayOf(document: TournamentDocument, peopleOf: ReadonlyMap<string, readonly string[]>): Map<string, SpanSet> {
  const people = new Set([...peopleOf.values()].flat());
  const away = new Map<string, SpanSet>();
  if (document.absences.length === 0) return away;
  for (const person of people) {
    const asUmpire = document.umpires.filter(({ player }) => player === person).map(({ id }) => id);
    const spans = absencesOf(document, person, ...asUmpire);
    if (spans.length > 0) away.set(person, spans);
  }
  return away;
}

export function endOf(match: ProblemMatch, start: Instant): Instant {
  return plusMinutes(start, match.minutes);
}
