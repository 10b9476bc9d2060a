import { freeTimeOf } from '../engine/free-time';
import { leastLate } from '../tasks/least-late';
import { PRIORITY_WEIGHT } from '../tasks/task-demand';
import { demandsOf } from '../tasks/task-demands';
import { dueMinute } from '../tasks/task-work';
import type { Situation } from './situation';

/** Weighted minutes late that no plan of the situation can spare: a pin after its due date, what waits for it, and the like. */
export function unavoidablyLate({ taskWork, windows, blockingEvents, fixedTasks, frame, horizon }: Situation): number {
  const free = freeTimeOf(windows, [...blockingEvents, ...fixedTasks], frame.bufferMinutes);
  const fixed = taskWork.reduce((sum, { task, minutes, fixed: pieces }) => {
    const due = minutes > 0 ? null : dueMinute(task);
    const end = pieces.reduce((last, piece) => Math.max(last, piece.end), 0);
    return due === null ? sum : sum + Math.max(0, end - due) * PRIORITY_WEIGHT[task.priority];
  }, 0);
  return fixed + leastLate(demandsOf(taskWork, horizon).demands, free, frame);
}
