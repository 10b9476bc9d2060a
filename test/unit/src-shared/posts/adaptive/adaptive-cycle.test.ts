import { describe, expect, it } from 'vitest';
import {
  ADAPTIVE_BOUNDS,
  adaptiveCycle,
  LEAST_JOBS,
  measureOf,
  resetAdaptation,
  revertChange,
  startingState,
} from '#shared/posts/adaptive/adaptive-cycle';
import { type AdaptiveState, adaptiveStateSchema } from '#shared/posts/adaptive/adaptive-state';
import { type PerformanceRecord, performanceRecordSchema } from '#shared/posts/nouns/performance-record';
import { type Instant, parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const UTC = parseZone('UTC')!;
const FIRST = parseInstant('2026-01-05T00:00:00Z')!;
const WEEK = 7 * 86_400_000;
const endOf = (week: number): Instant => (FIRST + (week + 1) * WEEK) as Instant;

/** A week of jobs, four hours apart. */
function week(number: number, reach: number, rateLimitedCount = 0, jobs = 25): PerformanceRecord[] {
  return Array.from({ length: jobs }, (_, job) =>
    performanceRecordSchema.parse({
      platform: 'x',
      postedAt: new Date(FIRST + number * WEEK + job * 4 * 3_600_000).toISOString(),
      reach,
      attempts: 10,
      rateLimitedCount,
    }),
  );
}

const steps = (state: AdaptiveState): string[] => state.log.map(({ step }) => step);

describe('the adaptive cycle', () => {
  it('[POST-78] measures results against usual, refusals and punctuality in one figure', () => {
    const records = week(0, 120, 1);
    expect(measureOf(records, 100, UTC)).toMatchObject({ jobs: 25, resultRatio: 1.2, rateLimitedShare: 0.1 });
    expect(measureOf(records, 100, UTC).objective).toBeCloseTo(1.2 - 0.4, 12);
  });

  it('[POST-78] waits until there is enough to go by', () => {
    const state = startingState();
    expect(adaptiveCycle(state, week(0, 100, 0, LEAST_JOBS - 1), endOf(0), UTC, 1)).toBe(state);
  });

  it('[POST-78] answers refusals with fewer posts side by side, in proportion, and leaves the gaps', () => {
    const state = adaptiveCycle(startingState(), week(0, 100, 1), endOf(0), UTC, 1);
    expect(state.parameters).toMatchObject({ maxConcurrentPosts: 2, gapFactor: 1 });
    const most = adaptiveCycle(startingState(), week(0, 100, 8), endOf(0), UTC, 1);
    expect(most.parameters).toMatchObject({ maxConcurrentPosts: 1, gapFactor: 1 });
    expect(state.log).toMatchObject([
      { number: 1, step: 'adjust', before: { maxConcurrentPosts: 3 }, after: { maxConcurrentPosts: 2 } },
    ]);
    expect(state.log[0]!.reason).toContain('10.0%');
  });

  it('[POST-78] takes one refusal for chance, however few the requests', () => {
    const records = week(0, 100, 0, 20).map((record, index) => ({
      ...record,
      attempts: 1,
      rateLimitedCount: index === 0 ? 1 : 0,
    }));
    const state = adaptiveCycle(startingState(), records, endOf(0), UTC, 1);
    expect(state.log.map(({ reason }) => reason).join()).not.toContain('429');
  });

  it('[POST-79] keeps a change that did no worse', () => {
    const records = [...week(0, 100), ...week(1, 103)];
    const tried = adaptiveCycle(startingState(), week(0, 100), endOf(0), UTC, 1);
    expect(tried.trial).not.toBeNull();
    const kept = adaptiveCycle(tried, records, endOf(1), UTC, 1);
    expect(steps(kept).slice(0, 2)).toEqual(['adjust', 'keep']);
  });

  it('[POST-79] rolls a change back that did worse, and says so', () => {
    const records = [...week(0, 100), ...week(1, 40)];
    const tried = adaptiveCycle(startingState(), week(0, 100), endOf(0), UTC, 1);
    const back = adaptiveCycle(tried, records, endOf(1), UTC, 1);
    expect(steps(back)).toEqual(['adjust', 'rollback']);
    expect(back.log[1]!.after).toEqual(tried.log[0]!.before);
    expect(back.log[1]!.reason).toContain('did worse');
    expect(back.parameters).toEqual(startingState().parameters);
    // The old setting is measured anew before anything else is tried.
    const few = [...records, ...week(2, 100, 0, LEAST_JOBS - 1)];
    expect(adaptiveCycle(back, few, endOf(2), UTC, 1)).toBe(back);
    const again = adaptiveCycle(back, [...records, ...week(2, 100)], endOf(2), UTC, 1);
    expect(steps(again)).toEqual(['adjust', 'rollback', 'adjust']);
  });

  it('[POST-79] waits for the validation window to fill', () => {
    const tried = adaptiveCycle(startingState(), week(0, 100), endOf(0), UTC, 1);
    expect(adaptiveCycle(tried, [...week(0, 100), ...week(1, 40, 0, 10)], endOf(1), UTC, 1)).toBe(tried);
  });

  it('[POST-80] logs every change, takes any back, and resets', () => {
    const changed = adaptiveCycle(startingState(), week(0, 100, 1), endOf(0), UTC, 1);
    const reverted = revertChange(changed, 1, endOf(1));
    expect(reverted.parameters).toEqual(startingState().parameters);
    expect(reverted.log.at(-1)).toMatchObject({ number: 2, step: 'revert' });
    expect(revertChange(changed, 99, endOf(1))).toBe(changed);
    const reset = resetAdaptation(changed, endOf(1));
    expect(reset).toMatchObject({ parameters: startingState().parameters, trials: [], trial: null, level: null });
    expect(steps(reset)).toEqual(['adjust', 'reset']);
    expect(adaptiveStateSchema.parse(JSON.parse(JSON.stringify(changed)))).toEqual(changed);
  });

  it('[POST-81] never leaves its bounds and ends better than it began, over a simulated year', () => {
    // The truth: a wider gap does better, and demographics matter little.
    let state = startingState();
    let records: PerformanceRecord[] = [];
    const worth = ({ parameters }: AdaptiveState): number =>
      100 * (1 - 0.3 * (parameters.gapFactor - 1.5) ** 2 - (parameters.demographicWeight - 0.1) ** 2);
    const start = worth(state);
    for (let number = 0; number < 52; number += 1) {
      records = [...records, ...week(number, worth(state))];
      state = adaptiveCycle(state, records, endOf(number), UTC, 7);
      for (const { name, low, high } of ADAPTIVE_BOUNDS) {
        expect(state.parameters[name] >= low && state.parameters[name] <= high).toBe(true);
      }
    }
    const settled = state.trial ? { ...state, parameters: { ...state.parameters, ...state.trial.before } } : state;
    expect(worth(settled as AdaptiveState)).toBeGreaterThan(start);
    expect(steps(state)).toContain('keep');
  });
});
