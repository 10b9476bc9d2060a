import type { Placement } from '#shared/engine/plan';
import { formatInstant, type Instant } from '#shared/time/instant';
import type { DemandRef } from './placement-key';

/** A placement that only says where: its score was of another place. */
export function barePlacement(ref: DemandRef, start: Instant, end: Instant): Placement {
  return {
    kind: ref.kind === 'habit' ? 'habit' : 'task',
    id: ref.id,
    start: formatInstant(start),
    end: formatInstant(end),
    score: 0,
    factors: [],
    chunk: null,
    pinned: true,
    lateMinutes: 0,
    slack: 'none',
  };
}
