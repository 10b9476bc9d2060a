import type { Plan } from '#shared/engine/plan';
import { planProblem } from '#shared/planning/plan';
import type { PlanningProblem } from '#shared/planning/problem';
import { preferenceBound } from '../../helpers/task-bound';
import { optimalPreference } from '../../helpers/task-optimum';
import type { BenchCase } from '../bench-case';
import { scenarioProblem, WEEK } from '../planning-scenario';
import { planAsPublicScheduler } from '../public-scheduler';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const problems = SEEDS.map((seed) => scenarioProblem({ ...WEEK, seed }));
const greedy = problems.map(
  (problem): PlanningProblem => ({
    ...problem,
    options: { ...problem.options, algorithm: 'greedy' },
  }),
);
/** Without projects the bound counts everything as it is; with them it counts each block as touching one of its project. */
const plain = problems.map((problem) => ({
  ...problem,
  tasks: problem.tasks.map((task) => ({ ...task, projectId: null })),
}));
const contradictory = problems
  .flatMap(({ tasks }) => tasks)
  .filter(({ notBefore, dueAt }) => notBefore !== null && dueAt !== null && notBefore > dueAt).length;
const last: Record<string, Pick<Plan, 'quality'>[]> = {};
let gaps = '';
let optimumGap = Number.NaN;
/** Weeks whose optimum is proven in seconds, not minutes. */
const PROVEN = [0, 2, 3, 4];

async function all(name: string, list: readonly PlanningProblem[], plan: (one: PlanningProblem) => Promise<Plan>) {
  const plans: Plan[] = [];
  for (const problem of list) plans.push(await plan(problem));
  last[name] = plans;
}

export const taskQualityCase: BenchCase = {
  name: 'tasks-quality',
  describe: `${SEEDS.length} weeks of 46 tasks and 40 events: the plan beside two baselines and a proven bound`,
  bar: 'level 3 within 0.5 % of the optimum, never more unplaced or later than a baseline',
  runs: 3,
  bars: [
    { what: 'level 3 under the proven optimum, mean', measured: () => 100 * optimumGap, atMost: 0.5, unit: '%' },
    {
      // The public scheduler knows no earliest start, so it "places" also what may only start after it is due.
      what: 'unplaced beyond the better baseline, over all weeks, but for tasks whose own dates contradict each other',
      measured: () =>
        total('best', 'unplaced') -
        contradictory -
        Math.min(total('earliest fit', 'unplaced') - contradictory, total('public scheduler', 'unplaced')),
      atMost: 0,
      unit: 'tasks',
    },
    {
      what: 'late beyond the earliest fit, over all weeks',
      measured: () => total('best', 'lateMinutes') - total('earliest fit', 'lateMinutes'),
      atMost: 0,
      unit: 'min',
    },
  ],
  setUp: async () => {
    const found = await optimumGaps();
    optimumGap = found.reduce((sum, gap) => sum + gap, 0) / found.length;
    gaps = `level 3 under the proven optimum without projects: ${found.map((gap) => `${(100 * gap).toFixed(2)} %`).join(', ')}; level 3 under the bound of the linear program: ${await meanGap(plain)} without projects, ${await meanGap(problems)} with them at their best`;
  },
  variants: {
    best: () => all('best', problems, (problem) => planProblem(problem)),
    'earliest fit': () => all('earliest fit', greedy, (problem) => planProblem(problem)),
    'public scheduler': () => all('public scheduler', problems, planAsPublicScheduler),
  },
  ratios: [
    ['best', 'earliest fit'],
    ['best', 'public scheduler'],
  ],
  note: () =>
    `${Object.entries(last)
      .map(([name, plans]) => `${name}: ${levelsOf(plans)}`)
      .join('; ')}; ${gaps}`,
};

/** Against the exact optimum of the mixed-integer program. */
async function optimumGaps(): Promise<number[]> {
  const found: number[] = [];
  for (const index of PROVEN) {
    const { quality } = await planProblem(plain[index]!);
    const optimum = await optimalPreference(plain[index]!);
    if (optimum !== null && quality.unplaced === 0 && quality.lateMinutes === 0)
      found.push(1 - quality.preference / optimum);
  }
  return found;
}

function total(name: string, figure: 'unplaced' | 'lateMinutes'): number {
  return (last[name] ?? []).reduce((sum, plan) => sum + plan.quality[figure], 0);
}

/** Over the weeks in which all tasks have a place in time: the bound is one of those plans. */
async function meanGap(list: readonly PlanningProblem[]): Promise<string> {
  const found: number[] = [];
  for (const problem of list) {
    const { quality } = await planProblem(problem);
    if (quality.unplaced === 0 && quality.lateMinutes === 0)
      found.push(1 - quality.preference / (await preferenceBound(problem)));
  }
  const mean = found.reduce((sum, gap) => sum + gap, 0) / found.length;
  return `${(100 * mean).toFixed(2)} % in the mean of ${found.length} weeks, ${(100 * Math.max(...found)).toFixed(2)} % at most`;
}

function levelsOf(plans: readonly Pick<Plan, 'quality'>[]): string {
  const sum = (of: (plan: Pick<Plan, 'quality'>) => number) => plans.reduce((total, plan) => total + of(plan), 0);
  const preference = sum((plan) => plan.quality.preference) / plans.length;
  return `${sum((plan) => plan.quality.unplaced)} unplaced, ${sum((plan) => plan.quality.lateTasks)} late by ${sum((plan) => plan.quality.lateMinutes)} min, preference ${preference.toFixed(3)}`;
}
