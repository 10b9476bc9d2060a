// Locking what a plan puts somewhere, in the step that puts it there. Pure.
import type { Placement } from '#shared/engine/plan';
import { parseInstant } from '#shared/time/instant';
import type { Change } from '../db/change';
import { pinChange } from './edit-placements';
import { placementKey } from './placement-key';
import type { WorkspaceState } from './workspace';

/** The change of a plan with some of its placements, by key, locked as by hand. A piece of a task cannot be locked and stays free. */
export function lockedIn(
  state: WorkspaceState,
  placements: readonly Placement[],
  change: Change,
  locked: ReadonlySet<string>,
): Change {
  const planned: WorkspaceState = { ...state, placements };
  let next = change;
  for (const placement of placements) {
    const key = placementKey(placement);
    if (!locked.has(key) || placement.pinned) continue;
    const ref = { kind: placement.kind, id: placement.id, day: placement.day, chunk: placement.chunk };
    const pin = pinChange(planned, ref, parseInstant(placement.start)!);
    if (typeof pin === 'string') continue;
    const row = { key, placement: { ...placement, pinned: true } };
    const others = (next.puts?.placements ?? []).filter((one) => one.key !== key);
    next = {
      ...next,
      puts: {
        ...next.puts,
        placements: [...others, row],
        tasks: [...(next.puts?.tasks ?? []), ...(pin.puts?.tasks ?? [])],
        habitOccurrences: [...(next.puts?.habitOccurrences ?? []), ...(pin.puts?.habitOccurrences ?? [])],
      },
    };
  }
  return next;
}
