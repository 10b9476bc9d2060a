import type { HabitDayJob, HabitDayResult } from '../habits/habit-day';
import type { TaskGroupJob, TaskGroupResult } from '../tasks/task-demand';

/** What the caller lends a run. Nothing here can change the plan: clock, progress, cancelling and threads only change how it comes about. */
export interface PlanRun {
  /** Milliseconds; read for the phase timings of the report only. */
  now(): number;
  onProgress?(progress: { readonly fraction: number; readonly phase: string }): void;
  isCancelled?(): boolean;
  /** Lets the caller's event loop breathe between groups; without it a run in process is one block. */
  pause?(): Promise<void>;
  /** Threads to share the work with; used when the work is worth the crossing. Answers come in the order of the jobs. */
  dispatch?: Dispatch;
}

export interface Dispatch {
  readonly workers: number;
  /** Estimated slots from which crossing to threads is worth it; the measured break-even of threads that run already unless said. */
  readonly worthFrom?: number;
  taskGroups(groups: TaskGroupJob[]): Promise<TaskGroupResult[]>;
  habitDays(days: HabitDayJob[]): Promise<HabitDayResult[]>;
}
