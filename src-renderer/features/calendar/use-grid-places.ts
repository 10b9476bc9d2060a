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
  /** Holds the all-day bars of a week; null before the first layout, and in a day. */
  readonly allDayHost: HTMLElement | null;
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

const ALL_DAY_ROW = '.mantine-WeekView-weekViewAllDaySlots';
const ALL_DAY_HOST = '.mantine-WeekView-weekViewAllDaySlotsEvents';
const OVERLAY_HOSTS = '.mantine-WeekView-weekViewInner, .mantine-DayView-dayViewTimeSlots';

export function useGridPlaces({ zone, firstDay, dayCount, hourPixels }: View): GridPlaces {
  const rootRef = useRef<HTMLDivElement>(null);
  const viewportRef = useRef<HTMLDivElement>(null);
  const [overlayHost, setOverlayHost] = useState<HTMLElement | null>(null);
  const [allDayHost, setAllDayHost] = useState<HTMLElement | null>(null);
  const scrolledTo = useRef<string | null>(null);

  useLayoutEffect(() => {
    // The host belongs to the view: a switch between day and week brings a new one.
    setOverlayHost(rootRef.current?.querySelector<HTMLElement>(OVERLAY_HOSTS) ?? null);
    setAllDayHost(rootRef.current?.querySelector<HTMLElement>(ALL_DAY_HOST) ?? null);
    const viewport = viewportRef.current;
    if (!viewport) return;
    const moment = now();
    const column = daysBetween(firstDay, dayAt(zone, moment));
    const showsNow = column >= 0 && column < dayCount;
    const wanted = `${dayCount}:${showsNow}`;
    // Leafing through weeks keeps the hours in view; opening, and coming back to today, brings the now line.
    if (scrolledTo.current === wanted) return;
    // It tells the first size after the layout and before the first paint: asking for it here would force a layout of its own.
    const observer = new ResizeObserver(() => {
      observer.disconnect();
      scrolledTo.current = wanted;
      scrollTo(viewport, showsNow ? minuteOfDayAt(zone, moment) / 60 : null, hourPixels);
    });
    observer.observe(viewport);
    return () => observer.disconnect();
  }, [zone, firstDay, dayCount, hourPixels]);

  const contentTop = useCallback(() => {
    const viewport = viewportRef.current;
    if (!viewport) return 0;
    const stuck = rootRef.current?.querySelector(ALL_DAY_ROW);
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
      if (block.closest(ALL_DAY_ROW)) return;
      if (box.top < top + 8) viewport.scrollTop -= top + 8 - box.top;
      else if (box.bottom > bottom - 8) viewport.scrollTop += Math.min(box.bottom - bottom + 8, box.top - top - 8);
    },
    [contentTop],
  );

  return { rootRef, viewportRef, overlayHost, allDayHost, focusBlock, contentTop };
}

/** @param nowHour of the day; null where the view does not show now */
function scrollTo(viewport: HTMLElement, nowHour: number | null, hourPixels: number): void {
  const hidden = viewport.scrollHeight - viewport.clientHeight;
  const header = viewport.scrollHeight - 24 * hourPixels;
  const shownHours = (viewport.clientHeight - header) / hourPixels;
  const isNearMorning =
    nowHour === null || (nowHour >= FIRST_SHOWN_HOUR + 0.25 && nowHour <= FIRST_SHOWN_HOUR + shownHours - 0.5);
  const first = isNearMorning ? FIRST_SHOWN_HOUR : Math.max(0, nowHour - HOURS_ABOVE_NOW);
  viewport.scrollTop = Math.min(hidden, Math.round(first * hourPixels));
}
