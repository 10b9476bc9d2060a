// Short notices with an action or two, such as an offer to undo. The shell renders them.
import { createStore, useStore } from 'zustand';
import type { Instant } from '#shared/time/instant';
import { announce } from './announce';
import { now } from './clock';

export interface NoticeButton {
  readonly label: string;
  readonly run: () => void;
}

export interface Notice {
  readonly id: number;
  readonly title: string;
  readonly body?: string | undefined;
  readonly action?: NoticeButton | undefined;
  /** Further buttons beside it. */
  readonly more?: readonly NoticeButton[] | undefined;
  readonly tone: 'neutral' | 'reminder' | 'problem';
}

/** What a notice said, kept after it has gone from the screen. */
export interface PastNotice extends Pick<Notice, 'id' | 'title' | 'body' | 'tone'> {
  readonly at: Instant;
}

interface Notices {
  readonly notices: readonly Notice[];
  /** Newest first; as long as the page is open. */
  readonly past: readonly PastNotice[];
  /** The id of the newest that was looked at in the list. */
  readonly readUpTo: number;
}

const KEPT = 3;
const KEPT_PAST = 8;
/** What went well leaves by itself; a problem and a reminder wait to be dismissed. */
const SHOWN_MILLISECONDS = 12_000;
let count = 0;
const store = createStore<Notices>(() => ({ notices: [], past: [], readUpTo: 0 }));

/** Shows a notice and speaks it. Returns its id, for `dismissNotice`. */
export function showNotice(notice: Omit<Notice, 'id' | 'tone'> & { readonly tone?: Notice['tone'] }): number {
  count += 1;
  const shown: Notice = { tone: 'neutral', ...notice, id: count };
  const { id, title, body, tone } = shown;
  store.setState((state) => ({
    notices: [...state.notices, shown].slice(-KEPT),
    past: [{ id, title, body, tone, at: now() }, ...state.past].slice(0, KEPT_PAST),
  }));
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

export function usePastNotices(): readonly PastNotice[] {
  return useStore(store, (state) => state.past);
}

/** Whether a problem or a reminder has come since the list was last opened. */
export function useHasUnreadNotice(): boolean {
  return useStore(store, ({ past, readUpTo }) => past.some(({ id, tone }) => tone !== 'neutral' && id > readUpTo));
}

export function markNoticesRead(): void {
  store.setState(({ past }) => ({ readUpTo: past[0]?.id ?? 0 }));
}

export function clearPastNotices(): void {
  store.setState({ past: [] });
}
