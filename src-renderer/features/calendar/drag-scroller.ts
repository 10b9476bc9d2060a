/** Pixels from the top or bottom edge within which a drag scrolls. */
const EDGE = 36;
const STEP = 9;
/** What of the top the fixed all-day row covers. */
const HEADER = 28;

/** Scrolls a step when a drag is near the edge; faster the nearer. Returns whether it scrolled. */
export function dragScroller(viewport: HTMLElement, clientY: number): boolean {
  const box = viewport.getBoundingClientRect();
  const above = box.top + HEADER + EDGE - clientY;
  const below = clientY - (box.bottom - EDGE);
  const push = above > 0 ? -above : Math.max(0, below);
  if (push === 0) return false;
  const before = viewport.scrollTop;
  viewport.scrollTop += Math.sign(push) * Math.min(STEP, Math.ceil(Math.abs(push) / 4));
  return viewport.scrollTop !== before;
}
