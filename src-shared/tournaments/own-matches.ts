// The user's own matches and umpire duties, for the calendar: what is certain, and what may come on the way through the draw.
import type { Instant } from '../time/instant';
import { rowsAsPlayed, rowsInForce } from './day/rows-of-timetable';
import type { TournamentDocument } from './document';
import { drawTournament } from './draws/draw-tournament';
import { type MatchWords, matchWords } from './match-words';
import { placedOf } from './placed';
import { problemOf, type TournamentProblem } from './problem';

export interface OwnMatch {
  /** Unique over all tournaments. */
  readonly id: string;
  readonly tournament: string;
  readonly match: string;
  readonly role: 'plays' | 'umpires';
  /** False: only if the draw goes that way. */
  readonly isCertain: boolean;
  readonly start: Instant;
  /** Exclusive. */
  readonly end: Instant;
  /** "R16 v Okafor", "QF if R16 won", "Umpire: WS QF 17". */
  readonly title: string;
  /** The court's name; null without one. */
  readonly court: string | null;
  /** The tournament's name. */
  readonly tournamentName: string;
  readonly isOver: boolean;
}

/** Planning asks at every run and the calendar at every look, nearly always about the same version. */
const known = new WeakMap<TournamentDocument, readonly OwnMatch[]>();

/** By start. Empty when nobody is marked as the user, or nothing is scheduled. */
export function ownMatches(document: TournamentDocument): readonly OwnMatch[] {
  if (document.me.length === 0 || document.timetable.length === 0) return [];
  const made = known.get(document) ?? findOwnMatches(document);
  known.set(document, made);
  return made;
}

function findOwnMatches(document: TournamentDocument): OwnMatch[] {
  const matches = drawTournament(document);
  const problem = problemOf(document, matches);
  const words = matchWords(problem);
  const { people, umpires } = whoIsMe(problem);
  return placedOf(problem, rowsAsPlayed(problem, rowsInForce(document, matches))).flatMap((at): OwnMatch[] => {
    const plays = at.match.players.some((player) => people.has(player));
    const mayPlay = plays || [...people].some((person) => at.match.possible.has(person));
    const isUmpire = at.umpire !== null && umpires.has(at.umpire);
    if (!mayPlay && !isUmpire) return [];
    const own = words.get(at.match.id)!;
    return [
      {
        id: `${document.id ?? ''}/${at.match.id}`,
        tournament: document.id ?? '',
        match: at.match.id,
        role: isUmpire && !plays ? 'umpires' : 'plays',
        isCertain: plays || isUmpire,
        start: at.start,
        end: at.end,
        title: isUmpire && !plays ? `Umpire: ${own.title}` : playTitle(problem, own, words, people),
        court: at.court === null ? null : problem.nameOf(at.court),
        tournamentName: document.name ?? 'Tournament',
        isOver: at.match.state === 'played',
      },
    ];
  });
}

function whoIsMe(problem: TournamentProblem): {
  readonly people: ReadonlySet<string>;
  readonly umpires: ReadonlySet<string>;
} {
  const { me, participants } = problem.document;
  const people = new Set(me.flatMap((id) => participants.find((entry) => entry.id === id)?.players ?? [id]));
  const umpires = new Set<string>();
  for (const { id, player } of problem.umpires) {
    if (me.includes(id) && player !== null) people.add(player);
    if (me.includes(id) || (player !== null && people.has(player))) umpires.add(id);
  }
  return { people, umpires };
}

function playTitle(
  problem: TournamentProblem,
  own: MatchWords,
  words: ReadonlyMap<string, MatchWords>,
  people: ReadonlySet<string>,
): string {
  const sideOfMine = own.sides.findIndex(({ entry }) => {
    const players = problem.document.participants.find(({ id }) => id === entry)?.players ?? [entry];
    return players.some((player) => player !== null && people.has(player));
  });
  if (sideOfMine >= 0) return `${own.round.short} v ${own.sides[sideOfMine === 0 ? 1 : 0]!.text}`;
  const match = problem.matches[problem.indexOf.get(own.id)!]!;
  const slot = match.match.entries.find((one) => {
    const feeder = one !== null && typeof one === 'object' ? (one.winnerOf ?? one.loserOf) : null;
    const index = typeof feeder === 'string' ? problem.indexOf.get(feeder) : undefined;
    return index !== undefined && [...people].some((person) => problem.matches[index]!.possible.has(person));
  });
  if (slot === undefined || slot === null || typeof slot !== 'object') return `${own.round.short} if reached`;
  const before = words.get(String(slot.winnerOf ?? slot.loserOf));
  return before ? `${own.round.short} if ${before.round.short} ${slot.winnerOf ? 'won' : 'lost'}` : own.round.short;
}
