import { createStore, useStore } from 'zustand';

/** What the inspector shows. */
export interface Selection {
  readonly kind: 'task' | 'habit' | 'event' | 'match' | 'post';
  readonly id: string;
  /** Habits: the local day. */
  readonly day?: string | undefined;
  /** Split tasks: the piece, from 0. */
  readonly chunk?: number | undefined;
}

const store = createStore<{ readonly selection: Selection | null }>(() => ({ selection: null }));

export function useSelection(): Selection | null {
  return useStore(store, (state) => state.selection);
}

export function select(selection: Selection | null): void {
  store.setState({ selection });
}
