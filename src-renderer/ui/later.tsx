import { type ReactNode, useDeferredValue } from 'react';

interface LaterProps {
  /** What waits for two turns is built after all that waits for one. */
  readonly turns?: number;
  readonly children: ReactNode;
}

/** Builds what it holds after the frame that asked for it, in slices between which the page draws and answers. */
export function Later({ turns = 1, children }: LaterProps) {
  if (!useDeferredValue(true, false)) return null;
  return turns > 1 ? <Later turns={turns - 1}>{children}</Later> : children;
}
