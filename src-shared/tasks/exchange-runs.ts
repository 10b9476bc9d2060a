// Whole stretches of free time change their contents where that makes less late: what single exchanges cannot, because their lengths differ.
import { firstRunEndingAfter } from '../engine/free-time';
import { exchangePairs } from './exchange-pairs';
import { isLoose, lateAt, mayStand, type TaskColumns } from './task-columns';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';

type Pieces = TaskGroupResult['pieces'];

const MOST_PASSES = 4;

/** Pairs of runs that hold only tasks in one piece, tied to no other, exchange what stands on them, as far from the run's begin as it stood. Quadratic in the runs. */
export function exchangeRuns(job: TaskGroupJob, columns: TaskColumns, pieces: Pieces): Pieces {
  const { usableStart, usableEnd } = job.free;
  const moved = [...pieces];
  const tasksOn: number[][] = Array.from(usableStart, () => []);
  const isHeld = new Uint8Array(usableStart.length);
  pieces.forEach((spans, task) => {
    for (const { start } of spans) {
      const run = firstRunEndingAfter(job.free, start);
      tasksOn[run]!.push(task);
      if (!isLoose(job.demands, columns, task)) isHeld[run] = 1;
    }
  });
  const lateOn = Float64Array.from(tasksOn, (tasks) =>
    tasks.reduce((sum, task) => sum + lateAt(columns, task, moved[task]![0]!.end), 0),
  );
  /** Weighted minutes late of a run's tasks on another run; infinite where they do not fit. */
  const lateIf = (run: number, other: number) => {
    const shift = usableStart[other]! - usableStart[run]!;
    let late = 0;
    for (const task of tasksOn[run]!) {
      const { start, end } = moved[task]![0]!;
      const span = { start: start + shift, end: end + shift };
      if (span.end > usableEnd[other]! || !mayStand(columns, task, span)) return Number.POSITIVE_INFINITY;
      late += lateAt(columns, task, span.end);
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
  const minutesApart = (place: number, sooner: number) => usableStart[runs[place]!]! - usableStart[runs[sooner]!]!;
  exchangePairs({
    places: runs.length,
    passes: MOST_PASSES,
    isLate: (place) => lateOn[runs[place]!]! > 0,
    gain: (place, sooner, toBeat) => {
      if (minutesApart(place, sooner) % job.frame.gridMinutes !== 0) return toBeat;
      const [run, other] = [runs[place]!, runs[sooner]!];
      const kept = lateOn[run]! + lateOn[other]! - lateIf(run, other);
      return kept <= toBeat ? toBeat : kept - lateIf(other, run);
    },
    exchange: (place, sooner) => {
      const [run, other] = [runs[place]!, runs[sooner]!];
      [lateOn[run], lateOn[other]] = [lateIf(other, run), lateIf(run, other)];
      shift(run, -minutesApart(place, sooner));
      shift(other, minutesApart(place, sooner));
      [tasksOn[run], tasksOn[other]] = [tasksOn[other]!, tasksOn[run]!];
    },
  });
  return moved;
}
