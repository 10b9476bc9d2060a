// The one way an action changes a tournament: one undo step, checked as if it came from a file.
import { failed, ok, type Result } from '#shared/base/result';
import type { TournamentDocument } from '#shared/tournaments/document';
import { readTournament } from '#shared/tournaments/read-tournament';
import { commit } from '../commit';
import type { StoredTournament } from '../workspace';
import { type TournamentView, tournamentView } from './view';

export type TournamentEdit = (view: TournamentView) => Result<TournamentDocument, string>;

/** Computes the new document from the newest one and stores it; a text refuses and nothing is stored. */
export function editTournament(id: string, label: string, edit: TournamentEdit): Promise<Result<void, string>> {
  return commit(label, ({ tournaments }) => {
    const before = tournaments.find((tournament) => tournament.id === id);
    if (!before) return `There is no tournament ${id}.`;
    const edited = edit(tournamentView(before));
    if (!edited.ok) return edited.error;
    if (edited.value === before) return {};
    const checked = checkedTournament({ ...edited.value, id });
    return checked.ok ? { puts: { tournaments: [checked.value] } } : checked.error;
  });
}

/** Reads a document again, so that nothing stands in the store that could not be read from a file. */
export function checkedTournament(document: unknown): Result<StoredTournament, string> {
  const read = readTournament(document);
  if (!read.ok) return failed(read.error.join('\n'));
  return read.value.id === undefined ? failed('A tournament needs an id.') : ok({ ...read.value, id: read.value.id });
}
