import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useDeferredValue,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { AllDayBars } from './all-day-bars';
import type { PlacedBar } from './all-day-lanes';
import { AllDayToggle } from './all-day-toggle';
import { BlocksLayer } from './blocks-layer';
import type { GridContent } from './grid-content';
import { GridContext } from './grid-context';
import { type FocusMove, moveFocus } from './grid-focus';
import { DayHours, WeekHours } from './grid-hours';
import { DragPreview, type Ghost, GhostBox, HourLabels, NowLine } from './grid-overlay';
import { gridPoint, snapStart } from './grid-time';
import type { ScheduleRow } from './schedule-rows';
import classes from './time-grid.module.css';
import { useDayByDay } from './use-day-by-day';
import { useGlide } from './use-glide';
import { type DraggedTask, type GridDrag, useGridDrag } from './use-grid-drag';
import { useGridPlaces } from './use-grid-places';
import { usePastUntil } from './use-past-until';
import { WeekHeader } from './week-header';

export interface TimeGridProps {
  readonly content: GridContent;
  readonly zone: ZoneId;
  /** The local day it is now. */
  readonly today: Day;
  /** Accessible name of the grid. */
  readonly label: string;
  readonly selectedKey: string | null;
  readonly ghosts: readonly Ghost[];
  readonly taskById: (id: string) => DraggedTask | null;
  readonly onSelect: (row: ScheduleRow | null) => void;
  readonly onDrop: (drag: GridDrag) => void;
  /** A key that changes a focused block; returns whether it was one. */
  readonly onBlockKey: (row: ScheduleRow, event: KeyboardEvent) => boolean;
  /** A double click on free time. */
  readonly onCreate: (day: Day, minute: number) => void;
  readonly onOpenDay: (day: Day) => void;
}

/** Height of an hour, so that 7:00 to 21:00 fits a 900 px window. */
const HOUR_PIXELS = 52;

/** From here on a week is drawn a day at a time. */
const MANY_BLOCKS = 100;

/** Rows of all-day events shown before they are asked for, and at most; what is beyond scrolls. */
const LANES_CLOSED = 3;
const LANES_OPEN = 8;

const NO_BARS: readonly PlacedBar[] = [];

const FOCUS_KEYS: Readonly<Record<string, FocusMove>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** The hours of a day or a week. One tab stop: arrow keys move between blocks. */
export function TimeGrid(props: TimeGridProps) {
  const { content, zone, today, label, selectedKey, ghosts } = props;
  const { firstDay, dayCount, lanes, rows, stops, segments } = content;
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const [allDayOpen, setAllDayOpen] = useState(false);
  const layouts = useDayByDay(content.layouts, segments.size > MANY_BLOCKS);
  // After the frame that brings the hours: a crowded week has as many bars as blocks.
  const bars = useDeferredValue(content.bars, NO_BARS);
  const shownLanes = Math.max(1, Math.min(lanes, allDayOpen ? LANES_OPEN : LANES_CLOSED));
  const isEmpty = stops.length === 0;
  const pastUntil = usePastUntil(rows);
  const areaRef = useRef<HTMLDivElement>(null);
  const places = useGridPlaces({ zone, firstDay, dayCount, hourPixels: HOUR_PIXELS });
  const { drag, justDragged, handlers } = useGridDrag({
    zone,
    firstDay,
    dayCount,
    rows,
    segments,
    area: areaRef,
    viewport: places.viewportRef,
    taskById: props.taskById,
    onDrop: props.onDrop,
  });
  const known = focusedId !== null && stops.some((stop) => stop.id === focusedId);
  const activeId = known ? focusedId : (stops[0]?.id ?? null);
  const movingKey = drag?.row?.key ?? null;
  const look = useMemo(
    () => ({ zone, hourPixels: HOUR_PIXELS, wide: dayCount === 1, pastUntil, selectedKey, activeId, movingKey }),
    [zone, dayCount, pastUntil, selectedKey, activeId, movingKey],
  );

  // A block moved by keys to another day is a new element there: the focus goes with it.
  const followed = useRef<string | null>(null);
  const { focusBlock } = places;
  useLayoutEffect(() => {
    const key = followed.current;
    if (key === null || document.activeElement !== document.body) return;
    const stop = content.stops.find((one) => one.id.startsWith(`${key}@`));
    if (stop) focusBlock(stop.id);
  }, [content, focusBlock]);

  useGlide(content, places.rootRef, areaRef);

  function rowAt(target: EventTarget): ScheduleRow | null {
    const id = (target as HTMLElement).closest<HTMLElement>('[data-block]')?.dataset.block;
    if (id === undefined) return null;
    return segments.get(id)?.row ?? content.barRows.get(id) ?? null;
  }

  function onClick(event: MouseEvent<HTMLElement>) {
    if (justDragged.current) return;
    props.onSelect(rowAt(event.target));
  }

  function onDoubleClick(event: MouseEvent<HTMLElement>) {
    const area = areaRef.current?.getBoundingClientRect();
    if (!area || rowAt(event.target) || event.clientY < area.top || event.clientX < area.left) return;
    if (event.clientY < places.contentTop()) return;
    const point = gridPoint(area, dayCount, event.clientX, event.clientY);
    props.onCreate(content.days[point.column]!, snapStart(point.minute - 7, 15, 30));
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const row = rowAt(event.target);
    if (!row || event.defaultPrevented) return;
    if (props.onBlockKey(row, event)) {
      event.preventDefault();
      followed.current = row.key;
      return;
    }
    const move = FOCUS_KEYS[event.key];
    if (!move || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || activeId === null) return;
    event.preventDefault();
    const next = moveFocus(stops, activeId, move);
    if (next) places.focusBlock(next);
  }

  return (
    <GridContext value={look}>
      <section
        ref={places.rootRef}
        className={classes.grid}
        aria-label={label}
        data-dragging={drag ? true : undefined}
        style={{ '--lanes': shownLanes } as CSSProperties}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const id = (event.target as HTMLElement).dataset.block;
          if (id === undefined) return;
          setFocusedId(id);
          if (!id.startsWith(`${followed.current}@`)) followed.current = null;
        }}
        {...handlers}
      >
        {dayCount === 1 ? (
          <DayHours firstDay={firstDay} isEmpty={isEmpty} viewportRef={places.viewportRef} bars={bars} />
        ) : (
          <>
            <WeekHeader days={content.days} today={today} onOpenDay={props.onOpenDay} />
            <WeekHours firstDay={firstDay} isEmpty={isEmpty} viewportRef={places.viewportRef} />
          </>
        )}
        {lanes > LANES_CLOSED ? (
          <AllDayToggle
            hidden={lanes - LANES_CLOSED}
            open={allDayOpen}
            day={dayCount === 1}
            onToggle={() => setAllDayOpen(!allDayOpen)}
          />
        ) : null}
        {places.allDayHost && createPortal(<AllDayBars bars={bars} />, places.allDayHost)}
        {places.overlayHost &&
          createPortal(
            <div className={classes.blocks} data-view={dayCount === 1 ? 'day' : 'week'}>
              <BlocksLayer layouts={layouts} onOpenDay={dayCount === 1 ? null : props.onOpenDay} />
            </div>,
            places.overlayHost,
          )}
        {places.overlayHost &&
          createPortal(
            <div className={classes.overlay} ref={areaRef} data-view={dayCount === 1 ? 'day' : 'week'}>
              <HourLabels />
              {ghosts.map((ghost) => (
                <GhostBox key={ghost.id} ghost={ghost} firstDay={firstDay} dayCount={dayCount} />
              ))}
              <NowLine zone={zone} firstDay={firstDay} dayCount={dayCount} />
              {drag && <DragPreview drag={drag} zone={zone} firstDay={firstDay} dayCount={dayCount} />}
            </div>,
            places.overlayHost,
          )}
      </section>
    </GridContext>
  );
}
