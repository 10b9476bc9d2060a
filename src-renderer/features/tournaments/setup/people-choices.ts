import type { TournamentView } from '../tournament-view';

export interface PersonChoice {
  readonly value: string;
  readonly label: string;
}

/** Everyone who plays, by name, for a select. */
export function peopleChoices(view: TournamentView): PersonChoice[] {
  const people = new Set(view.document.participants.flatMap(({ id, players }) => players ?? [id]));
  return [...people]
    .map((person) => ({ value: person, label: view.nameOf(person) }))
    .sort((one, other) => (one.label < other.label ? -1 : 1));
}
