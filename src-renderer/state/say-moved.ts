import type { Moved } from './real-time';

/** "Oslo flights is now Tue 24 Nov, 14:00 – 15:00, and 2 more moved"; empty when nothing moved. `place` says where. */
export function movedWords(moved: readonly Moved[], place: (moved: Moved) => string): string {
  const [first, ...rest] = moved;
  if (first === undefined) return '';
  const more = rest.length > 0 ? `, and ${rest.length} more moved` : '';
  return `${first.title} is now ${place(first)}${more}.`;
}
