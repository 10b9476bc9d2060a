import type { JobRunner } from '../ports/job-runner';
import type { WorkerPoolOptions } from './pool/worker-pool';
import { threadsToUse } from './threads';

/** A pool whose very code is loaded by its first job: the command line mostly has work too small for it. */
export function lazyPool(options: WorkerPoolOptions): JobRunner {
  const threads = options.threads ?? threadsToUse();
  let pool: Promise<JobRunner> | null = null;
  let opened: JobRunner | null = null;
  const open = (): Promise<JobRunner> => {
    pool ??= import('./pool/worker-pool').then(({ createWorkerPool }) => {
      opened = createWorkerPool({ ...options, threads });
      return opened;
    });
    return pool;
  };
  return {
    threads,
    isWarm: () => opened?.isWarm?.() ?? false,
    run: async (name, input, jobOptions) => (await open()).run(name, input, jobOptions),
    close: async () => (await pool)?.close(),
  };
}
