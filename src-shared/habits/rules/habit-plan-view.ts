// What the habit rules look at: the finished plan beside its problem, in instants.
import type { HardRule } from '../../engine/hard-rule';
import type { Day } from '../../time/day';
import type { Instant } from '../../time/instant';
import type { Span } from '../../time/span';
import type { Habit } from '../habit';

export interface PlacedHabit extends Span {
  readonly habit: Habit;
  readonly day: string;
  /** The habit's window on that day. */
  readonly window: Span;
  /** Pinned by hand or under way: it is measured against others, never reported itself. */
  readonly fixed: boolean;
}

export interface HabitPlanView {
  readonly now: Instant;
  readonly leadMinutes: number;
  /** Sorted by start. */
  readonly placed: readonly PlacedHabit[];
  /** Blocking events and fixed tasks, sorted by start. */
  readonly taken: readonly (Span & { readonly id: string; readonly title: string })[];
  /** `habitId@day` of everything that is due, or may be chosen, and open. */
  readonly due: ReadonlySet<string>;
  /** Recorded days by habit. */
  readonly settled: ReadonlyMap<string, readonly Day[]>;
  /** First day of the week, ISO weekday. */
  readonly firstWeekday: number;
  /** Pins and work under way by `habitId@day`. */
  readonly mustStay: ReadonlyMap<string, Span & { readonly title: string }>;
}

export type HabitRule = HardRule<HabitPlanView>;
