// Where one is on the Tournament screen: which view, what is selected. Kept while other screens are open; another tournament starts anew.
import { createStore, useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Day } from '#shared/time/day';

export type TournamentTab = 'courts' | 'draws' | 'umpires' | 'players';

export interface TournamentPlace {
  readonly tab: TournamentTab;
  /** The match the inspector shows. */
  readonly match: string | null;
  /** The player whose way is drawn strong and whose card is open. */
  readonly person: string | null;
  /** Null: the first one. */
  readonly category: string | null;
  /** Null: the next day of play. */
  readonly day: Day | null;
  /** What the inspector shows while no match and no player is selected. */
  readonly side: 'load' | 'day';
  /** Narrow windows: whether the inspector lies over the board. */
  readonly isSideOpen: boolean;
  /** The user's own events stand on the board's time axis. */
  readonly showsEvents: boolean;
  /** What is open over the screen. */
  readonly panel: 'setup' | null;
}

const START: TournamentPlace = {
  tab: 'courts',
  match: null,
  person: null,
  category: null,
  day: null,
  side: 'load',
  isSideOpen: false,
  showsEvents: false,
  panel: null,
};

const store = createStore<TournamentPlace>(() => START);

export function useTournamentPlace(): TournamentPlace {
  return useStore(
    store,
    useShallow((state) => state),
  );
}

export function tournamentPlace(): TournamentPlace {
  return store.getState();
}

export function setTournamentPlace(next: Partial<TournamentPlace>): void {
  store.setState(next);
}

/** Nothing selected and nothing open; how one looks at it stays. */
export function resetTournamentPlace(): void {
  const { tab, showsEvents } = store.getState();
  store.setState({ ...START, tab, showsEvents });
}

export function selectMatch(match: string | null): void {
  store.setState({ match, isSideOpen: match !== null });
}

export function selectPerson(person: string | null): void {
  store.setState({ person, match: null, isSideOpen: person !== null });
}
