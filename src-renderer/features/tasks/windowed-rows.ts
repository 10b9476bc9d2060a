// Only the rows in view are drawn: a list of thousands scrolls like one of ten. All rows have one height.
import { type RefObject, useEffect, useState } from 'react';

const OVERSCAN = 12;

export interface RowWindow {
  /** First drawn row. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export function rowWindow(scrollTop: number, viewHeight: number, rowHeight: number, count: number): RowWindow {
  const from = Math.max(0, Math.floor(scrollTop / rowHeight) - OVERSCAN);
  const to = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + OVERSCAN);
  return { from: Math.min(from, Math.max(0, count - 1)), to };
}

export function useRowWindow(scroller: RefObject<HTMLElement | null>, rowHeight: number, count: number): RowWindow {
  const [view, setView] = useState({ top: 0, height: 900 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller]);
  return rowWindow(view.top, view.height, rowHeight, count);
}
