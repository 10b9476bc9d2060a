// The only clock of the renderer. `?now=2026-11-24T09:42:00Z` in the address freezes it, so that a screen can be shown at a moment.
import { useSyncExternalStore } from 'react';
import { formatInstant, type Instant, instant, parseInstant } from '#shared/time/instant';

type Clock = () => Instant;

const TICK_MILLISECONDS = 30_000;
const systemClock: Clock = () => instant(Date.now());

const frozen = frozenByAddress();
let clock: Clock = frozen ?? systemClock;
let shown: Instant = clock();
let timer: ReturnType<typeof setInterval> | null = null;
const listeners = new Set<() => void>();

/** Whether the address shows another moment than the present: then nobody outside the page is to act on it. */
export function isSimulated(): boolean {
  return frozen !== null;
}

export function now(): Instant {
  return clock();
}

/** The present moment as the text that rows and requests carry. */
export function nowText(): string {
  return formatInstant(clock());
}

/** Replaces the clock (tests, simulated time); `null` returns to the system's. */
export function setClock(next: Clock | null): void {
  clock = next ?? systemClock;
  tick();
}

/** The present moment, renewed each half minute. */
export function useNow(): Instant {
  return useSyncExternalStore(subscribe, () => shown);
}

/** Calls the listener on each tick; returns the function that ends it. */
export function onTick(listener: () => void): () => void {
  return subscribe(listener);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, TICK_MILLISECONDS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  };
}

function tick(): void {
  shown = clock();
  for (const listener of [...listeners]) listener();
}

function frozenByAddress(): Clock | null {
  const text = typeof location === 'undefined' ? null : new URLSearchParams(location.search).get('now');
  const moment = text === null ? null : parseInstant(text);
  return moment === null ? null : () => moment;
}
