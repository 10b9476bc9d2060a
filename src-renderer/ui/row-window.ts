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

/** Heights and positions in pixels; `overscan` rows are drawn on each side of those in view. */
export function rowWindow(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
  overscan = OVERSCAN,
): RowWindow {
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - overscan);
  const to = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + overscan);
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
    let latest: RowWindow = { from: 0, to: FIRST_ROWS };
    let frame = 0;
    const measure = () => {
      cancelAnimationFrame(frame);
      const inView = windowOf(element, rowHeight, 0);
      // After a jump no drawn row is left: those in view come first, and the ones around them with the next frame.
      const isJump = inView.from >= latest.to || inView.to <= latest.from;
      latest = isJump ? inView : windowOf(element, rowHeight);
      setDrawn((before) => (before.from === latest.from && before.to === latest.to ? before : latest));
      // Two frames: the next one is that of the scroll itself.
      if (isJump) frame = requestAnimationFrame(() => (frame = requestAnimationFrame(measure)));
    };
    element.addEventListener('scroll', measure, { passive: true });
    // It tells the first size too, and after the layout: asking for it here would force one.
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [scroller, rowHeight, isEmpty]);
  return { from: Math.min(drawn.from, Math.max(0, count - 1)), to: Math.min(drawn.to, count) };
}

function windowOf(element: HTMLElement, rowHeight: number, overscan?: number): RowWindow {
  return rowWindow(element.scrollTop, element.clientHeight, rowHeight, Number.POSITIVE_INFINITY, overscan);
}
