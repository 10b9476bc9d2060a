import type { AbortSignalLike } from '#shared/ipc/client-port';

/** Lets at most so many jobs in at once; the others wait in the order they came. */
export interface Lanes {
  /** Gives the function that leaves the lane, or `null` when the signal was pulled first. */
  enter(signal: AbortSignalLike): Promise<(() => void) | null>;
}

export function lanes(count: number): Lanes {
  const waiting: (() => void)[] = [];
  let free = count;

  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };

  return {
    enter(signal) {
      if (signal.aborted) return Promise.resolve(null);
      if (free > 0) {
        free -= 1;
        return Promise.resolve(leave);
      }
      return new Promise((settle) => {
        const start = (): void => {
          signal.removeEventListener('abort', giveUp);
          settle(leave);
        };
        const giveUp = (): void => {
          waiting.splice(waiting.indexOf(start), 1);
          signal.removeEventListener('abort', giveUp);
          settle(null);
        };
        waiting.push(start);
        signal.addEventListener('abort', giveUp);
      });
    },
  };
}
