// Arrow keys between blocks: up and down within a day by time, left and right to the block of the neighbouring day
// whose start is nearest. Days without blocks are stepped over.
import type { Day } from '#shared/time/day';

/** Where the focus can be. All-day bars come before the timed blocks of their first day. */
export interface FocusStop {
  readonly id: string;
  readonly day: Day;
  /** Minutes after midnight; below 0 for all-day bars, the top lane lowest. */
  readonly minute: number;
}

export type FocusMove = 'up' | 'down' | 'left' | 'right' | 'first' | 'last';

/** Stops by day, then time: the order in which the arrow keys and the first focus meet them. */
export function inFocusOrder(stops: readonly FocusStop[]): FocusStop[] {
  return [...stops].sort((a, b) =>
    a.day === b.day ? a.minute - b.minute || (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1,
  );
}

/** The id that gets the focus, or null when the move leads nowhere. `ordered` comes from `inFocusOrder`. */
export function moveFocus(ordered: readonly FocusStop[], fromId: string, move: FocusMove): string | null {
  const index = ordered.findIndex((stop) => stop.id === fromId);
  const from = ordered[index];
  if (!from) return ordered[0]?.id ?? null;
  switch (move) {
    case 'up':
      return ordered[index - 1]?.day === from.day ? ordered[index - 1]!.id : null;
    case 'down':
      return ordered[index + 1]?.day === from.day ? ordered[index + 1]!.id : null;
    case 'first':
      return ordered.find((stop) => stop.day === from.day)!.id;
    case 'last':
      return ordered.findLast((stop) => stop.day === from.day)!.id;
    case 'left':
    case 'right': {
      const onThatSide = ordered.filter((stop) => (move === 'right' ? stop.day > from.day : stop.day < from.day));
      const day = move === 'right' ? onThatSide[0]?.day : onThatSide.at(-1)?.day;
      if (day === undefined) return null;
      const candidates = onThatSide.filter((stop) => stop.day === day);
      return candidates.reduce((best, stop) =>
        Math.abs(stop.minute - from.minute) < Math.abs(best.minute - from.minute) ? stop : best,
      ).id;
    }
  }
}
