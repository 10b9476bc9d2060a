import { describe, expect, it } from 'vitest';
import type { Plan } from '#shared/engine/plan';
import { planHabitDays } from '#shared/habits/plan-habit-days';
import { planProblem } from '#shared/planning/plan';
import type { Dispatch } from '#shared/planning/plan-run';
import type { PlanningProblem } from '#shared/planning/problem';
import { verifyPlan } from '#shared/planning/verify';
import { scenarioProblem } from '../../../bench/planning-scenario';
import { lines } from '../../../helpers/planning-problem';
import { solveInThread } from '../../../helpers/solve-in-thread';

const problem = scenarioProblem({ tasks: 700, events: 500, days: 60, taskMinutes: [15, 45], seed: 3 });

/** Copies what crosses, as a thread does, and remembers the sizes it was given. */
function threads(workers: number, sizes: number[]): Dispatch {
  return {
    workers,
    taskGroups: async (groups) => {
      sizes.push(...groups.map((group) => group.demands.length));
      return solveInThread(groups);
    },
    habitDays: async (days) => days.map((job) => planHabitDays(job)),
  };
}

/** Weighted unplaced tasks and weighted late minutes, counted from the placements alone. */
function levels(problem: PlanningProblem, plan: Plan) {
  const weight = new Map(problem.tasks.map(({ id, priority }) => [id, [8, 4, 2, 1][priority - 1]!]));
  const late = new Map<string, number>();
  for (const { id, lateMinutes } of plan.placements) late.set(id, Math.max(late.get(id) ?? 0, lateMinutes ?? 0));
  return {
    unplaced: plan.unplaced.reduce((sum, { id }) => sum + weight.get(id)!, 0),
    late: [...late].reduce((sum, [id, minutes]) => sum + weight.get(id)! * minutes, 0),
  };
}

describe('a problem too large for one group', () => {
  it('[TASK-19] is planned in groups without breaking a rule, leaves out no more than the baseline and is liked better', async () => {
    const plan = await planProblem(problem);
    expect(verifyPlan(problem, plan)).toEqual([]);
    expect(plan.metrics.groups).toBeGreaterThan(5);
    const greedy = await planProblem({ ...problem, options: { ...problem.options, algorithm: 'greedy' } });
    expect(plan.quality.unplaced).toBeLessThanOrEqual(greedy.quality.unplaced);
    expect(plan.quality.preference).toBeGreaterThan(greedy.quality.preference);
  }, 60_000);

  it('[TASK-83] is never below the plain baseline on the first two levels, however crowded, and is later only for leaving out less', async () => {
    for (const [seed, days] of [
      [5, 9],
      [6, 12],
      [7, 40],
    ] as const) {
      const crowded = scenarioProblem({ tasks: 150, events: 90, days, taskMinutes: [15, 45], seed });
      const greedy = await planProblem({ ...crowded, options: { ...crowded.options, algorithm: 'greedy' } });
      const [own, plain] = [levels(crowded, await planProblem(crowded)), levels(crowded, greedy)];
      expect(own.unplaced).toBeLessThanOrEqual(plain.unplaced);
      if (own.unplaced === plain.unplaced) expect(own.late).toBeLessThanOrEqual(plain.late);
    }
  }, 60_000);

  it('[TASK-13] is the same plan for 1, 2 and 8 threads, the largest groups going first', async () => {
    const { metrics: _, ...alone } = await planProblem(problem);
    for (const workers of [2, 8]) {
      const sizes: number[] = [];
      const { metrics, ...shared } = await planProblem(problem, { now: () => 0, dispatch: threads(workers, sizes) });
      expect(metrics.workers).toBe(workers);
      expect(sizes[0]).toBe(Math.max(...sizes));
      expect(shared).toEqual(alone);
    }
  }, 60_000);

  it('[TASK-14] moves nothing when planned again', async () => {
    const plan = await planProblem(problem);
    const again = await planProblem({ ...problem, present: plan.placements });
    expect(lines(again.placements)).toEqual(lines(plan.placements));
  }, 60_000);
});
