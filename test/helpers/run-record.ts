import type { RunRecord } from '#renderer/state/run-history';
import { emptyMetrics } from '#shared/engine/plan';
import { planOf } from './sample-plan';

/** A stored run; `order` counts up, the highest is the newest. */
export function runOf(order: number, more: Partial<RunRecord> = {}): RunRecord {
  return {
    planId: `p${order}`,
    order,
    plannedAt: '2026-11-24T09:42:00Z',
    why: 'Plan',
    tasks: 2,
    habits: 1,
    totalMilliseconds: 30,
    clickToDrawnMilliseconds: null,
    moved: 0,
    late: 0,
    quality: planOf('p', []).quality,
    metrics: emptyMetrics(),
    unplaced: [],
    ...more,
  };
}
