import { useEffect } from 'react';
import { leaf } from '../features/calendar';
import { openPalette } from '../features/palette';
import { redo, undo } from '../state/edit';
import { openEditor } from '../state/editor';
import { requestAddFiles } from '../state/importing';
import { calendarView, goTo, setViewedDay, viewedDay } from '../state/navigation';
import { isOverlayOpen } from '../state/overlay';
import { cancelPlan, planNow, planningNow, previewPlan } from '../state/planning';
import { isTyping } from '../state/screen-keys';
import { workspaceNow } from '../state/workspace';
import { SECTIONS } from './sections';

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** `Ctrl`, or `⌘` on macOS. */
export function commandKey(): string {
  return isMac ? '⌘' : 'Ctrl';
}

/** Keys that work on every screen. A screen's own keys (L, D, Esc, …) are bound by the screen. */
export function useShortcuts(): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (event.key === 'F6') {
        event.preventDefault();
        focusNextRegion(event.shiftKey);
        return;
      }
      const run = isMac ? event.metaKey : event.ctrlKey;
      const handled = run
        ? runCommand(event)
        : !event.altKey && !event.metaKey && !event.ctrlKey && runSingleKey(event);
      if (handled) event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function runCommand(event: KeyboardEvent): boolean {
  const key = event.key.toLowerCase();
  if (key === 'k') {
    openPalette();
    return true;
  }
  if (key === 'z' && !isTyping(event.target)) {
    // A plan in the making is what the user wants back, not the step before it.
    if (planningNow().phase === 'planning') cancelPlan();
    else void (event.shiftKey ? redo() : undo());
    return true;
  }
  return false;
}

function runSingleKey(event: KeyboardEvent): boolean {
  const state = workspaceNow();
  if (state.status !== 'ready' || !state.settings.singleKeyShortcuts || isTyping(event.target) || isOverlayOpen())
    return false;
  const section = SECTIONS[Number(event.key) - 1];
  if (section) {
    goTo(section.section);
    return true;
  }
  switch (event.key) {
    case 'p':
      void planNow();
      return true;
    case 'P':
      void previewPlan();
      return true;
    case 'n':
      openEditor({ kind: 'task', id: null });
      return true;
    case 'h':
      openEditor({ kind: 'habit', id: null });
      return true;
    case 'o':
      goTo('import');
      requestAddFiles();
      return true;
    case 't':
      setViewedDay(null);
      return true;
    case '[':
    case ']': {
      setViewedDay(leaf(calendarView(), viewedDay(), event.key === '[' ? -1 : 1));
      return true;
    }
    default:
      return false;
  }
}

/** F6 jumps between the regions of the window that are in sight: title bar, rail, main card, inspector. */
function focusNextRegion(backwards: boolean): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((one) => one.checkVisibility());
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = regions[(here + (backwards ? -1 : 1) + regions.length) % regions.length];
  const first = next?.matches('[tabindex]')
    ? next
    : (next?.querySelector<HTMLElement>('[aria-current="page"]') ??
      next?.querySelector<HTMLElement>('button:not(:disabled), a[href], input:not(:disabled), [tabindex="0"]'));
  first?.focus();
}
