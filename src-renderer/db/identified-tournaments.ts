import type { TournamentDocument } from '#shared/tournaments/document';
import type { StoredTournament } from './rows';

/** Tournaments of a document as rows: one that has no id, or one that stood before it, gets the first free "tournament-n". */
export function identifiedTournaments(tournaments: readonly TournamentDocument[]): StoredTournament[] {
  const taken = new Set<string>();
  return tournaments.map((tournament) => {
    let id = tournament.id ?? 'tournament-1';
    for (let number = 1; taken.has(id); number += 1) id = `tournament-${number}`;
    taken.add(id);
    return { ...tournament, id };
  });
}
