import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JobRunner } from '#main/ports/job-runner';
import { poolDispatch } from '#main/services/planning/pool-dispatch';
import { createWorkerPool } from '#main/workers/pool/worker-pool';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import { planProblem } from '#shared/planning/plan';
import { estimatedWork } from '#shared/tasks/task-groups';
import type { BenchCase } from '../bench-case';
import { scenarioProblem } from '../planning-scenario';
import { spentSince, threadTimes } from '../thread-time';

const WORKER = join(process.cwd(), 'out', 'main', 'pool-worker.js');
const WORKERS = 2;
/** As many tasks a day as the quarter has. */
const SIZES = [80, 160, 320, 640, 1_280, 2_560, 4_000];
/** Where starting threads might pay. */
const COLD_FROM = 1_280;

interface Path {
  readonly here: number[];
  readonly threads: number[];
  readonly cold: number[];
  work: number;
}

let pool: JobRunner | null = null;
const problems = SIZES.map((tasks) =>
  scenarioProblem({ tasks, events: tasks, days: Math.ceil(tasks / 11), taskMinutes: [15, 45] }),
);
const paths: Path[] = SIZES.map(() => ({ here: [], threads: [], cold: [], work: 0 }));

/** The path of a plan that nothing can shorten: the main thread's processor time and the busiest worker's, who work after each other. */
async function planHere(size: number): Promise<void> {
  const before = threadTimes();
  await planProblem(problems[size]!);
  paths[size]!.here.push(spentSince(before).main);
}

async function planInNewThreads(size: number): Promise<void> {
  const started = newPool();
  await planInThreads(size, started, paths[size]!.cold);
  await started.close();
}

async function planInThreads(size: number, jobs = pool!, times = paths[size]!.threads): Promise<void> {
  const inner = poolDispatch(jobs, NEVER_CANCELLED, WORKERS);
  let work = 0;
  const before = threadTimes();
  await planProblem(problems[size]!, {
    now: () => 0,
    dispatch: {
      ...inner,
      worthFrom: 0,
      taskGroups: (groups) => {
        work ||= groups.reduce((sum, { demands }) => sum + estimatedWork(demands.length), 0);
        return inner.taskGroups(groups);
      },
    },
  });
  const { main, busiestOther } = spentSince(before);
  times.push(main + busiestOther);
  paths[size]!.work = work;
}

function newPool(): JobRunner {
  return createWorkerPool({ workerPath: WORKER, report: () => {}, threads: WORKERS });
}

/** From which size on threads are worth the crossing: what `WORTH_DISPATCH` is set by. */
export const taskDispatchCase: BenchCase = {
  name: 'tasks-dispatch',
  describe: `Plan ${SIZES.join(', ')} tasks in this thread and in ${WORKERS} workers, that run already or have to start`,
  runs: 5,
  setUp: () => {
    if (!existsSync(WORKER)) throw new Error('Build first: npm run build');
    pool = newPool();
  },
  tearDown: () => pool?.close(),
  variants: Object.fromEntries(
    SIZES.flatMap((tasks, size): (readonly [string, () => Promise<void>])[] => [
      [`${tasks} here`, () => planHere(size)],
      [`${tasks} in workers`, () => planInThreads(size)],
      ...(tasks < COLD_FROM ? [] : [[`${tasks} in new workers`, () => planInNewThreads(size)] as const]),
    ]),
  ),
  ratios: SIZES.flatMap((tasks) => [
    [`${tasks} here`, `${tasks} in workers`] as const,
    ...(tasks < COLD_FROM ? [] : [[`${tasks} here`, `${tasks} in new workers`] as const]),
  ]),
  note: () =>
    SIZES.map((tasks, size) => {
      const { here, threads, cold, work } = paths[size]!;
      const started = cold.length > 0 ? `, ${middle(cold)} ms in workers that have to start` : '';
      return `${tasks} tasks, estimated work ${work}: processor time on the way ${middle(here)} ms here, ${middle(threads)} ms in workers${started}`;
    }).join('\n  '),
};

function middle(times: readonly number[]): string {
  return [...times].sort((a, b) => a - b)[times.length >> 1]?.toFixed(1) ?? '-';
}
