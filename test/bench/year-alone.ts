// The year's plan with two workers in a process that does nothing else: prints the most memory it held, threads included, and its time.
import { join } from 'node:path';
import { poolDispatch } from '#main/services/planning/pool-dispatch';
import { createWorkerPool } from '#main/workers/pool/worker-pool';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import { planProblem } from '#shared/planning/plan';
import { scenarioProblem, YEAR } from './planning-scenario';

const workers = 2;
const pool = createWorkerPool({
  workerPath: join(process.cwd(), 'out', 'main', 'pool-worker.js'),
  report: () => {},
  threads: workers,
});
const problem = scenarioProblem(YEAR);
const before = process.cpuUsage();
const started = performance.now();
await planProblem(problem, {
  now: () => performance.now(),
  dispatch: poolDispatch(pool, NEVER_CANCELLED, workers),
});
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(before);
await pool.close();
console.log(
  JSON.stringify({
    milliseconds,
    cpuMilliseconds: (user + system) / 1_000,
    megabytes: process.resourceUsage().maxRSS / 1_000,
  }),
);
