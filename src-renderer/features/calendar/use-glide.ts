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
    const box = area.current?.getBoundingClientRect();
    if (!box || !root.current) return;
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const columnWidth = box.width / content.dayCount;
    for (const element of root.current.querySelectorAll<HTMLElement>('[data-movable]')) {
      const key = content.segments.get(element.dataset.block ?? '')?.row.key ?? '';
      const from = old.places.get(key);
      const to = places.get(key);
      if (!from || !to || (from.column === to.column && from.minute === to.minute)) continue;
      const x = (from.column - to.column) * columnWidth;
      const y = ((from.minute - to.minute) / 1440) * box.height;
      element.animate(
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
