import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JobRunner } from '#main/ports/job-runner';
import { poolDispatch } from '#main/services/planning/pool-dispatch';
import { createWorkerPool } from '#main/workers/pool/worker-pool';
import type { Plan } from '#shared/engine/plan';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import { planProblem } from '#shared/planning/plan';
import type { PlanningProblem } from '#shared/planning/problem';
import { planTaskGroup } from '#shared/tasks/plan-task-group';
import { PRIORITY_WEIGHT } from '#shared/tasks/task-demand';
import type { BenchCase } from '../bench-case';
import { QUARTER, type Scenario, scenarioProblem, WEEK, YEAR } from '../planning-scenario';
import { planAsPublicScheduler } from '../public-scheduler';
import { spentSince, threadTimes } from '../thread-time';

const CLOCK = { now: () => performance.now() };
/** As the host plans. */
const PAUSING = { ...CLOCK, pause: () => new Promise<void>((settle) => setImmediate(settle)) };

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
  let cold = 0;
  const cpu: number[] = [];
  return {
    name,
    describe,
    runs,
    setUp: async () => {
      // Before anything else has warmed the compiler up.
      cold = (await cpuOf(() => planProblem(best))).milliseconds;
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
        what: 'late beyond a baseline: none, unless the plan leaves less unplaced by weight than it',
        measured: () => lateBeyond(best, last.best, baselines()),
        atMost: 0,
        unit: 'min',
      },
    ],
    variants: {
      best: async () => {
        const { result, milliseconds } = await cpuOf(() => planProblem(best, CLOCK));
        last.best = result;
        cpu.push(milliseconds);
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
    note: () => {
      const sorted = [...cpu].sort((a, b) => a - b);
      const processor = `processor time of best: ${sorted[sorted.length >> 1]!.toFixed(1)} ms median, ${sorted[0]!.toFixed(1)} ms least, ${cold.toFixed(0)} ms the first time (compiling included)`;
      const levels = Object.entries(last).map(([variant, plan]) => `${variant}: ${levelsOf(plan)}`);
      return [processor, ...levels].join('; ');
    },
  };
}

async function cpuOf<T>(work: () => Promise<T>): Promise<{ result: T; milliseconds: number }> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  return { result, milliseconds: (user + system) / 1_000 };
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
  121,
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
/** A pool of one thread: what two are held against does the same crossing. */
let single: JobRunner | null = null;
let yearPlan: Plan | null = null;
let alone = { milliseconds: Number.NaN, cpuMilliseconds: Number.NaN, megabytes: Number.NaN };
let share = '';
/** Processor time that nothing can shorten, by workers, 0 = all in this thread: the main thread's, and the busiest worker's, who work after each other. */
const ways: Record<number, { main: number; worker: number }[]> = { 0: [], 1: [], [WORKERS]: [] };

async function planYear(problem: PlanningProblem, workers: number): Promise<void> {
  const jobs = workers === 1 ? single : pool;
  // Said to be two, because for one the planner sends nothing.
  const dispatch = workers > 0 && jobs ? { ...poolDispatch(jobs, NEVER_CANCELLED, workers), workers: WORKERS } : null;
  const before = threadTimes();
  yearPlan = await planProblem(problem, { ...PAUSING, ...(dispatch ? { dispatch } : {}) });
  const { main, busiestOther } = spentSince(before);
  ways[workers]!.push({ main, worker: workers > 0 ? busiestOther : 0 });
}

/** The least of the runs: what other work on the machine adds is no part of it. */
function onTheWay(workers: number): { main: number; worker: number } {
  return ways[workers]!.reduce((least, way) => (way.main + way.worker < least.main + least.worker ? way : least));
}

function onTheWayTogether(workers: number): number {
  const { main, worker } = onTheWay(workers);
  return main + worker;
}

function wayWords(): string {
  const { main, worker } = onTheWay(WORKERS);
  const [none, one, two] = [0, 1, WORKERS].map(onTheWayTogether) as [number, number, number];
  return `processor time on the way: ${none.toFixed(0)} ms with one thread, ${one.toFixed(0)} ms with one worker, ${two.toFixed(0)} ms with two (main thread ${main.toFixed(0)}, busiest worker ${worker.toFixed(0)}): ${(none / two).toFixed(2)} x one thread, ${(one / two).toFixed(2)} x one worker`;
}

/** How much of one thread's processor time lies in groups: what two workers can halve at best, whatever else the machine does. */
async function measureShare(): Promise<void> {
  let inGroups = 0;
  const { milliseconds } = await cpuOf(() =>
    planProblem(year, {
      ...CLOCK,
      dispatch: {
        workers: WORKERS,
        taskGroups: async (groups) => {
          const { result, milliseconds: spent } = await cpuOf(async () => groups.map((job) => planTaskGroup(job)));
          inGroups += spent;
          return result;
        },
        habitDays: async () => [],
      },
    }),
  );
  const atBest = milliseconds / (milliseconds - inGroups / 2);
  share = `${inGroups.toFixed(0)} of ${milliseconds.toFixed(0)} ms of processor time lie in groups: at most ${atBest.toFixed(2)} x with two workers`;
}

export const tasksYearCase: BenchCase = {
  name: 'tasks-year',
  describe: 'Plan 10,000 tasks around 5,000 events over 365 days, with one thread, one worker and two',
  // Each worker sees half the groups: warm takes more rounds.
  runs: 7,
  setUp: async () => {
    if (!existsSync(WORKER)) throw new Error('Build first: npm run build');
    const run = spawnSync(process.execPath, [join(process.cwd(), 'out', 'bench', 'year-alone.mjs')], {
      encoding: 'utf8',
    });
    alone = JSON.parse(run.stdout);
    pool = createWorkerPool({ workerPath: WORKER, report: () => {}, threads: WORKERS });
    single = createWorkerPool({ workerPath: WORKER, report: () => {}, threads: 1 });
    await measureShare();
  },
  tearDown: async () => {
    await Promise.all([pool?.close(), single?.close()]);
  },
  variants: {
    'one thread': () => planYear(year, 0),
    'one worker': () => planYear(year, 1),
    'two workers': () => planYear(year, WORKERS),
    greedy: async () => {
      await planProblem({ ...year, options: { ...year.options, algorithm: 'greedy' } }, CLOCK);
    },
  },
  ratios: [['one thread', 'greedy']],
  bars: [
    { what: 'plan with two workers', measured: (median) => median('two workers'), atMost: 3_000, unit: 'ms' },
    {
      what: 'one worker against two, by the clock',
      measured: (median) => median('one worker') / median('two workers'),
      atLeast: 1.6,
      unit: 'x',
    },
    {
      what: 'the same in processor time on the way, whatever else the machine does',
      measured: () => onTheWayTogether(1) / onTheWayTogether(WORKERS),
      atLeast: 1.6,
      unit: 'x',
    },
    {
      what: 'memory of a process that plans it, threads included',
      measured: () => alone.megabytes,
      atMost: 300,
      unit: 'MB',
    },
  ],
  note: () =>
    `${wayWords()}; ${share}; in a process of its own, cold: ${alone.milliseconds.toFixed(0)} ms, ${alone.cpuMilliseconds.toFixed(0)} ms of processor time; ${yearPlan ? levelsOf(yearPlan) : ''}`,
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
