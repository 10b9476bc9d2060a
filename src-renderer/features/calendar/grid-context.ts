// What every block needs to know beside its own segment. One context, so that a new selection or focus redraws the
// blocks and leaves the grid around them alone.
import { createContext, useContext } from 'react';
import type { Instant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';

export interface GridLook {
  readonly zone: ZoneId;
  /** Height of an hour in pixels. */
  readonly hourPixels: number;
  /** One day fills the card: low blocks have room for their times beside the title. */
  readonly wide: boolean;
  /** Blocks that end at or before this are past. Changes only when another one ends. */
  readonly pastUntil: Instant;
  /** Row key of what the inspector shows. */
  readonly selectedKey: string | null;
  /** Id of the one block in the tab order. */
  readonly activeId: string | null;
  /** Row key of the block that is being dragged or resized. */
  readonly movingKey: string | null;
}

export const GridContext = createContext<GridLook | null>(null);

export function useGridLook(): GridLook {
  const look = useContext(GridContext);
  if (!look) throw new Error('A block is drawn outside of a calendar grid.');
  return look;
}
