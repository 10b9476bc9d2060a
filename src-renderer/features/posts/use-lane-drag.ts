// Dragging a post along its lane. Nothing is stored before the drop, a drop where a rule forbids it is refused, Escape takes it back.
import { type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { Day } from '#shared/time/day';
import { type Instant, type Minutes, plusMinutes } from '#shared/time/instant';
import { instantAtMinute, type ZoneId } from '#shared/time/zone';
import type { DropCheck } from './drop-check';
import { type LaneBlock, placeInWeek, shareOfWeek } from './week-lanes';

export interface LaneDrag {
  readonly postId: string;
  readonly platform: string;
  readonly title: string;
  readonly at: Instant;
  /** Share of the week. */
  readonly share: number;
  readonly check: DropCheck;
}

interface LaneDragOptions {
  readonly zone: ZoneId;
  readonly firstDay: Day;
  readonly gridMinutes: Minutes;
  readonly check: (postId: string, at: Instant) => DropCheck;
  readonly onDrop: (drag: LaneDrag) => void;
}

/** Pixels the pointer travels before a press becomes a drag. */
const THRESHOLD = 4;

export function useLaneDrag(options: LaneDragOptions) {
  const [drag, setDrag] = useState<LaneDrag | null>(null);
  const current = useRef<LaneDrag | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const justDragged = useRef(false);
  const endGesture = useRef<(() => void) | null>(null);
  useEffect(() => () => endGesture.current?.(), []);

  const show = useCallback((next: LaneDrag | null) => {
    if (current.current?.at === next?.at && current.current?.postId === next?.postId) return;
    current.current = next;
    setDrag(next);
  }, []);

  /** `track` is the lane's stretch of the week. */
  const press = useCallback(
    (event: PointerEvent<HTMLElement>, track: HTMLElement, platform: string, block: LaneBlock) => {
      const { postId, title } = block;
      if (event.button !== 0 || postId === null || block.state === 'published' || endGesture.current) return;
      const from = { x: event.clientX, y: event.clientY, id: event.pointerId };
      let started = false;
      let x = from.x;
      const update = () => {
        const box = track.getBoundingClientRect();
        const { zone, firstDay, gridMinutes, check } = latest.current;
        const wanted = block.at + (x - from.x) / box.width;
        const place = placeInWeek(firstDay, wanted, gridMinutes);
        const answer = check(postId, instantAtMinute(zone, place.day, place.minute));
        const share = shareOfWeek(zone, firstDay, answer.at);
        show({ postId, platform, title, at: answer.at, share, check: answer });
      };
      const move = (next: globalThis.PointerEvent) => {
        if (next.pointerId !== from.id) return;
        x = next.clientX;
        if (!started && Math.hypot(x - from.x, next.clientY - from.y) < THRESHOLD) return;
        started = true;
        update();
      };
      const key = (next: KeyboardEvent) => {
        if (next.key !== 'Escape') return;
        next.preventDefault();
        next.stopPropagation();
        end(false);
      };
      const up = () => end(true);
      const cancel = () => end(false);
      function end(dropped: boolean) {
        window.removeEventListener('pointermove', move);
        window.removeEventListener('pointerup', up);
        window.removeEventListener('pointercancel', cancel);
        window.removeEventListener('keydown', key, true);
        endGesture.current = null;
        const last = current.current;
        show(null);
        if (!started) return;
        // The click that follows the release belongs to the drag.
        justDragged.current = true;
        setTimeout(() => {
          justDragged.current = false;
        });
        if (dropped && last && last.at !== block.start) latest.current.onDrop(last);
      }
      window.addEventListener('pointermove', move);
      window.addEventListener('pointerup', up);
      window.addEventListener('pointercancel', cancel);
      window.addEventListener('keydown', key, true);
      endGesture.current = cancel;
    },
    [show],
  );
  return { drag, press, justDragged };
}

/** Where a key takes a post: 15 minutes up and down, a day left and right. Null for other keys. */
export function keyTarget(key: string, start: Instant, gridMinutes: Minutes): Instant | null {
  switch (key) {
    case 'ArrowUp':
      return plusMinutes(start, -gridMinutes);
    case 'ArrowDown':
      return plusMinutes(start, gridMinutes);
    case 'ArrowLeft':
      return plusMinutes(start, -1440);
    case 'ArrowRight':
      return plusMinutes(start, 1440);
    default:
      return null;
  }
}
