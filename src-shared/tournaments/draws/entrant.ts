import type { Slot } from '../document';

/** One line of a draw before it is placed: an entry, or a place that an earlier stage decides. */
export interface Entrant {
  readonly slot: Slot;
  /** Those of one club are kept apart; null belongs to nobody. For places of groups this is the group. */
  readonly club: string | null;
  /** 1 is the strongest; null = not seeded. */
  readonly seed: number | null;
}
