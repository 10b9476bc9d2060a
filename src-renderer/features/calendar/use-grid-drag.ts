// Dragging on the grid: a block to another place, one of its edges, or a card from outside. One preview for all three;
// nothing is stored before the drop, and Escape takes it back.
import { type DragEvent, type PointerEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Day, plusDays } from '#shared/time/day';
import { type Minutes, minutesBetween } from '#shared/time/instant';
import type { Span } from '#shared/time/span';
import { minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { TASK_DRAG_TYPE } from '../../state/task-drag';
import { edgeAt, isMovable } from './block';
import type { DaySegment } from './day-segments';
import { dragScroller } from './drag-scroller';
import { gridPoint, snapEdge, snapStart, spanAtMinute, withEdge } from './grid-time';
import { type DropOutcome, dropOutcome } from './pushed-rows';
import type { ScheduleRow } from './schedule-rows';

/** What comes from outside of the grid. */
export interface DraggedTask {
  readonly id: string;
  readonly title: string;
  readonly durationMinutes: Minutes;
}

export interface GridDrag {
  readonly how: 'move' | 'start' | 'end' | 'drop';
  /** Null for a card from outside. */
  readonly row: ScheduleRow | null;
  readonly task: DraggedTask | null;
  readonly title: string;
  readonly day: Day;
  readonly startMinute: Minutes;
  readonly endMinute: Minutes;
  readonly span: Span;
  readonly outcome: DropOutcome;
}

interface GridDragOptions {
  readonly zone: ZoneId;
  readonly firstDay: Day;
  readonly dayCount: number;
  readonly rows: readonly ScheduleRow[];
  readonly segments: ReadonlyMap<string, DaySegment>;
  /** Covers the days' hours exactly. */
  readonly area: RefObject<HTMLElement | null>;
  readonly viewport: RefObject<HTMLElement | null>;
  readonly taskById: (id: string) => DraggedTask | null;
  readonly onDrop: (drag: GridDrag) => void;
}

const SNAP_MINUTES = 15;
const FINE_SNAP_MINUTES = 5;
/** Pixels the pointer travels before a press becomes a drag. */
const DRAG_THRESHOLD = 4;
const DEFAULT_TASK_MINUTES = 30;

export function useGridDrag(options: GridDragOptions) {
  const [drag, setDrag] = useState<GridDrag | null>(null);
  const current = useRef<GridDrag | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const endGesture = useRef<(() => void) | null>(null);
  const justDragged = useRef(false);

  const show = useCallback((next: GridDrag | null) => {
    if (sameDrag(current.current, next)) return;
    current.current = next;
    setDrag(next);
  }, []);

  useEffect(() => () => endGesture.current?.(), []);

  const onPointerDown = useCallback(
    (event: PointerEvent<HTMLElement>) => {
      const element = (event.target as HTMLElement).closest<HTMLElement>('[data-block]');
      const segment = element ? latest.current.segments.get(element.dataset.block ?? '') : undefined;
      if (event.button !== 0 || !element || !segment || !isMovable(segment.row) || endGesture.current) return;
      const how = edgeAt(element, segment, event.clientY) ?? 'move';
      endGesture.current = followPointer(event.nativeEvent, how, segment, latest, {
        show,
        finish: (dropped) => {
          endGesture.current = null;
          const last = current.current;
          show(null);
          if (last === null) return;
          // The click that follows the release belongs to the drag.
          justDragged.current = true;
          setTimeout(() => {
            justDragged.current = false;
          });
          if (dropped) latest.current.onDrop(last);
        },
      });
    },
    [show],
  );

  const carried = useCarriedTask();

  const onDragOver = useCallback(
    (event: DragEvent<HTMLElement>) => {
      if (!event.dataTransfer.types.includes(TASK_DRAG_TYPE)) return;
      const { area, taskById } = latest.current;
      const task = carried.current === null ? null : taskById(carried.current);
      if (!area.current || !task) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      const scroller = latest.current.viewport.current;
      if (scroller) dragScroller(scroller, event.clientY);
      show(dragOfCard(latest.current, task, event.clientX, event.clientY, event.shiftKey));
    },
    [show, carried],
  );

  const onDragLeave = useCallback(
    (event: DragEvent<HTMLElement>) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) show(null);
    },
    [show],
  );

  const onDrop = useCallback(
    (event: DragEvent<HTMLElement>) => {
      const last = current.current;
      if (!event.dataTransfer.types.includes(TASK_DRAG_TYPE)) return;
      event.preventDefault();
      show(null);
      if (last?.how === 'drop') latest.current.onDrop(last);
    },
    [show],
  );

  return { drag, justDragged, handlers: { onPointerDown, onDragOver, onDragLeave, onDrop } };
}

interface Gesture {
  readonly show: (drag: GridDrag | null) => void;
  readonly finish: (dropped: boolean) => void;
}

/** Follows one press until release or Escape; returns what ends it early. */
function followPointer(
  press: globalThis.PointerEvent,
  how: 'move' | 'start' | 'end',
  segment: DaySegment,
  latest: RefObject<GridDragOptions>,
  gesture: Gesture,
): () => void {
  let started = false;
  let x = press.clientX;
  let y = press.clientY;
  let fine = press.shiftKey;
  const area = () => latest.current.area.current;
  const origin = area();
  const pressed = origin
    ? gridPoint(origin.getBoundingClientRect(), latest.current.dayCount, x, y).minute
    : segment.startMinute;
  const grabbed = pressed - segment.startMinute;

  function update() {
    const element = area();
    const box = latest.current.viewport.current?.getBoundingClientRect();
    // Beside the grid there is no place: the release takes the drag back. Above and below, it scrolls.
    if (box && (x < box.left || x > box.right)) gesture.show(null);
    else if (element) gesture.show(dragOfBlock(latest.current, element, { how, segment, grabbed, x, y, fine }));
  }
  function move(event: globalThis.PointerEvent) {
    if (event.pointerId !== press.pointerId) return;
    x = event.clientX;
    y = event.clientY;
    fine = event.shiftKey;
    if (!started && Math.hypot(x - press.clientX, y - press.clientY) < DRAG_THRESHOLD) return;
    started = true;
    update();
  }
  function key(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      gesture.show(null);
      end(false);
    } else if (event.key === 'Shift' && started) {
      fine = event.type === 'keydown';
      update();
    }
  }
  const up = () => end(true);
  const cancel = () => end(false);
  const timer = setInterval(() => {
    const viewport = latest.current.viewport.current;
    if (started && viewport && dragScroller(viewport, y)) update();
  }, 16);
  function end(dropped: boolean) {
    clearInterval(timer);
    window.removeEventListener('pointermove', move);
    window.removeEventListener('pointerup', up);
    window.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', key, true);
    window.removeEventListener('keyup', key, true);
    gesture.finish(dropped && started);
  }
  window.addEventListener('pointermove', move);
  window.addEventListener('pointerup', up);
  window.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', key, true);
  window.addEventListener('keyup', key, true);
  return cancel;
}

interface BlockGesture {
  readonly how: 'move' | 'start' | 'end';
  readonly segment: DaySegment;
  /** Minutes from the block's top to where it was taken. */
  readonly grabbed: number;
  readonly x: number;
  readonly y: number;
  readonly fine: boolean;
}

function dragOfBlock(options: GridDragOptions, area: HTMLElement, gesture: BlockGesture): GridDrag {
  const { zone, firstDay, dayCount, rows } = options;
  const { row, day } = gesture.segment;
  const step = gesture.fine ? FINE_SNAP_MINUTES : SNAP_MINUTES;
  const point = gridPoint(area.getBoundingClientRect(), dayCount, gesture.x, gesture.y);
  const length = minutesBetween(row.start, row.end);
  if (gesture.how === 'move') {
    // A habit belongs to its day; only the time can change.
    const target = row.kind === 'habit' ? row.day : plusDays(firstDay, point.column);
    const startMinute = snapStart(point.minute - gesture.grabbed, step, length);
    const span = spanAtMinute(zone, target, startMinute, length);
    return preview({ how: 'move', row, task: null, title: row.title, day: target, startMinute, span }, length, rows);
  }
  const startMinute = minuteOfDayAt(zone, row.start);
  const fixed = gesture.how === 'end' ? startMinute : startMinute + length;
  const minute = snapEdge(point.minute, step, fixed, gesture.how);
  const span = withEdge(zone, { start: row.start, end: row.end }, day, gesture.how, minute);
  const from = gesture.how === 'start' ? minute : startMinute;
  const shown = minutesBetween(span.start, span.end);
  return preview({ how: gesture.how, row, task: null, title: row.title, day, startMinute: from, span }, shown, rows);
}

function dragOfCard(options: GridDragOptions, task: DraggedTask, x: number, y: number, fine: boolean): GridDrag | null {
  const area = options.area.current;
  if (!area) return null;
  const point = gridPoint(area.getBoundingClientRect(), options.dayCount, x, y);
  const length = task.durationMinutes || DEFAULT_TASK_MINUTES;
  const day = plusDays(options.firstDay, point.column);
  const startMinute = snapStart(point.minute, fine ? FINE_SNAP_MINUTES : SNAP_MINUTES, length);
  const span = spanAtMinute(options.zone, day, startMinute, length);
  return preview({ how: 'drop', row: null, task, title: task.title, day, startMinute, span }, length, options.rows);
}

function preview(
  drag: Omit<GridDrag, 'endMinute' | 'outcome'>,
  lengthMinutes: Minutes,
  rows: readonly ScheduleRow[],
): GridDrag {
  return {
    ...drag,
    endMinute: Math.min(1440, drag.startMinute + lengthMinutes),
    outcome: dropOutcome(rows, drag.span, drag.row?.key ?? null),
  };
}

/** A card's id is readable when its drag begins and when it is dropped, not in between. */
function useCarriedTask(): RefObject<string | null> {
  const carried = useRef<string | null>(null);
  useEffect(() => {
    const start = (event: globalThis.DragEvent) => {
      carried.current = event.dataTransfer?.getData(TASK_DRAG_TYPE) || null;
    };
    const end = () => {
      carried.current = null;
    };
    document.addEventListener('dragstart', start);
    document.addEventListener('dragend', end);
    return () => {
      document.removeEventListener('dragstart', start);
      document.removeEventListener('dragend', end);
    };
  }, []);
  return carried;
}

function sameDrag(a: GridDrag | null, b: GridDrag | null): boolean {
  if (a === null || b === null) return a === b;
  return a.how === b.how && a.title === b.title && a.span.start === b.span.start && a.span.end === b.span.end;
}
