// Whole stretches of free time change their contents where that makes less late: what single exchanges cannot, because their lengths differ.
import { firstRunEndingAfter } from '../engine/free-time';
import { lateAt, mayStand } from './exchange-places';
import { columnsOf } from './task-columns';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';

type Pieces = TaskGroupResult['pieces'];

const MOST_PASSES = 4;

/** Pairs of runs that hold only tasks in one piece, tied to no other, exchange what stands on them, as far from the run's begin as it stood. Quadratic in the runs. */
export function exchangeRuns(job: TaskGroupJob, pieces: Pieces): Pieces {
  const { usableStart, usableEnd } = job.free;
  const columns = columnsOf(job.demands);
  const moved = [...pieces];
  const tasksOn: number[][] = Array.from(usableStart, () => []);
  const isHeld = new Uint8Array(usableStart.length);
  job.demands.forEach(({ chunk }, task) => {
    for (const { start } of pieces[task]!) {
      const run = firstRunEndingAfter(job.free, start);
      tasksOn[run]!.push(task);
      if (chunk !== null || columns.tied[task] === 1) isHeld[run] = 1;
    }
  });
  const lateOn = Float64Array.from(tasksOn, (tasks) =>
    tasks.reduce((sum, task) => sum + lateAt(columns, task, moved[task]![0]!), 0),
  );
  /** Weighted minutes late of a run's tasks on another run; infinite where they do not fit. */
  const lateIf = (run: number, other: number) => {
    const shift = usableStart[other]! - usableStart[run]!;
    let late = 0;
    for (const task of tasksOn[run]!) {
      const { start, end } = moved[task]![0]!;
      const span = { start: start + shift, end: end + shift };
      if (span.end > usableEnd[other]! || !mayStand(columns, task, span)) return Number.POSITIVE_INFINITY;
      late += lateAt(columns, task, span);
    }
    return late;
  };
  const shift = (run: number, minutes: number) => {
    for (const task of tasksOn[run]!) {
      const { start, end } = moved[task]![0]!;
      moved[task] = [{ start: start + minutes, end: end + minutes }];
    }
  };
  const runs = tasksOn.map((_, run) => run).filter((run) => isHeld[run] === 0 && tasksOn[run]!.length > 0);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let isBetter = false;
    for (let at = runs.length - 1; at > 0; at -= 1) {
      const run = runs[at]!;
      if (lateOn[run] === 0) continue;
      let best = -1;
      let most = 0;
      for (let other = 0; other < at; other += 1) {
        const sooner = runs[other]!;
        const minutes = usableStart[run]! - usableStart[sooner]!;
        if (minutes % job.frame.gridMinutes !== 0) continue;
        const now = lateOn[run]! + lateOn[sooner]!;
        const own = lateIf(run, sooner);
        if (now - own <= most) continue;
        const gain = now - own - lateIf(sooner, run);
        if (gain <= most) continue;
        most = gain;
        best = sooner;
      }
      if (best < 0) continue;
      const minutes = usableStart[run]! - usableStart[best]!;
      [lateOn[run], lateOn[best]] = [lateIf(best, run), lateIf(run, best)];
      shift(run, -minutes);
      shift(best, minutes);
      [tasksOn[run], tasksOn[best]] = [tasksOn[best]!, tasksOn[run]!];
      isBetter = true;
    }
    if (!isBetter) break;
  }
  return moved;
}
