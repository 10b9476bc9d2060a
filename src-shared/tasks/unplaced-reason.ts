// Why a task that was searched for has no place: one reason of the closed list, with its numbers.
import type { MinuteSpan } from '../engine/epoch-minute';
import type { FreeTime } from '../engine/free-time';
import type { Horizon } from '../engine/horizon';
import type { UnplacedReason } from '../engine/plan';
import type { TaskDemand } from './task-demand';

export interface UnplacedGround {
  readonly horizon: Horizon;
  /** Working windows of the horizon. */
  readonly windows: readonly MinuteSpan[];
  /** Free time before any task is placed. */
  readonly free: FreeTime;
  /** The same if no all-day event blocked. */
  readonly freeWithoutAllDay: FreeTime;
  /** Title of the first dependency that has no place. */
  readonly missingDependency: string | null;
}

export function reasonFor(demand: TaskDemand, ground: UnplacedGround): { reason: UnplacedReason; detail: string } {
  const { horizon } = ground;
  if (ground.missingDependency !== null) {
    return { reason: 'dependencyUnplaced', detail: `It waits for "${ground.missingDependency}", which has no place.` };
  }
  if (ground.windows.length === 0) {
    return { reason: 'noWorkingHours', detail: `There are no working hours in the next ${horizon.days} days.` };
  }
  const wanted = demand.chunk === null ? demand.minutes : Math.min(demand.chunk.min, demand.minutes);
  if (demand.earliest + wanted > demand.latestEnd) {
    const left = Math.max(0, demand.latestEnd - demand.earliest);
    return {
      reason: 'horizonEnds',
      detail: `It needs ${wanted} min and ${left} min are left between its earliest start and the end of the planned ${horizon.days} days.`,
    };
  }
  if (!ground.windows.some((window) => window.end > demand.earliest)) {
    return {
      reason: 'horizonEnds',
      detail: `No working hours are left between its earliest start and the end of the planned ${horizon.days} days.`,
    };
  }
  const room = longestRun(ground.free, demand.earliest, demand.latestEnd);
  if (room < wanted) {
    if (longestRun(ground.freeWithoutAllDay, demand.earliest, demand.latestEnd) >= wanted) {
      return {
        reason: 'blockedByAllDayEvent',
        detail: `It needs ${wanted} min; all-day events leave at most ${room} min in one run.`,
      };
    }
    if (demand.chunk !== null) {
      return {
        reason: 'minimumChunkLongerThanAnyGap',
        detail: `Its shortest piece is ${wanted} min, the longest gap is ${room} min.`,
      };
    }
    if (demand.due !== null && demand.due < horizon.end) {
      const before = longestRun(ground.free, demand.earliest, demand.due);
      return {
        reason: 'longerThanAnyFreeRunBeforeDue',
        detail: `It needs ${wanted} min; the longest free run before due is ${before} min, and after due ${room} min.`,
      };
    }
    return { reason: 'longerThanAnyFreeRun', detail: `It needs ${wanted} min, the longest free run is ${room} min.` };
  }
  if (demand.chunk !== null) {
    const total = freeMinutes(ground.free, demand.earliest, demand.latestEnd);
    if (total < demand.minutes) {
      return {
        reason: 'horizonEnds',
        detail: `It needs ${demand.minutes} min in pieces and only ${total} min are free before the planned ${horizon.days} days end.`,
      };
    }
  }
  return {
    reason: 'higherPriorityWorkFillsItsWindows',
    detail: `It needs ${wanted} min; free runs of up to ${room} min exist, but other work fills them.`,
  };
}

/** Longest usable stretch inside [from, to), in minutes. */
export function longestRun(free: FreeTime, from: number, to: number): number {
  let longest = 0;
  for (let run = 0; run < free.usableStart.length; run += 1) {
    longest = Math.max(longest, Math.min(free.usableEnd[run]!, to) - Math.max(free.usableStart[run]!, from));
  }
  return longest;
}

function freeMinutes(free: FreeTime, from: number, to: number): number {
  let total = 0;
  for (let run = 0; run < free.usableStart.length; run += 1) {
    total += Math.max(0, Math.min(free.usableEnd[run]!, to) - Math.max(free.usableStart[run]!, from));
  }
  return total;
}
