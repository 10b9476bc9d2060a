import { startTransition, useEffect, useState } from 'react';
import type { DayLayout } from './day-layout';

/** New blocks of a day that the browser places and paints well within a frame. */
const BLOCKS_A_FRAME = 24;

interface DrawnDay {
  readonly layout: DayLayout;
  /** The layout, or its beginning. */
  readonly shown: DayLayout;
}

const NOTHING: ReadonlyMap<string, DrawnDay> = new Map();

/**
 * Layouts of many blocks, day by day over some frames: the browser needs longer to place and paint a week of hundreds than a frame may
 * take. What a day showed before stays until its turn; a day that comes into view begins empty.
 */
export function useDayByDay(layouts: readonly DayLayout[], isMany: boolean): readonly DayLayout[] {
  const [drawn, setDrawn] = useState(NOTHING);
  const next = isMany ? layouts.find((layout) => drawn.get(layout.day)?.shown !== layout) : undefined;
  const before = next && drawn.get(next.day);
  useEffect(() => {
    if (!next) return;
    const frame = requestAnimationFrame(() => {
      startTransition(() =>
        setDrawn((all) => {
          const kept = [...all].filter(([day]) => layouts.some((layout) => layout.day === day));
          return new Map([...kept, [next.day, { layout: next, shown: grown(before, next) }]]);
        }),
      );
    });
    return () => cancelAnimationFrame(frame);
  }, [next, layouts, before]);
  return isMany ? layouts.map(({ day }) => drawn.get(day)?.shown ?? { day, blocks: [], crowds: [] }) : layouts;
}

/** A day that begins grows by some blocks; one that shows another layout already takes over the new one whole, most of it being the same. */
function grown(before: DrawnDay | undefined, layout: DayLayout): DayLayout {
  if (before && before.layout !== layout) return layout;
  const count = (before?.shown.blocks.length ?? 0) + BLOCKS_A_FRAME;
  return count >= layout.blocks.length ? layout : { ...layout, blocks: layout.blocks.slice(0, count), crowds: [] };
}
