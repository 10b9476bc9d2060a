import { describe, expect, it } from 'vitest';
import { planProblem } from '#shared/planning/plan';
import { verifyPlan } from '#shared/planning/verify';
import { scenarioProblem } from '../../../bench/planning-scenario';
import { problemWith } from '../../../helpers/planning-problem';
import { optimalPreference } from '../../../helpers/task-optimum';

/** Two days of 8 tasks around 5 events; without projects the optimum can be proven. */
function days(seed: number) {
  const problem = scenarioProblem({ tasks: 8, events: 5, days: 2, seed });
  return { ...problem, tasks: problem.tasks.map((task) => ({ ...task, projectId: null })) };
}

describe('a small group', () => {
  it('[TASK-80] comes within 0.5 % of the proven optimum in the mean, and never above it', async () => {
    const gaps: number[] = [];
    for (let seed = 1; seed <= 4; seed += 1) {
      const { quality } = await planProblem(days(seed));
      const optimum = await optimalPreference(days(seed));
      if (optimum === null || quality.unplaced > 0 || quality.lateMinutes > 0) continue;
      gaps.push(1 - quality.preference / optimum);
    }
    expect(gaps.length).toBeGreaterThanOrEqual(3);
    for (const gap of gaps) expect(gap).toBeGreaterThan(-0.0004);
    expect(gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length).toBeLessThan(0.005);
  }, 120_000);
});

/** Tasks of a hundred hours in pieces of an hour, anywhere in a year. */
function longWork(tasks: number) {
  return problemWith({
    settings: { horizonDays: 366 },
    tasks: Array.from({ length: tasks }, (_, index) => ({
      id: `t${index}`,
      durationMinutes: 6_000,
      split: { minMinutes: 30, maxMinutes: 60 },
    })),
  });
}

describe('long work in short pieces over a year', () => {
  it.each([
    // Two hundred pieces: the dive ends soon after 200 million options, and would go on for twice as many.
    [2, 100, 210_000_000],
    // A thousand: too many for a dive.
    [10, 100, 1_000_000],
  ])(
    'of %i tasks is laid out whole with an effort that has an end',
    async (tasks, piecesEach, mostCandidates) => {
      const problem = longWork(tasks);
      const plan = await planProblem(problem);
      expect(plan.unplaced).toEqual([]);
      expect(plan.placements).toHaveLength(tasks * piecesEach);
      expect(verifyPlan(problem, plan)).toEqual([]);
      expect(plan.metrics.candidates).toBeLessThan(mostCandidates);
    },
    60_000,
  );
});
