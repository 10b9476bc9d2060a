// Tournaments for tests, in few words.
import type { TournamentDocument } from '#shared/tournaments/document';
import { readTournament } from '#shared/tournaments/read-tournament';

export type Json = Readonly<Record<string, unknown>>;

/** A document with 2026-11-28 09:00 in UTC, matches of 60 minutes and 15 minutes of rest, unless said otherwise. Throws when it is wrong. */
export function tournament(fields: Json): TournamentDocument {
  const read = readTournament({
    format: 'daywright.tournament',
    version: 1,
    type: 'given',
    timeZone: 'UTC',
    start: '2026-11-28T09:00',
    matchMinutes: 60,
    restMinutes: 15,
    ...fields,
  });
  if (!read.ok) throw new Error(read.error.join('; '));
  return read.value;
}

/** "p1" to "p{count}"; clubs are dealt in turn. */
export function entries(count: number, clubs: readonly string[] = []): Json[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    ...(clubs.length > 0 ? { club: clubs[index % clubs.length] } : {}),
  }));
}

export function courts(...ids: readonly string[]): Json[] {
  return ids.map((id) => ({ id }));
}

/** "u1:X" is umpire u1 of club X; "u1" has none. */
export function umpires(...texts: readonly string[]): Json[] {
  return texts.map((text) => {
    const [id, club] = text.split(':');
    return { id, club: club ?? null };
  });
}

/** "r1m1 1 p1 p2" is a match of round 1; "W:r1m1" and "L:r1m1" are its winner and loser, "?" is nobody yet. */
export function matches(...texts: readonly string[]): Json[] {
  return texts.map((text) => {
    const [id, round, one, other] = text.split(' ');
    return { id, round: Number(round), entries: [slot(one!), slot(other!)] };
  });
}

function slot(text: string): unknown {
  if (text === '?') return null;
  const [kind, of] = text.split(':');
  return of === undefined ? text : kind === 'W' ? { winnerOf: of } : { loserOf: of };
}

/** "09:00" of a UTC instant. */
export function clock(at: number | null): string {
  return at === null ? 'none' : new Date(at).toISOString().slice(11, 16);
}
