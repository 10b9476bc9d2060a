// Single keys of one screen. They come before the keys of the whole window, and never while someone types or a dialog is open.
import { useLayoutEffect, useRef } from 'react';
import { isOverlayOpen } from './overlay';
import { workspaceNow } from './workspace';

/** By `KeyboardEvent.key`; return false to leave the key to the window. */
export type ScreenKeys = Readonly<Record<string, (event: KeyboardEvent) => boolean | undefined>>;

export function useScreenKeys(keys: ScreenKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!workspaceNow().settings.singleKeyShortcuts || isTyping(event.target) || isOverlayOpen()) return;
      const run = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined;
      if (run && run(event) !== false) event.preventDefault();
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, []);
}

/** Whether the key goes into a field: a letter there is a letter. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type="checkbox"]):not([type="radio"])'))
  );
}
