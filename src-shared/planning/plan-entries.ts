// Which placements of a plan go into a calendar file, with the titles they carry there.
import type { Placement } from '../engine/plan';
import { parseInstant } from '../time/instant';

export interface EntriesWanted {
  /** Kinds of demand; all when absent. */
  readonly kinds?: readonly Placement['kind'][];
  /** Epoch milliseconds, [from, to): what shares time with it; no bound when absent. */
  readonly from?: number;
  readonly to?: number;
}

export interface PlanEntry {
  readonly placement: Placement;
  readonly title: string;
}

/** Chosen placements in their order. One whose demand is not known carries its id as title. */
export function planEntries(
  placements: readonly Placement[],
  demands: readonly { readonly id: string; readonly title: string }[],
  { kinds, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: EntriesWanted = {},
): PlanEntry[] {
  const titles = new Map(demands.map(({ id, title }) => [id, title]));
  return placements
    .filter((placement) => {
      const start = parseInstant(placement.start) ?? 0;
      const end = parseInstant(placement.end) ?? start;
      return (!kinds || kinds.includes(placement.kind)) && start < to && end > from;
    })
    .map((placement) => ({ placement, title: titles.get(placement.id) ?? placement.id }));
}
