// A drag that comes near an edge of what scrolls takes it along, the faster the nearer.
const NEAR_EDGE = 44;
const FASTEST = 14;

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels a frame, negative towards `from`; 0 away from both edges. */
export function edgeSpeed(at: number, from: number, to: number): number {
  const zone = Math.min(NEAR_EDGE, (to - from) / 3);
  if (zone <= 0) return 0;
  const before = Math.min(zone, Math.max(0, from + zone - at));
  const after = Math.min(zone, Math.max(0, at - (to - zone)));
  return (FASTEST * (after - before)) / zone;
}

/** Scrolls `across` sideways and what holds it up and down while the pointer is near an edge. `gutter`: what stands still at the left. */
export function edgeScroller(across: HTMLElement, gutter: number, onScroll: (pointer: Point) => void) {
  const down = scrollingAncestor(across);
  // As it is at the start: what is carried over the edge must not make the way longer.
  const furthest = across.scrollWidth - across.clientWidth;
  let pointer: Point | null = null;
  let frame: number | null = null;
  const step = () => {
    frame = null;
    if (pointer === null) return;
    const box = across.getBoundingClientRect();
    const isMoved = [scrollBy(across, 'scrollLeft', edgeSpeed(pointer.x, box.left + gutter, box.right), furthest)];
    if (down) {
      const { top, bottom } = down.getBoundingClientRect();
      isMoved.push(scrollBy(down, 'scrollTop', edgeSpeed(pointer.y, top, bottom), down.scrollHeight));
    }
    if (!isMoved.includes(true)) return;
    onScroll(pointer);
    frame = requestAnimationFrame(step);
  };
  return {
    follow(next: Point) {
      pointer = next;
      frame ??= requestAnimationFrame(step);
    },
    stop() {
      pointer = null;
      if (frame !== null) cancelAnimationFrame(frame);
      frame = null;
    },
  };
}

function scrollBy(element: HTMLElement, side: 'scrollLeft' | 'scrollTop', pixels: number, furthest: number): boolean {
  const before = element[side];
  element[side] = Math.min(before + pixels, Math.max(before, furthest));
  return element[side] !== before;
}

function scrollingAncestor(element: HTMLElement): HTMLElement | null {
  for (let one = element.parentElement; one !== null; one = one.parentElement)
    if (/auto|scroll/.test(getComputedStyle(one).overflowY)) return one;
  return null;
}
