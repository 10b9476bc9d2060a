// Which tournament is open; remembered by this browser, not part of the user's data.
import { createStore, useStore } from 'zustand';
import { type StoredTournament, useWorkspace, workspaceNow } from '../workspace';
import { type TournamentView, tournamentView } from './view';

const KEY = 'daywright.tournament';

const store = createStore<{ readonly id: string | null }>(() => ({ id: localStorage.getItem(KEY) }));

/** All tournaments, by their start. */
export function useTournaments(): readonly StoredTournament[] {
  return useWorkspace((state) => state.tournaments);
}

/** The open tournament, or the newest when the one that was open is gone; null when there is none. */
export function useOpenTournament(): TournamentView | null {
  const id = useStore(store, (state) => state.id);
  const document = useWorkspace((state) => chosen(state.tournaments, id));
  return document && tournamentView(document);
}

export function openTournamentNow(): TournamentView | null {
  const document = chosen(workspaceNow().tournaments, store.getState().id);
  return document && tournamentView(document);
}

export function openTournament(id: string): void {
  localStorage.setItem(KEY, id);
  store.setState({ id });
}

function chosen(tournaments: readonly StoredTournament[], id: string | null): StoredTournament | null {
  return tournaments.find((tournament) => tournament.id === id) ?? tournaments.at(-1) ?? null;
}
