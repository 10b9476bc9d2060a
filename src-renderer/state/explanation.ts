import { useState } from 'react';
import type { Factor, UnplacedReason } from '#shared/engine/plan';
import type { Instant } from '#shared/time/instant';
import { type DemandRef, placementKey } from './placement-key';
import { useWorkspace } from './workspace';

/** Why something is where it is, or why it has no place. */
export type Explanation = PlacedExplanation | UnplacedExplanation;

export interface PlacedExplanation {
  readonly kind: 'placed';
  /** 0 to 1. */
  readonly score: number;
  readonly factors: readonly Factor[];
  /** Better slots it did not get, best first. */
  readonly blocked: readonly BlockedSlot[];
  /** Other legal slots, best first, at most 5. */
  readonly alternatives: readonly Alternative[];
  /** Slots whose score was computed. */
  readonly candidates: number;
}

export interface BlockedSlot {
  readonly start: Instant;
  readonly end: Instant;
  /** What the slot would have scored. */
  readonly score: number;
  readonly by: {
    readonly kind: 'event' | 'task' | 'habit';
    readonly id: string;
    readonly title: string;
    readonly pinned: boolean;
  };
}

export interface Alternative {
  readonly start: Instant;
  readonly end: Instant;
  readonly score: number;
  readonly lateMinutes: number;
  /** What sets it apart: "After Dentist", "Late by 1 day". */
  readonly detail: string;
}

export interface UnplacedExplanation {
  readonly kind: 'unplaced';
  readonly reason: UnplacedReason;
  readonly detail: string;
  /** One change that would make it fit; empty when none is known. */
  readonly suggestion: string;
}

/** Explains one target while it is looked at; null while there is none, or until it is computed. */
export function useExplanation(target: DemandRef | null): Explanation | null {
  const key = useWorkspace((state) => (target && state.status === 'ready' ? placementKey(target) : ''));
  const [explained] = useState<{ key: string; explanation: Explanation } | null>(null);
  return explained?.key === key ? explained.explanation : null;
}
