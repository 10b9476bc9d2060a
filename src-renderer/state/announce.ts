// What is said to people who do not see the screen. The shell renders one polite and one assertive live region.
import { createStore, useStore } from 'zustand';

export type Politeness = 'polite' | 'assertive';

export interface Announcement {
  readonly text: string;
  /** Grows by one each time, so that the same sentence is spoken again. */
  readonly count: number;
}

type Announcements = Readonly<Record<Politeness, Announcement>>;

const store = createStore<Announcements>(() => ({
  polite: { text: '', count: 0 },
  assertive: { text: '', count: 0 },
}));

export function announce(text: string, politeness: Politeness = 'polite'): void {
  store.setState((state) => ({ [politeness]: { text, count: state[politeness].count + 1 } }));
}

export function useAnnouncement(politeness: Politeness): Announcement {
  return useStore(store, (state) => state[politeness]);
}
