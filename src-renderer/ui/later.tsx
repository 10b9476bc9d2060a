import { type ReactNode, useDeferredValue } from 'react';

/** Builds what it holds after the frame that asked for it, in slices between which the page draws and answers. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null;
}
