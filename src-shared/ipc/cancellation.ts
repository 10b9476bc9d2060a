import type { AbortSignalLike } from './client-port';

/** A signal and the hand that pulls it. `AbortController` would do, but `src-shared` knows no DOM and no Node. */
export interface Cancellation {
  readonly signal: AbortSignalLike;
  /** Calling it again does nothing. */
  cancel(): void;
}

export function cancellation(): Cancellation {
  const waiting = new Set<() => void>();
  let aborted = false;
  return {
    signal: {
      get aborted() {
        return aborted;
      },
      addEventListener(_type, listener) {
        waiting.add(listener);
      },
      removeEventListener(_type, listener) {
        waiting.delete(listener);
      },
    },
    cancel() {
      if (aborted) return;
      aborted = true;
      for (const listener of [...waiting]) listener();
      waiting.clear();
    },
  };
}

/** A signal that nobody pulls. */
export const NEVER_CANCELLED: AbortSignalLike = {
  aborted: false,
  addEventListener() {},
  removeEventListener() {},
};
