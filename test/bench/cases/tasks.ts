import type { Plan } from '#shared/engine/plan';
import { planProblem } from '#shared/planning/plan';
import type { PlanningProblem } from '#shared/planning/problem';
import type { BenchCase } from '../bench-case';
import { QUARTER, type Scenario, scenarioProblem, WEEK, YEAR } from '../planning-scenario';

const CLOCK = { now: () => performance.now() };

function planCase(name: string, describe: string, scenario: Scenario, bar: string, runs: number): BenchCase {
  const best = scenarioProblem(scenario);
  const greedy: PlanningProblem = { ...best, options: { ...best.options, algorithm: 'greedy' } };
  const last: Record<string, Plan> = {};
  let inForce: PlanningProblem | null = null;
  return {
    name,
    describe,
    bar,
    runs,
    setUp: async () => {
      inForce = { ...best, present: (await planProblem(best)).placements };
    },
    variants: {
      best: async () => {
        last.best = await planProblem(best, CLOCK);
      },
      replan: async () => {
        last.replan = await planProblem(inForce ?? best, CLOCK);
      },
      greedy: async () => {
        last.greedy = await planProblem(greedy, CLOCK);
      },
    },
    ratios: [
      ['best', 'greedy'],
      ['replan', 'best'],
    ],
    note: () =>
      Object.entries(last)
        .map(([variant, plan]) => `${variant}: ${levelsOf(plan)}`)
        .join('; '),
  };
}

function levelsOf(plan: Plan): string {
  const { unplaced, lateMinutes, preference } = plan.quality;
  return `${unplaced} unplaced, ${lateMinutes} min late, preference ${preference.toFixed(3)}, ${plan.metrics.candidates} slots scored, ${plan.metrics.groups} groups`;
}

export const tasksWeekCase: BenchCase = planCase(
  'tasks-week',
  'Plan 46 tasks around 40 events over 7 days, in process',
  WEEK,
  'best <= 5 ms',
  31,
);
export const tasksQuarterCase: BenchCase = planCase(
  'tasks-quarter',
  'Plan 1,000 tasks around 1,000 events over 90 days, in process',
  QUARTER,
  'best <= 150 ms',
  7,
);
export const tasksYearCase: BenchCase = planCase(
  'tasks-year',
  'Plan 10,000 tasks around 5,000 events over 365 days, one thread',
  YEAR,
  'best <= 3 s on 2 cores',
  3,
);

const habitDays = scenarioProblem({ tasks: 0, events: 2_000, days: 365, habits: 12 });
let proven = '';

export const habitsYearCase: BenchCase = {
  name: 'habits-year',
  describe: 'Place 12 habits on each of 365 days around 2,000 events, exactly, one thread',
  bar: 'best <= 3 s in parallel, a day <= 50 ms',
  runs: 5,
  variants: {
    best: async () => {
      const plan = await planProblem(habitDays, CLOCK);
      proven = `mean distance ${plan.quality.meanHabitDeltaMinutes.toFixed(1)} min, ${plan.quality.shortGaps} short gaps, ${plan.quality.unplaced} unplaced`;
    },
    greedy: async () => {
      await planProblem({ ...habitDays, options: { ...habitDays.options, algorithm: 'greedy' } }, CLOCK);
    },
  },
  ratios: [['best', 'greedy']],
  note: () => proven,
};
