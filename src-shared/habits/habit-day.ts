// One day of habits as plain data: what a worker gets and what it answers.
import type { EpochMinute, MinuteSpan } from '../engine/epoch-minute';

/** One habit that wants its place on one day. */
export interface HabitWish {
  readonly id: string;
  readonly minutes: number;
  /** Earliest start: the window's opening, or now plus lead. */
  readonly earliest: EpochMinute;
  /** Latest end, exclusive. */
  readonly latestEnd: EpochMinute;
  readonly target: EpochMinute;
  /** Cost of a minute away from the target, 10 to 20. */
  readonly need: number;
  /** Kept over the last 15, 0 to 1; the baseline's order. 0.5 without history. */
  readonly success: number;
  /** 1 urgent to 4 low: who is left out first. */
  readonly priority: number;
  /** Where it stands in the plan in force. */
  readonly present: EpochMinute | null;
}

export interface HabitDay {
  readonly day: string;
  /** From the earliest opening to the latest close of the wishes: where short gaps are counted. */
  readonly hull: MinuteSpan;
  /** Free time inside the hull, sorted, disjoint. */
  readonly free: readonly MinuteSpan[];
  readonly wishes: readonly HabitWish[];
}

/** A batch of days in order. Days that reach into each other over midnight are always in one batch: what one takes is gone for the next. */
export interface HabitDayJob {
  readonly days: readonly HabitDay[];
  /** What a free gap under 30 minutes costs, in minutes of delta; `null` compares gaps after deltas. */
  readonly gapPriceMinutes: number | null;
  readonly algorithm: 'best' | 'greedy';
}

export interface HabitDayAnswer {
  readonly day: string;
  /** One start for each wish, in the order of the wishes; `null` = no place. */
  readonly starts: readonly (EpochMinute | null)[];
  /** `optimal` is proven on all levels; `bounded` may be improvable by at most `cost - bound`. */
  readonly proof: 'optimal' | 'bounded' | 'baseline';
  /** Sum of need x distance from target over the placed, plus priced gaps. */
  readonly cost: number;
  /** No plan with as few unplaced costs less. */
  readonly bound: number;
  /** Partial days looked at by the exact search. */
  readonly nodes: number;
  /** Starts whose cost was computed. */
  readonly candidates: number;
}

export interface HabitDayResult {
  readonly days: readonly HabitDayAnswer[];
}
