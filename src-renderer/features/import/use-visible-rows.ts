import { type RefObject, useEffect, useState } from 'react';

const MARGIN_ROWS = 12;
/** Before anything was measured: a screenful. */
const FIRST_ROWS = 24;

/** The rows of a long list that are in view of its scroller, with a margin: [from, to). Rows have one height, in pixels. */
export function useVisibleRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): { readonly from: number; readonly to: number } {
  const [range, setRange] = useState({ from: 0, to: FIRST_ROWS });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / rowHeight) - MARGIN_ROWS);
      const to = Math.ceil((element.scrollTop + element.clientHeight) / rowHeight) + MARGIN_ROWS;
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      element.removeEventListener('scroll', measure);
      observer.disconnect();
    };
  }, [scroller, rowHeight]);
  return { from: Math.min(range.from, count), to: Math.min(range.to, count) };
}
