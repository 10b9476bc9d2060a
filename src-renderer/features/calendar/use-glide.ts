// After a plan, blocks glide from where they were to where they are. Drags and nudges already show the way themselves.
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useWorkspace } from '../../state/workspace';
import type { GridContent } from './grid-content';

const GLIDE = { duration: 180, easing: 'cubic-bezier(0.2, 0.7, 0.3, 1)' } as const;

interface Place {
  readonly column: number;
  readonly minute: number;
}

/** `area` covers the days' hours exactly, `root` holds the blocks. */
export function useGlide(
  content: GridContent,
  root: RefObject<HTMLElement | null>,
  area: RefObject<HTMLElement | null>,
): void {
  const planId = useWorkspace((state) => state.lastRun?.planId ?? null);
  const before = useRef<{ view: string; planId: string | null; places: ReadonlyMap<string, Place> } | null>(null);
  useLayoutEffect(() => {
    const view = `${content.firstDay}/${content.dayCount}`;
    const places = placesOf(content);
    const old = before.current;
    before.current = { view, planId, places };
    if (!old || old.view !== view || old.planId === planId) return;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const moved = movedBlocks(content, old.places, places);
    if (moved.length === 0 || !root.current) return;
    // Measured only when something glides: it makes the browser lay the page out at once.
    const box = area.current?.getBoundingClientRect();
    if (!box) return;
    const columnWidth = box.width / content.dayCount;
    for (const { id, columns, minutes } of moved) {
      const element = root.current.querySelector<HTMLElement>(`[data-movable][data-block="${CSS.escape(id)}"]`);
      const x = columns * columnWidth;
      const y = (minutes / 1440) * box.height;
      element?.animate(
        [
          { transform: `translate(${x}px, ${y}px)`, zIndex: 5 },
          { transform: 'none', zIndex: 5 },
        ],
        GLIDE,
      );
    }
  }, [content, planId, root, area]);
}

/** The first segment of each row in view. */
function placesOf(content: GridContent): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const segment of content.segments.values()) {
    if (places.has(segment.row.key)) continue;
    places.set(segment.row.key, { column: content.days.indexOf(segment.day), minute: segment.startMinute });
  }
  return places;
}

/** The segments that stand elsewhere now, with the way back to where they were. */
function movedBlocks(content: GridContent, before: ReadonlyMap<string, Place>, after: ReadonlyMap<string, Place>) {
  return [...content.segments.values()].flatMap(({ id, row }) => {
    // What the user has put there shows the way itself.
    if ('locked' in row && row.locked) return [];
    const from = before.get(row.key);
    const to = after.get(row.key);
    if (!from || !to) return [];
    const columns = from.column - to.column;
    const minutes = from.minute - to.minute;
    return columns === 0 && minutes === 0 ? [] : [{ id, columns, minutes }];
  });
}
