// Everything one player has: matches with times and results, rests between them, and how long he waits.
import { type Instant, minutesBetween } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import type { TournamentView } from './tournament-view';

export interface PlayerListRow {
  readonly person: string;
  readonly name: string;
  readonly club: string | null;
  readonly categories: readonly string[];
  /** Certain matches and those umpired. */
  readonly matches: number;
  readonly won: number;
  readonly lost: number;
  /** Still in some draw. */
  readonly isIn: boolean;
  readonly next: Instant | null;
  readonly isMe: boolean;
  readonly isThere: boolean;
  readonly entries: readonly string[];
}

export interface CardMatch {
  readonly match: string;
  readonly role: 'plays' | 'umpires' | 'may play';
  readonly start: Instant | null;
  readonly end: Instant | null;
  /** Since the end of the match before it on that day, played or umpired; null for the first. */
  readonly restMinutes: number | null;
  readonly isShort: boolean;
  readonly outcome: 'won' | 'lost' | 'drawn' | 'running' | null;
  readonly score: string;
}

export interface PlayerCard {
  readonly person: string;
  readonly matches: readonly CardMatch[];
  readonly played: number;
  readonly umpired: number;
  /** Between two matches of a day beyond the rest. */
  readonly waitMinutes: number;
  readonly shortestRestMinutes: number | null;
}

/** By name. */
export function playerList(view: TournamentView): PlayerListRow[] {
  const people = new Map<string, { entries: string[]; categories: string[]; club: string | null }>();
  for (const entry of view.document.participants)
    for (const person of entry.players ?? [entry.id]) {
      const known = people.get(person) ?? { entries: [], categories: [], club: entry.club };
      known.entries.push(entry.id);
      if (entry.category !== null) known.categories.push(entry.category);
      people.set(person, known);
    }
  const withdrawn = new Set(view.document.withdrawals.map(({ entry }) => entry));
  const there = new Set(view.document.checkedIn);
  const byPerson = matchesByPerson(view);
  return [...people]
    .map(([person, { entries, categories, club }]): PlayerListRow => {
      const own = byPerson.get(person) ?? [];
      const results = own.map((match) => outcomeOf(view, match, entries));
      const open = own.filter((match) => ['open', 'running'].includes(view.problemMatch(match).state));
      const starts = open.map((match) => view.rowOf.get(match)?.start ?? null).filter((start) => start !== null);
      return {
        person,
        name: view.nameOf(person),
        club,
        categories,
        matches: own.length,
        won: results.filter((outcome) => outcome === 'won').length,
        lost: results.filter((outcome) => outcome === 'lost').length,
        isIn: entries.some((entry) => !withdrawn.has(entry)) && (open.length > 0 || own.length === 0),
        next: starts.length > 0 ? (Math.min(...starts) as Instant) : null,
        isMe: entries.some((entry) => view.me.has(entry)) || view.me.has(person),
        isThere: there.has(person),
        entries,
      };
    })
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

export function playerCard(view: TournamentView, person: string): PlayerCard {
  const entries = view.document.participants
    .filter(({ id, players }) => (players ?? [id]).includes(person))
    .map(({ id }) => id);
  const asUmpire = new Set(view.state.problem.umpires.filter(({ player }) => player === person).map(({ id }) => id));
  const matches = view.state.problem.matches
    .flatMap((match): CardMatch[] => {
      const row = view.rowOf.get(match.id);
      if (match.state === 'free' && !match.players.includes(person)) return [];
      const role = match.players.includes(person)
        ? 'plays'
        : row?.umpire != null && asUmpire.has(row.umpire)
          ? 'umpires'
          : match.possible.has(person)
            ? 'may play'
            : null;
      if (role === null) return [];
      const outcome = role === 'plays' ? outcomeOf(view, match.id, entries) : null;
      return [
        {
          match: match.id,
          role,
          start: row?.start ?? null,
          end: row?.end ?? null,
          restMinutes: null,
          isShort: false,
          outcome,
          score: match.result?.score ?? '',
        },
      ];
    })
    .sort((one, other) => (one.start ?? Number.MAX_SAFE_INTEGER) - (other.start ?? Number.MAX_SAFE_INTEGER));
  return { person, ...withRests(view, matches) };
}

function withRests(view: TournamentView, matches: readonly CardMatch[]): Omit<PlayerCard, 'person'> {
  const rested: CardMatch[] = [];
  let lastEnd: Instant | null = null;
  let lastPlayed: Instant | null = null;
  let waitMinutes = 0;
  let shortest: number | null = null;
  for (const one of matches) {
    if (one.start === null || one.role === 'may play') {
      rested.push(one);
      continue;
    }
    const sameDay = lastEnd !== null && dayAt(view.zone, lastEnd) === dayAt(view.zone, one.start);
    const restMinutes = sameDay ? minutesBetween(lastEnd!, one.start) : null;
    const sincePlayed =
      one.role === 'plays' && lastPlayed !== null && dayAt(view.zone, lastPlayed) === dayAt(view.zone, one.start)
        ? minutesBetween(lastPlayed, one.start)
        : null;
    if (sincePlayed !== null) {
      waitMinutes += Math.max(0, sincePlayed - view.state.problem.restMinutes);
      shortest = Math.min(shortest ?? sincePlayed, sincePlayed);
    }
    rested.push({ ...one, restMinutes, isShort: sincePlayed !== null && sincePlayed < view.state.problem.restMinutes });
    lastEnd = one.end;
    if (one.role === 'plays') lastPlayed = one.end;
  }
  return {
    matches: rested,
    played: rested.filter(({ role }) => role === 'plays').length,
    umpired: rested.filter(({ role }) => role === 'umpires').length,
    waitMinutes,
    shortestRestMinutes: shortest,
  };
}

function matchesByPerson(view: TournamentView): Map<string, string[]> {
  const own = new Map<string, string[]>();
  for (const match of view.state.problem.matches)
    for (const player of match.players) own.set(player, [...(own.get(player) ?? []), match.id]);
  return own;
}

function outcomeOf(view: TournamentView, match: string, entries: readonly string[]): CardMatch['outcome'] {
  const own = view.problemMatch(match);
  if (own.result === null) return null;
  if (own.result.kind === 'running') return 'running';
  if (own.result.winner === null) return 'drawn';
  return entries.includes(own.result.winner) ? 'won' : 'lost';
}
