// What the task rules look at: a finished plan beside its problem, in instants, with nothing of the search in it.
import type { HardRule } from '../../engine/hard-rule';
import type { Instant } from '../../time/instant';
import type { Span } from '../../time/span';
import type { ZoneId } from '../../time/zone';
import type { Task } from '../task';

export interface PlacedTaskPiece extends Span {
  readonly task: Task;
  /** Fixed by a pin or as work under way: it is measured against others, never reported itself. */
  readonly fixed: boolean;
}

export interface TakenTime extends Span {
  readonly id: string;
  readonly title: string;
}

export interface TaskPlanView {
  readonly now: Instant;
  readonly leadMinutes: number;
  readonly bufferMinutes: number;
  readonly zone: ZoneId;
  /** Per ISO weekday (0 Monday to 6 Sunday) and minute of day: 1 = working time by the wall clock. */
  readonly workingMinutes: readonly Uint8Array[];
  /** Sorted by start. */
  readonly pieces: readonly PlacedTaskPiece[];
  /** Blocking events and habits, sorted by start. */
  readonly taken: readonly TakenTime[];
  /** All tasks of the problem. */
  readonly tasks: ReadonlyMap<string, Task>;
  /** Pins and work under way that the plan must show where they are: task id -> spans. */
  readonly mustStay: ReadonlyMap<string, readonly (Span & { readonly pinned: boolean })[]>;
  /** Minutes to be placed per open task, beside what is fixed. */
  readonly wantedMinutes: ReadonlyMap<string, number>;
}

export type TaskRule = HardRule<TaskPlanView>;
