import { useLayoutEffect, useRef } from 'react';
import { isOverlayOpen } from '../../state/overlay';
import { togglePublished } from '../../state/posts/post-out';
import { workspaceNow } from '../../state/workspace';
import { isMovable } from './block';
import { toggleDone, toggleLock } from './row-actions';
import { isWork, type ScheduleRow } from './schedule-rows';
import { selectRow } from './selected-row';

interface CalendarKeys {
  readonly rows: readonly ScheduleRow[];
  readonly selected: ScheduleRow | null;
  /** To the previous or next page of the view. */
  readonly onLeaf: (direction: -1 | 1) => void;
}

/** L locks, D ticks off, [ and ] leaf, Escape closes the inspector. L and D act on the focused block, else on the selected one. */
export function useCalendarKeys(keys: CalendarKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isElsewhere(event.target)) return;
      const { selected: shown } = latest.current;
      if (event.key === 'Escape' && shown) {
        event.preventDefault();
        selectRow(null);
        focusBlockOf(shown);
        return;
      }
      if (!workspaceNow().settings.singleKeyShortcuts) return;
      if (event.key === '[' || event.key === ']') {
        event.preventDefault();
        latest.current.onLeaf(event.key === '[' ? -1 : 1);
        return;
      }
      const row = focusedRow(latest.current.rows) ?? shown;
      if (row?.kind === 'post' && event.key === 'd') {
        event.preventDefault();
        void togglePublished(row.id);
        return;
      }
      if (!row || !isWork(row)) return;
      if (event.key === 'l' && isMovable(row)) void toggleLock(row);
      else if (event.key === 'd') void toggleDone(row);
      else return;
      event.preventDefault();
    };
    // Before the keys of every screen: a month is leafed by months.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
}

/** Typing, or in a dialog or menu over the screen. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable || target.closest('textarea, select, input, [role="menu"]') !== null || isOverlayOpen()
  );
}

function focusedRow(rows: readonly ScheduleRow[]): ScheduleRow | null {
  const id = (document.activeElement as HTMLElement | null)?.dataset.block;
  if (id === undefined) return null;
  const key = id.slice(0, id.lastIndexOf('@'));
  return rows.find((row) => row.key === key) ?? null;
}

function focusBlockOf(row: ScheduleRow): void {
  document.querySelector<HTMLElement>(`[data-block^="${CSS.escape(`${row.key}@`)}"]`)?.focus({ preventScroll: true });
}
