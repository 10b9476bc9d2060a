// The order of play takes the place of the screen it was opened from, until it is closed or another section is chosen.
import { createStore, useStore } from 'zustand';
import { currentSection, type Section, useSection } from '../navigation';
import { useWorkspace } from '../workspace';
import { type TournamentView, tournamentView } from './view';

interface Opened {
  readonly id: string;
  readonly from: Section;
}

const store = createStore<{ readonly opened: Opened | null }>(() => ({ opened: null }));

/** Shows the order of play, from where it is printed or saved as a PDF. */
export function printOrderOfPlay(id: string): void {
  store.setState({ opened: { id, from: currentSection() } });
}

export function closeOrderOfPlay(): void {
  store.setState({ opened: null });
}

/** The tournament whose order of play is shown; null when none is. */
export function useOrderOfPlay(): TournamentView | null {
  const section = useSection();
  const opened = useStore(store, (state) => state.opened);
  const tournaments = useWorkspace((state) => state.tournaments);
  if (!opened || opened.from !== section) return null;
  const document = tournaments.find(({ id }) => id === opened.id);
  return document ? tournamentView(document) : null;
}
