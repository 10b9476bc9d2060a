import type { EpochMinute } from '../engine/epoch-minute';
import type { Placement } from '../engine/plan';

/** How a task's end stands to its due date: green before due minus the buffer, orange inside the buffer, red after due. */
export function slackOf(end: EpochMinute, due: EpochMinute | null, bufferMinutes: number): Placement['slack'] {
  if (due === null) return 'none';
  if (end > due) return 'late';
  return end > due - bufferMinutes ? 'tight' : 'ample';
}
