import type { Factor, UnplacedReason } from '../engine/plan';
import type { Settings } from '../engine/settings';
import type { Habit } from '../habits/habit';
import type { Task } from '../tasks/task';
import type { Instant } from '../time/instant';

/** Why something is where it is, or why it has no place. */
export type Explanation = PlacedExplanation | UnplacedExplanation;

export interface PlacedExplanation {
  readonly kind: 'placed';
  /** 0 to 1. */
  readonly score: number;
  readonly factors: readonly Factor[];
  /** Better slots it did not get, best first, one for each thing in the way. */
  readonly blocked: readonly BlockedSlot[];
  /** Other legal slots, best first, at most 5. */
  readonly alternatives: readonly Alternative[];
  /** Slots whose score was computed. */
  readonly candidates: number;
}

export interface BlockedSlot {
  readonly start: Instant;
  readonly end: Instant;
  /** What the slot would have scored had it been free. */
  readonly score: number;
  readonly by: Blocker;
}

export interface Blocker {
  readonly kind: 'event' | 'task' | 'habit';
  readonly id: string;
  readonly title: string;
  readonly pinned: boolean;
}

export interface Alternative {
  readonly start: Instant;
  readonly end: Instant;
  readonly score: number;
  readonly lateMinutes: number;
  /** What sets it apart: "After Dentist, ends 2 h before due". */
  readonly detail: string;
}

export interface UnplacedExplanation {
  readonly kind: 'unplaced';
  readonly reason: UnplacedReason;
  readonly detail: string;
  /** One change that makes it fit, tried by planning with it; empty when none was found. */
  readonly suggestion: string;
  /** The same as what to change; null when none was found. */
  readonly change: SuggestedChange | null;
}

/** Fields to give to the demand itself, or to the settings. */
export type SuggestedChange =
  | { readonly kind: 'task'; readonly patch: Partial<Task> }
  | { readonly kind: 'habit'; readonly patch: Partial<Habit> }
  | { readonly kind: 'settings'; readonly patch: Partial<Settings> };

/** What is asked about: a task (a piece of it, counted from 0), or a habit on its day. */
export interface ExplainTarget {
  readonly kind: 'task' | 'habit';
  readonly id: string;
  readonly day?: string | undefined;
  readonly chunk?: number | undefined;
}
