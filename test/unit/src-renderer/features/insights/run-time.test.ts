import { describe, expect, it } from 'vitest';
import { percentile, phaseRows, runMilliseconds } from '#renderer/features/insights/run-time';
import { emptyMetrics } from '#shared/engine/plan';
import { runOf } from '../../../../helpers/run-record';

describe('percentile', () => {
  it('is the nearest rank', () => {
    expect(percentile([15, 20, 35, 40, 50], 0.3)).toBe(20);
    expect(percentile([50, 15, 40, 20, 35], 0.5)).toBe(35);
    expect(percentile([15, 20, 35, 40, 50], 0.95)).toBe(50);
    expect(percentile([7], 0.95)).toBe(7);
    expect(percentile([], 0.5)).toBeNull();
  });
});

describe('phases of a run', () => {
  const run = runOf(1, {
    tasks: 46,
    storage: { transactions: 1, milliseconds: 2.5, rowsWritten: 58 },
    metrics: {
      ...emptyMetrics(),
      phases: { verify: 2, index: 6, place: 8, improve: 5, group: 3, report: 0.5, later: 1 },
      freeRuns: 352,
      groups: 11,
      groupSizes: [9, 4],
      workers: 2,
      moves: { tried: 1_020, kept: 3 },
      swaps: { tried: 31, kept: 2 },
      congestion: [
        {
          from: '2026-11-23',
          unit: 'week',
          busyShare: 0,
          freeMinutes: 0,
          longestRunMinutes: 0,
          workingMinutes: 0,
          demandMinutes: 0,
        },
      ],
    },
  });

  it('stand in the order of the work, each with its figures; one without words keeps its name', () => {
    expect(phaseRows(run).map(({ label, detail, milliseconds }) => [label, detail, milliseconds])).toEqual([
      ['Index', '352 free runs in 1 week', 6],
      ['Group', '11 independent groups, largest 9', 3],
      ['Place', '46 tasks, on 2 threads', 8],
      ['Improve', '1,051 moves and swaps tried, 5 kept', 5],
      ['Report', 'Everything has its place', 0.5],
      ['Verify', 'No rule broken', 2],
      ['Later', '', 1],
      ['Store', 'One transaction, 58 rows', 2.5],
    ]);
  });

  it('add the store to what the planner took', () => {
    expect(runMilliseconds(run)).toBe(32.5);
    expect(runMilliseconds(runOf(1))).toBe(30);
  });
});
