// Moving a match by hand: the pointer or the keys carry a ghost over the board, and every place says at once whether it is allowed.
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type Instant, plusMinutes } from '#shared/time/instant';
import type { Drop } from '#shared/tournaments/day/check-drop';
import { announce } from '../../state/announce';
import type { Board } from './board-layout';
import { type Room, roomAround } from './card-room';
import { type DropWords, dropWords, nearestPlaces, neighbourStart, type PlaceChoice, snappedStart } from './drop-words';
import { edgeScroller } from './edge-scroll';
import { placeWords } from './match-words';
import type { TournamentView } from './tournament-view';

export interface Carried {
  readonly match: string;
  readonly court: string | null;
  readonly row: number;
  readonly start: Instant;
  readonly words: DropWords;
  /** Null while they are being looked for. */
  readonly places: readonly PlaceChoice[] | null;
  /** Where the card that says why not can be seen. */
  readonly room: Room;
  /** The pointer is down; else the ghost waits for the next key or choice. */
  readonly isHeld: boolean;
}

interface DragOptions {
  readonly view: TournamentView;
  readonly board: Board;
  /** The area of the rows, from the first court's top left corner. */
  readonly area: RefObject<HTMLElement | null>;
  /** Scrolls sideways; court names stand still at its left. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowHeight: number;
  readonly onMove: (drop: Drop) => void;
}

const MOVED_ENOUGH = 4;
const NEAR_PIXELS = 14;
/** Court names, as in the style sheet. */
const GUTTER = 72;
/** After this rest the nearest legal places are looked for. */
const DWELL_MILLISECONDS = 140;

export function useBoardDrag({ view, board, area, scroller, rowHeight, onMove }: DragOptions) {
  const [carried, setCarried] = useState<Carried | null>(null);
  const latest = useRef({ view, board, onMove });
  latest.current = { view, board, onMove };
  const dwell = useRef<ReturnType<typeof setTimeout> | null>(null);
  const end = useRef<(() => void) | null>(null);
  const suppressClick = useRef(false);

  useEffect(
    () => () => {
      end.current?.();
      if (dwell.current !== null) clearTimeout(dwell.current);
    },
    [],
  );

  /** Puts the ghost there and says what that would mean. */
  const carry = (match: string, row: number, start: Instant, isHeld: boolean): Carried => {
    const now = latest.current;
    const court = now.board.courts[row]?.id ?? null;
    const drop = { match, court, start };
    const words = dropWords(now.view, drop);
    const room = roomAround(area.current, scroller.current, GUTTER, row, rowHeight);
    const next: Carried = { match, court, row, start, words, places: null, room, isHeld };
    setCarried(next);
    if (dwell.current !== null) clearTimeout(dwell.current);
    if (!next.words.legal)
      dwell.current = setTimeout(() => {
        const places = nearestPlaces(latest.current.view, drop);
        setCarried((shown) => (shown !== null && isSame(shown, next) ? { ...shown, places } : shown));
      }, DWELL_MILLISECONDS);
    return next;
  };

  const cancel = () => {
    end.current?.();
    end.current = null;
    if (dwell.current !== null) clearTimeout(dwell.current);
    setCarried(null);
  };

  const onPointerDown = (match: string, event: PointerEvent<HTMLElement>) => {
    const own = latest.current.view.rowOf.get(match);
    if (event.button !== 0 || event.pointerType === 'touch' || !own || own.start === null) return;
    if (latest.current.view.problemMatch(match).state !== 'open') return;
    const scrolled = () => scroller.current?.scrollLeft ?? 0;
    const origin = { x: event.clientX, y: event.clientY, scrolled: scrolled(), start: own.start };
    let shown: Carried | null = null;
    suppressClick.current = false;
    const place = (clientX: number, clientY: number) => {
      const box = area.current?.getBoundingClientRect();
      if (!box) return;
      const { board: here } = latest.current;
      const row = Math.min(here.courts.length - 1, Math.max(0, Math.floor((clientY - box.top) / rowHeight)));
      const across = clientX - origin.x + scrolled() - origin.scrolled;
      const minutes = (origin.start - here.from) / 60_000 + across / here.pixelsPerMinute;
      const waves = here.waves.map((wave) => wave.start);
      const start = snappedStart(minutes, here.from, waves, NEAR_PIXELS / here.pixelsPerMinute);
      if (shown !== null && shown.row === row && shown.start === start) return;
      shown = carry(match, row, start, true);
    };
    const edges = scroller.current ? edgeScroller(scroller.current, GUTTER, ({ x, y }) => place(x, y)) : null;
    const onPointerMove = (move: globalThis.PointerEvent) => {
      if (shown === null && Math.hypot(move.clientX - origin.x, move.clientY - origin.y) < MOVED_ENOUGH) return;
      suppressClick.current = true;
      place(move.clientX, move.clientY);
      edges?.follow({ x: move.clientX, y: move.clientY });
    };
    const onPointerUp = () => {
      stop();
      // The click of this very gesture comes next, if it comes at all.
      setTimeout(() => {
        suppressClick.current = false;
      });
      if (shown === null) return;
      const { match: id, court, start, words } = shown;
      const isBack = court === own.court && start === own.start;
      if (isBack) cancel();
      else if (words.legal) {
        setCarried(null);
        latest.current.onMove({ match: id, court, start });
      } else {
        announce(refusal(words), 'assertive');
        setCarried((now) => (now === null ? null : { ...now, isHeld: false }));
      }
    };
    const onKey = (key: globalThis.KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      cancel();
    };
    const stop = () => {
      edges?.stop();
      window.removeEventListener('pointermove', onPointerMove);
      window.removeEventListener('pointerup', onPointerUp);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', onKey, true);
      end.current = null;
    };
    window.addEventListener('pointermove', onPointerMove);
    window.addEventListener('pointerup', onPointerUp);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', onKey, true);
    end.current = stop;
  };

  /** Alt arrows: a wave earlier or later, with Shift five minutes; a court up or down. Returns whether the key was one of them. */
  const onKeyDown = (match: string, event: KeyboardEvent<HTMLElement>): boolean => {
    if (event.key === 'Escape' && carried !== null) {
      cancel();
      event.stopPropagation();
      return true;
    }
    const step = event.altKey && !event.ctrlKey && !event.metaKey ? arrows[event.key] : undefined;
    const { view: here, board: shown } = latest.current;
    const own = here.rowOf.get(match);
    if (!step || !own || own.start === null) return false;
    if (here.problemMatch(match).state !== 'open') {
      announce('A match that is on court or played stays where it is.', 'assertive');
      return true;
    }
    const from =
      carried?.match === match
        ? { row: carried.row, start: carried.start }
        : { row: shown.courts.findIndex(({ id }) => id === own.court), start: own.start };
    const length = here.problemMatch(match).minutes;
    const row = from.row + step.rows;
    if (row < 0 || row >= shown.courts.length) return true;
    const start =
      step.time === 0
        ? from.start
        : event.shiftKey
          ? plusMinutes(from.start, step.time * 5)
          : neighbourStart(
              from.start,
              step.time,
              shown.waves.map((wave) => wave.start),
              length,
            );
    const next = carry(match, row, start, false);
    const where = placeWords(here, next);
    if (!next.words.legal) announce(`${where}: ${refusal(next.words)}`, 'assertive');
    else {
      setCarried(null);
      latest.current.onMove({ match, court: next.court, start });
    }
    return true;
  };

  /** A click that ends a drag selects nothing. */
  const wasDragged = (): boolean => {
    const was = suppressClick.current;
    suppressClick.current = false;
    return was;
  };

  return { carried, onPointerDown, onKeyDown, wasDragged, cancel };
}

const arrows: Readonly<Record<string, { readonly rows: -1 | 0 | 1; readonly time: -1 | 0 | 1 } & object>> = {
  ArrowLeft: { rows: 0, time: -1 },
  ArrowRight: { rows: 0, time: 1 },
  ArrowUp: { rows: -1, time: 0 },
  ArrowDown: { rows: 1, time: 0 },
};

function isSame(one: Carried, other: Carried): boolean {
  return one.match === other.match && one.row === other.row && one.start === other.start;
}

function refusal({ reasons }: DropWords): string {
  return `Not allowed. ${reasons.map(({ message }) => message).join(' ')}`;
}
