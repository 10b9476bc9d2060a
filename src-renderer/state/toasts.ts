// Short notices with an action or two, such as an offer to undo. The shell renders them.
import { createStore, useStore } from 'zustand';
import { announce } from './announce';

export interface Notice {
  readonly id: number;
  readonly title: string;
  readonly body?: string | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
  readonly second?: Notice['action'];
  readonly tone: 'neutral' | 'reminder' | 'problem';
}

const KEPT = 3;
/** What went well leaves by itself; a problem and a reminder wait to be dismissed. */
const SHOWN_MILLISECONDS = 12_000;
let count = 0;
const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }));

/** Shows a notice and speaks it. Returns its id, for `dismissNotice`. */
export function showNotice(notice: Omit<Notice, 'id' | 'tone'> & { readonly tone?: Notice['tone'] }): number {
  count += 1;
  const shown: Notice = { tone: 'neutral', ...notice, id: count };
  store.setState((state) => ({ notices: [...state.notices, shown].slice(-KEPT) }));
  announce([notice.title, notice.body].filter(Boolean).join('. '), shown.tone === 'problem' ? 'assertive' : 'polite');
  if (shown.tone === 'neutral') setTimeout(() => dismissNotice(shown.id), SHOWN_MILLISECONDS);
  return shown.id;
}

export function dismissNotice(id: number): void {
  store.setState((state) => ({ notices: state.notices.filter((notice) => notice.id !== id) }));
}

/** Reads the notices outside React. */
export function noticesNow(): readonly Notice[] {
  return store.getState().notices;
}

export function useNotices(): readonly Notice[] {
  return useStore(store, (state) => state.notices);
}
