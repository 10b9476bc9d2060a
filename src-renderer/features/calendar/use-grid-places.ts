// Where things are in the page that @mantine/schedule draws: the layer over the hours, the scrolling part, the blocks.
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { type Day, daysBetween } from '#shared/time/day';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { now } from '../../state/clock';

export interface GridPlaces {
  readonly rootRef: RefObject<HTMLDivElement | null>;
  readonly viewportRef: RefObject<HTMLDivElement | null>;
  /** Holds the layer over the hours; null before the first layout. */
  readonly overlayHost: HTMLElement | null;
  /** Scrolls to a block and focuses it. */
  readonly focusBlock: (id: string) => void;
  /** Page coordinate under the fixed header. */
  readonly contentTop: () => number;
}

interface View {
  readonly zone: ZoneId;
  readonly firstDay: Day;
  readonly dayCount: number;
  readonly hourPixels: number;
}

const FIRST_SHOWN_HOUR = 7;
/** What of the past stays in view above the now line. */
const HOURS_ABOVE_NOW = 2;

const OVERLAY_HOSTS = '.mantine-WeekView-weekViewInner, .mantine-DayView-dayViewTimeSlots';

export function useGridPlaces({ zone, firstDay, dayCount, hourPixels }: View): GridPlaces {
  const rootRef = useRef<HTMLDivElement>(null);
  const viewportRef = useRef<HTMLDivElement>(null);
  const [overlayHost, setOverlayHost] = useState<HTMLElement | null>(null);
  const scrolledTo = useRef<string | null>(null);

  useLayoutEffect(() => {
    // The host belongs to the view: a switch between day and week brings a new one.
    setOverlayHost(rootRef.current?.querySelector<HTMLElement>(OVERLAY_HOSTS) ?? null);
    const viewport = viewportRef.current;
    if (!viewport) return;
    const moment = now();
    const column = daysBetween(firstDay, dayAt(zone, moment));
    const showsNow = column >= 0 && column < dayCount;
    const wanted = `${dayCount}:${showsNow}`;
    // Leafing through weeks keeps the hours in view; opening, and coming back to today, brings the now line.
    if (scrolledTo.current === wanted) return;
    scrolledTo.current = wanted;
    const hidden = viewport.scrollHeight - viewport.clientHeight;
    const header = viewport.scrollHeight - 24 * hourPixels;
    const shownHours = (viewport.clientHeight - header) / hourPixels;
    const nowHour = minuteOfDayAt(zone, moment) / 60;
    const first =
      !showsNow || (nowHour >= FIRST_SHOWN_HOUR + 0.25 && nowHour <= FIRST_SHOWN_HOUR + shownHours - 0.5)
        ? FIRST_SHOWN_HOUR
        : Math.max(0, nowHour - HOURS_ABOVE_NOW);
    viewport.scrollTop = Math.min(hidden, Math.round(first * hourPixels));
  }, [zone, firstDay, dayCount, hourPixels]);

  const contentTop = useCallback(() => {
    const viewport = viewportRef.current;
    if (!viewport) return 0;
    const stuck = rootRef.current?.querySelector('.mantine-WeekView-weekViewAllDaySlots');
    return stuck?.getBoundingClientRect().bottom ?? viewport.getBoundingClientRect().top;
  }, []);

  const focusBlock = useCallback(
    (id: string) => {
      const block = rootRef.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(id)}"]`);
      const viewport = viewportRef.current;
      if (!block || !viewport) return;
      block.focus({ preventScroll: true });
      const box = block.getBoundingClientRect();
      const bottom = viewport.getBoundingClientRect().bottom;
      const top = contentTop();
      if (block.closest('.mantine-WeekView-weekViewAllDaySlots')) return;
      if (box.top < top + 8) viewport.scrollTop -= top + 8 - box.top;
      else if (box.bottom > bottom - 8) viewport.scrollTop += Math.min(box.bottom - bottom + 8, box.top - top - 8);
    },
    [contentTop],
  );

  return { rootRef, viewportRef, overlayHost, focusBlock, contentTop };
}
