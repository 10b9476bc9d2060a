import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastLate } from '#shared/tasks/least-late';
import { levelsOf } from '#shared/tasks/levels';
import { planTaskGroup } from '#shared/tasks/plan-task-group';
import type { TaskDemand, TaskGroupJob } from '#shared/tasks/task-demand';
import { taskDemand as demand } from '../../../helpers/task-demand';

/** Free from 100 to 200, 300 to 400 and 500 to 590. */
const job = (demands: readonly TaskDemand[], steps = 0): TaskGroupJob => ({
  frame: { now: 0, gridMinutes: 5, bufferMinutes: 10, clock: { transitions: [], offsets: [0] }, energy: [] },
  free: {
    rawStart: Int32Array.of(90, 290, 490),
    rawEnd: Int32Array.of(210, 410, 600),
    usableStart: Int32Array.of(100, 300, 500),
    usableEnd: Int32Array.of(200, 400, 590),
  },
  demands,
  projectBlocks: [],
  algorithm: 'best',
  steps,
  seed: 1,
});
const least = (demands: readonly TaskDemand[]) => leastLate(demands, job(demands).free, job(demands).frame);

describe('[TASK-81] the least that can be late', () => {
  it('is what each task is late by as early as it can be, by its weight', () => {
    // The first place of 100 minutes ends at 200; 150 to 180 holds half an hour; what is due later is in time.
    expect(least([demand({ minutes: 100, due: 150, weight: 8 })])).toBe(50 * 8);
    expect(least([demand({ minutes: 30, earliest: 148, due: 160 })])).toBe(20 * 2);
    expect(least([demand({ due: 130 }), demand({ due: 130 })])).toBe(0);
    // Too late in the first stretch, so it waits for the second; split it may use both.
    expect(least([demand({ minutes: 60, earliest: 150, due: 200 })])).toBe((360 - 200) * 2);
    expect(least([demand({ minutes: 60, earliest: 150, due: 200, chunk: { min: 15, max: 30 } })])).toBe(10 * 2);
  });

  it('follows a chain of ten thousand, the last of which waits for nothing', () => {
    const length = 10_000;
    const chain = Array.from({ length }, (_, task) =>
      demand({
        due: task === 0 ? 100 : null,
        dependsOn: task + 1 < length ? [task + 1] : [],
        chunk: { min: 15, max: 30 },
      }),
    );
    // Half an hour each from minute 0 on, ten minutes apart.
    expect(least(chain)).toBe((30 * length + 10 * (length - 1) - 100) * 2);
  });

  it('counts the chain a task waits for with its buffers, and what has no place at all as not late', () => {
    // 100 to 130, from 140 to 170, and from 180 there are only 20 minutes left: 300 to 330.
    const chain = [demand(), demand({ dependsOn: [0] }), demand({ dependsOn: [1], due: 200 })];
    expect(least(chain)).toBe(130 * 2);
    expect(least([demand({ minutes: 200, due: 100 })])).toBe(0);
  });

  it('is no more than any plan has', () => {
    const demands = fc.array(
      fc.record({
        minutes: fc.integer({ min: 2, max: 12 }).map((steps) => steps * 5),
        earliest: fc.integer({ min: 0, max: 400 }),
        due: fc.option(fc.integer({ min: 100, max: 500 }), { nil: null }),
        weight: fc.constantFrom(1, 2, 4, 8),
        waits: fc.boolean(),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(demands, fc.constantFrom('best' as const, 'greedy' as const), (list, algorithm) => {
        const given = list.map(({ waits, ...fields }, task) =>
          demand({ ...fields, dependsOn: waits && task > 0 ? [task - 1] : [] }),
        );
        const asked = { ...job(given, 100), algorithm };
        const { pieces } = planTaskGroup(asked);
        const { unplaced, late } = levelsOf(asked, pieces);
        if (unplaced === 0) expect(late).toBeGreaterThanOrEqual(least(given));
      }),
      { numRuns: 60 },
    );
  });
});
