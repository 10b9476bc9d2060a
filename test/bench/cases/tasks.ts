import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JobRunner } from '#main/ports/job-runner';
import { poolDispatch } from '#main/services/planning/pool-dispatch';
import { createWorkerPool } from '#main/workers/pool/worker-pool';
import type { Plan } from '#shared/engine/plan';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import { planProblem } from '#shared/planning/plan';
import type { PlanningProblem } from '#shared/planning/problem';
import { PRIORITY_WEIGHT } from '#shared/tasks/task-demand';
import type { BenchCase } from '../bench-case';
import { QUARTER, type Scenario, scenarioProblem, WEEK, YEAR } from '../planning-scenario';
import { planAsPublicScheduler } from '../public-scheduler';

const CLOCK = { now: () => performance.now() };

function planCase(
  name: string,
  describe: string,
  scenario: Scenario,
  barMilliseconds: number,
  runs: number,
  publicScheduler: boolean,
): BenchCase {
  const best = scenarioProblem(scenario);
  const greedy: PlanningProblem = { ...best, options: { ...best.options, algorithm: 'greedy' } };
  const last: Record<string, Plan> = {};
  const baselines = () => [last.greedy, last['public scheduler']].filter((plan) => plan !== undefined);
  let inForce: PlanningProblem | null = null;
  return {
    name,
    describe,
    runs,
    setUp: async () => {
      inForce = { ...best, present: (await planProblem(best)).placements };
    },
    bars: [
      { what: 'plan in process', measured: (median) => median('best'), atMost: barMilliseconds, unit: 'ms' },
      {
        what: 'unplaced, by weight, against the better baseline',
        measured: () =>
          unplacedWeight(best, last.best) - Math.min(...baselines().map((plan) => unplacedWeight(best, plan))),
        atMost: 0,
        unit: 'weight',
      },
      {
        what: 'late against the baselines that leave no more unplaced (levels in order)',
        measured: () => lateBeyond(best, last.best, baselines()),
        atMost: 0,
        unit: 'min',
      },
    ],
    variants: {
      best: async () => {
        last.best = await planProblem(best, CLOCK);
      },
      ...(publicScheduler
        ? {
            'public scheduler': async () => {
              last['public scheduler'] = await planAsPublicScheduler(best);
            },
          }
        : {}),
      replan: async () => {
        last.replan = await planProblem(inForce ?? best, CLOCK);
      },
      greedy: async () => {
        last.greedy = await planProblem(greedy, CLOCK);
      },
    },
    ratios: [
      ['best', 'greedy'],
      ...(publicScheduler ? ([['best', 'public scheduler']] as const) : []),
      ['replan', 'best'],
    ],
    note: () =>
      Object.entries(last)
        .map(([variant, plan]) => `${variant}: ${levelsOf(plan)}`)
        .join('; '),
  };
}

function unplacedWeight(problem: PlanningProblem, plan: Plan | undefined): number {
  const weights = new Map(problem.tasks.map((task) => [task.id, PRIORITY_WEIGHT[task.priority]]));
  return plan?.unplaced.reduce((sum, { id }) => sum + (weights.get(id) ?? 0), 0) ?? 0;
}

/** Minutes later than the least late baseline that is as good on the first level; 0 when there is none. */
function lateBeyond(problem: PlanningProblem, plan: Plan | undefined, baselines: readonly Plan[]): number {
  const own = unplacedWeight(problem, plan);
  const rivals = baselines.filter((one) => unplacedWeight(problem, one) <= own).map((one) => one.quality.lateMinutes);
  return rivals.length === 0 ? 0 : (plan?.quality.lateMinutes ?? 0) - Math.min(...rivals);
}

function levelsOf(plan: Plan): string {
  const { unplaced, lateMinutes, preference } = plan.quality;
  return `${unplaced} unplaced, ${lateMinutes} min late, preference ${preference.toFixed(3)}, ${plan.metrics.candidates} slots scored, ${plan.metrics.groups} groups`;
}

export const tasksWeekCase: BenchCase = planCase(
  'tasks-week',
  'Plan 46 tasks around 40 events over 7 days, in process',
  WEEK,
  5,
  31,
  true,
);
export const tasksQuarterCase: BenchCase = planCase(
  'tasks-quarter',
  'Plan 1,000 tasks around 1,000 events over 90 days, in process',
  QUARTER,
  150,
  7,
  true,
);
/** The built worker: two workers are measured as they are shipped. */
const WORKER = join(process.cwd(), 'out', 'main', 'pool-worker.js');
const year = scenarioProblem(YEAR);
const WORKERS = 2;
let pool: JobRunner | null = null;
let yearPlan: Plan | null = null;
let most = 0;

async function planYear(problem: PlanningProblem, workers: number): Promise<void> {
  const dispatch = workers > 1 && pool ? poolDispatch(pool, NEVER_CANCELLED, workers) : null;
  yearPlan = await planProblem(problem, { ...CLOCK, ...(dispatch ? { dispatch } : {}) });
  most = Math.max(most, process.memoryUsage().rss / 1_000_000);
}

export const tasksYearCase: BenchCase = {
  name: 'tasks-year',
  describe: 'Plan 10,000 tasks around 5,000 events over 365 days, with one thread and with two workers',
  runs: 3,
  setUp: () => {
    if (!existsSync(WORKER)) throw new Error('Build first: npm run build');
    pool = createWorkerPool({ workerPath: WORKER, report: () => {}, threads: WORKERS });
  },
  tearDown: () => pool?.close(),
  variants: {
    'one thread': () => planYear(year, 1),
    'two workers': () => planYear(year, WORKERS),
    greedy: async () => {
      await planProblem({ ...year, options: { ...year.options, algorithm: 'greedy' } }, CLOCK);
    },
  },
  ratios: [['one thread', 'greedy']],
  bars: [
    { what: 'plan with two workers', measured: (median) => median('two workers'), atMost: 3_000, unit: 'ms' },
    {
      what: 'one thread against two workers',
      measured: (median) => median('one thread') / median('two workers'),
      atLeast: 1.6,
      unit: 'x',
    },
    { what: 'memory of the whole process, threads included', measured: () => most, atMost: 300, unit: 'MB' },
  ],
  note: () => (yearPlan ? levelsOf(yearPlan) : ''),
};

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
