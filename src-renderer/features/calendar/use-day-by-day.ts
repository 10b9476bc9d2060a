import { startTransition, useEffect, useState } from 'react';
import type { DayLayout } from './day-layout';

const NOTHING: ReadonlyMap<string, DayLayout> = new Map();

/**
 * Layouts of many blocks, a day a frame: the browser needs longer to place and paint a week of hundreds than a frame may take. What a day
 * showed before stays until its turn; a day that comes into view begins empty.
 */
export function useDayByDay(layouts: readonly DayLayout[], isMany: boolean): readonly DayLayout[] {
  const [drawn, setDrawn] = useState(NOTHING);
  const next = isMany ? layouts.find((layout) => drawn.get(layout.day) !== layout) : undefined;
  useEffect(() => {
    if (!next) return;
    const frame = requestAnimationFrame(() => {
      startTransition(() =>
        setDrawn((before) => {
          const days = layouts.map(({ day }): [string, DayLayout] => [day, before.get(day) ?? emptyDay(day)]);
          return new Map([...days, [next.day, next]]);
        }),
      );
    });
    return () => cancelAnimationFrame(frame);
  }, [next, layouts]);
  return isMany ? layouts.map(({ day }) => drawn.get(day) ?? emptyDay(day)) : layouts;
}

function emptyDay(day: DayLayout['day']): DayLayout {
  return { day, blocks: [], crowds: [] };
}
