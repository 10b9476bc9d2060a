import type { Progress } from '#shared/ipc/outcome';

/** What is done sooner than this shows no progress on the page, which waits longer still before it shows any. */
const QUIET_MILLISECONDS = 100;

export interface QuietProgress {
  readonly tell: (progress: Progress) => void;
  /** Nothing is told any more. */
  readonly end: () => void;
}

/** Keeps the progress of work to itself while it may still be short, then tells the newest and all that follow: a message that nobody sees costs both sides as much as one that is seen. */
export function quietProgress(tell: (progress: Progress) => void): QuietProgress {
  let newest: Progress | null = null;
  let isQuiet = true;
  const timer = setTimeout(() => {
    isQuiet = false;
    if (newest !== null) tell(newest);
  }, QUIET_MILLISECONDS);
  return {
    tell(progress) {
      newest = progress;
      if (!isQuiet) tell(progress);
    },
    end() {
      clearTimeout(timer);
      isQuiet = true;
    },
  };
}
