// What no plan can spare anybody: a pin after its due date, and what waits for it.
import { freeTimeOf } from '../engine/free-time';
import { onGrid } from '../engine/local-clock';
import { PRIORITY_WEIGHT } from '../tasks/task-demand';
import { dueMinute, earliestMinute, type TaskWork } from '../tasks/task-work';
import type { Situation } from './situation';

/** Weighted minutes late that every plan has at least: each task as early as what is fixed lets it be, as if it were alone. */
export function leastLate({ taskWork, windows, blockingEvents, fixedTasks, frame, horizon }: Situation): number {
  const free = freeTimeOf(windows, [...blockingEvents, ...fixedTasks], frame.bufferMinutes);
  const byId = new Map(taskWork.map((work) => [work.task.id, work]));
  const ends = new Map<string, number>();

  const endOf = (work: TaskWork): number => {
    const known = ends.get(work.task.id);
    if (known !== undefined) return known;
    // Whoever waits for itself has no place anyway.
    ends.set(work.task.id, 0);
    let end = work.fixed.reduce((last, piece) => Math.max(last, piece.end), 0);
    if (work.minutes > 0) {
      let earliest = earliestMinute(work.task, horizon);
      for (const id of work.task.dependsOn) {
        const other = byId.get(id);
        if (other) earliest = Math.max(earliest, endOf(other));
      }
      end = Math.max(end, work.task.split === null ? firstEnd(work, earliest) : earliest + work.minutes);
    }
    ends.set(work.task.id, end);
    return end;
  };

  /** On the grid, or where it stands. 0 where it has no place at all: then it is left out, not late. */
  const firstEnd = ({ minutes, present }: TaskWork, earliest: number): number => {
    const standing = present[0];
    const stays = standing && standing.start >= earliest ? standing.end : Number.POSITIVE_INFINITY;
    for (let run = 0; run < free.usableStart.length; run += 1) {
      const start = onGrid(frame.clock, Math.max(earliest, free.usableStart[run]!), frame.gridMinutes);
      if (start + minutes <= free.usableEnd[run]!) return Math.min(stays, start + minutes);
    }
    return 0;
  };

  return taskWork.reduce((sum, work) => {
    const due = dueMinute(work.task);
    return due === null ? sum : sum + Math.max(0, endOf(work) - due) * PRIORITY_WEIGHT[work.task.priority];
  }, 0);
}
