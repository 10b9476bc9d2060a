import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planHabitDays } from '#shared/habits/plan-habit-days';
import { planProblem } from '#shared/planning/plan';
import { PlanCancelled } from '#shared/planning/plan-cancelled';
import type { Dispatch, PlanRun } from '#shared/planning/plan-run';
import { verifyPlan } from '#shared/planning/verify';
import type { TaskGroupResult } from '#shared/tasks/task-demand';
import { scenarioProblem } from '../../bench/planning-scenario';
import { problemWith } from '../../helpers/planning-problem';
import { solveInThread } from '../../helpers/solve-in-thread';

/** So many threads that copy what crosses, as the pool does: each takes the next group when it is free, and finishes in its own time. */
function threads(workers: number, seen: { groups: number } = { groups: 0 }): Dispatch {
  return {
    workers,
    worthFrom: 0,
    taskGroups: async (groups) => {
      seen.groups += groups.length;
      const answers: TaskGroupResult[] = [];
      let next = 0;
      const work = async (thread: number) => {
        while (next < groups.length) {
          const mine = next;
          next += 1;
          for (let turn = 0; turn < (mine * 7 + thread) % 5; turn += 1) await Promise.resolve();
          answers[mine] = solveInThread([groups[mine]!])[0]!;
        }
      };
      await Promise.all(Array.from({ length: workers }, (_, thread) => work(thread)));
      return answers;
    },
    habitDays: async (days) => days.map((job) => structuredClone(planHabitDays(structuredClone(job)))),
  };
}

const run = (dispatch?: Dispatch): PlanRun => ({ now: () => 0, ...(dispatch ? { dispatch } : {}) });

/** Two tasks on each of 220 days, and only there: 220 groups that share nothing. */
function manyDays() {
  const day = (index: number, time: string) =>
    `${new Date(Date.parse('2026-11-23T00:00:00Z') + index * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`;
  return problemWith({
    settings: { horizonDays: 230, bufferMinutes: 5 },
    tasks: Array.from({ length: 440 }, (_, index) => ({
      id: `t${String(index).padStart(3, '0')}`,
      durationMinutes: 30 + (index % 4) * 15,
      notBefore: day(1 + (index >> 1), '09:00'),
      dueAt: day(1 + (index >> 1), '17:00'),
    })),
  });
}

describe('planning with threads', () => {
  it('[TASK-13] gives byte for byte the same plan with 1, 2, 4 and 8 threads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 70, max: 130 }), async (seed, tasks) => {
        const problem = scenarioProblem({ tasks, events: 60, days: 14, habits: 1, seed });
        const { metrics: _, ...alone } = await planProblem(problem);
        for (const workers of [1, 2, 4, 8]) {
          const { metrics: __, ...shared } = await planProblem(problem, run(threads(workers)));
          expect(JSON.stringify(shared)).toBe(JSON.stringify(alone));
        }
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  it('[TASK-79] hundreds of groups: no conflict, nothing lost, nothing doubled', async () => {
    const problem = manyDays();
    const seen = { groups: 0 };
    const plan = await planProblem(problem, run(threads(4, seen)));
    expect(seen.groups).toBeGreaterThanOrEqual(220);
    expect(plan.metrics).toMatchObject({ groups: 220, workers: 4 });
    expect(verifyPlan(problem, plan)).toEqual([]);
    expect(new Set(plan.placements.map(({ id }) => id)).size).toBe(440);
    expect(plan.placements.length).toBe(440);
  }, 60_000);

  it('[TASK-79] a thread that dies or a plan that is cancelled gives no plan, and the next one is whole', async () => {
    const problem = manyDays();
    const dying: Dispatch = { ...threads(4), taskGroups: () => Promise.reject(new Error('The worker ended')) };
    await expect(planProblem(problem, run(dying))).rejects.toThrow('The worker ended');
    let cancelled = false;
    const stopped: Dispatch = {
      ...threads(4),
      taskGroups: async (groups) => {
        cancelled = true;
        return threads(4).taskGroups(groups);
      },
    };
    await expect(planProblem(problem, { ...run(stopped), isCancelled: () => cancelled })).rejects.toThrow(
      PlanCancelled,
    );
    const plan = await planProblem(problem, run(threads(2)));
    expect(plan.placements.length).toBe(440);
  }, 60_000);
});
