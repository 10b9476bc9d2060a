import { emptyMetrics, type Placement, type Unplaced } from '#shared/engine/plan';
import type { IdentifiedPlan } from '#shared/planning/problem';

export function placed(
  kind: 'task' | 'habit',
  id: string,
  start: string,
  end: string,
  more: Partial<Placement> = {},
): Placement {
  return {
    kind,
    id,
    start,
    end,
    score: 0.5,
    factors: [],
    chunk: null,
    pinned: false,
    lateMinutes: 0,
    slack: 'none',
    ...more,
  };
}

export function planOf(
  planId: string,
  placements: readonly Placement[],
  unplaced: readonly Unplaced[] = [],
): IdentifiedPlan {
  return {
    planId,
    plannedAt: '2026-11-24T09:42:00Z',
    totalMilliseconds: 3.2,
    placements: [...placements],
    unplaced: [...unplaced],
    quality: {
      meanHabitDeltaMinutes: 0,
      shortGaps: 0,
      unplaced: unplaced.length,
      lateMinutes: 0,
      lateTasks: 0,
      preference: 0.5,
      placed: placements.length,
    },
    metrics: {
      ...emptyMetrics(),
      phases: { place: 1 },
      candidates: 10,
      cacheMisses: 1,
      groups: 1,
      groupSizes: [1],
      freeRuns: 4,
    },
  };
}
