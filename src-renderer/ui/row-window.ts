// Only the rows in view are drawn: a list of thousands scrolls like one of ten. All rows have one height.
import { type RefObject, useEffect, useState } from 'react';

/** Rows drawn above and below the view. */
const OVERSCAN = 12;
/** Before anything was measured: a screenful. */
const FIRST_ROWS = 24;

export interface RowWindow {
  /** First drawn row. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** Heights and positions in pixels. */
export function rowWindow(scrollTop: number, viewHeight: number, rowHeight: number, count: number): RowWindow {
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN);
  const to = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN);
  return { from: Math.min(from, Math.max(0, count - 1)), to };
}

/** The rows of `scroller` to draw. Draws again only when another row comes into view. */
export function useRowWindow(scroller: RefObject<HTMLElement | null>, rowHeight: number, count: number): RowWindow {
  const [drawn, setDrawn] = useState<RowWindow>({ from: 0, to: FIRST_ROWS });
  // A list without rows may have no scroller: it is looked for again when rows come.
  const isEmpty = count === 0;
  useEffect(() => {
    const element = scroller.current;
    if (!element || isEmpty) return;
    const measure = () => {
      const next = rowWindow(element.scrollTop, element.clientHeight, rowHeight, Number.POSITIVE_INFINITY);
      setDrawn((before) => (before.from === next.from && before.to === next.to ? before : next));
    };
    element.addEventListener('scroll', measure, { passive: true });
    // It tells the first size too, and after the layout: asking for it here would force one.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, rowHeight, isEmpty]);
  return { from: Math.min(drawn.from, Math.max(0, count - 1)), to: Math.min(drawn.to, count) };
}
