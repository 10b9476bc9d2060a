// Piscina behind our own interface. Invariants: (1) `run` never rejects and always ends; (2) a job that is cancelled, late or crashed
// ends its thread, and the next job gets a fresh one; (3) a job's time counts from its start in a thread, never from its wait.
//
// Jobs wait in our lanes, not in Piscina's queue: with `minThreads: 0` Piscina 5.3 starts no thread for what waits when the thread
// that would have served it is ended, and what waits for a thread that fails to load waits for ever.
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { NEVER_CANCELLED } from '#shared/ipc/cancellation';
import { CANCELLED, failedWith } from '#shared/ipc/handlers';
import type { Outcome } from '#shared/ipc/outcome';
import type { JobMap, Jobs } from '#shared/jobs/contract';
import type { JobEnding, JobNews } from '#shared/jobs/envelope';
import type { JobOptions, JobRunner, ReportJobBug } from '../../ports/job-runner';
import { outcomeOf } from '../job-outcome';
import { threadsToUse } from '../threads';
import { lanes } from './lanes';

export interface WorkerPoolOptions {
  /** The built worker. Given by the composition root, because a shared chunk does not know where it lies. */
  readonly workerPath: string;
  readonly report: ReportJobBug;
  /** Default: one less than the cores, at least 1: the main thread keeps answering. */
  readonly threads?: number;
  /** A thread without work ends after this. */
  readonly idleMilliseconds?: number;
}

const IDLE_MILLISECONDS = 30_000;

/** Threads start with the first job, not before. */
export function createWorkerPool<Map extends JobMap = Jobs>(options: WorkerPoolOptions): JobRunner<Map> {
  const threads = options.threads ?? threadsToUse();
  const free = lanes(threads);
  /** Jobs given to Piscina whose worker has not said that it started them. */
  const unstarted = new Set<RunningJob>();
  let pool: Piscina | null = null;
  let closed = false;

  const openPool = (): Piscina => {
    pool ??= new Piscina({
      filename: options.workerPath,
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: options.idleMilliseconds ?? IDLE_MILLISECONDS,
      // With the default ("sync") an idle worker blocks its thread, and its output and messages with it.
      atomics: 'disabled',
    }).on('error', (error: Error) => {
      // A thread died without a job: it failed to load, and whoever waits for it would wait for ever.
      for (const job of unstarted) job.stop({ kind: 'crashed', message: error.message });
    });
    return pool;
  };

  return {
    threads,
    isWarm: () => (pool?.threads.length ?? 0) >= threads,
    async run(name, input, jobOptions = {}) {
      const leave = await free.enter(jobOptions.signal ?? NEVER_CANCELLED);
      if (!leave) return CANCELLED;
      try {
        if (closed) return failedWith('workerCrashed', `The pool is closed; ${name} was not started`);
        return (await runIn(openPool(), name, input, jobOptions, unstarted, options.report)) as Outcome<never>;
      } finally {
        leave();
      }
    },
    async close() {
      closed = true;
      await pool?.destroy();
    },
  };
}

type Stop =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'timedOut' }
  | { readonly kind: 'crashed'; readonly message: string };

interface RunningJob {
  stop(why: Stop): void;
}

async function runIn(
  pool: Piscina,
  name: string,
  input: unknown,
  { onProgress, onPart, signal, timeLimitMilliseconds }: JobOptions,
  unstarted: Set<RunningJob>,
  report: ReportJobBug,
): Promise<Outcome<unknown>> {
  const { port1: ours, port2: theirs } = new MessageChannel();
  const abort = new AbortController();
  let stopped: Stop | null = null;
  let timer: NodeJS.Timeout | undefined;
  const job: RunningJob = {
    stop(why) {
      stopped ??= why;
      abort.abort();
    },
  };
  const cancel = (): void => job.stop({ kind: 'cancelled' });
  signal?.addEventListener('abort', cancel);
  unstarted.add(job);
  const allTold = new Promise<void>((resolve) => {
    ours.on('message', (news: JobNews) => {
      if (stopped) return;
      switch (news.kind) {
        case 'started':
          unstarted.delete(job);
          if (timeLimitMilliseconds !== undefined) {
            timer = setTimeout(job.stop, timeLimitMilliseconds, { kind: 'timedOut' });
          }
          return;
        case 'progress':
          onProgress?.(news.progress);
          return;
        case 'part':
          onPart?.(news.bytes);
          return;
        case 'done':
          resolve();
      }
    });
    // Closed by a thread that ended; what it told was delivered before.
    ours.once('close', resolve);
  });
  try {
    const task = { name, input, news: theirs };
    const ending = (await pool.run(task, { transferList: [theirs], signal: abort.signal })) as JobEnding;
    if (onPart) await allTold;
    return outcomeOf(name, ending, report);
  } catch (error) {
    const why = stopped ?? { kind: 'crashed', message: (error as Error).message };
    return outcomeOfStop(name, why as Stop, timeLimitMilliseconds);
  } finally {
    clearTimeout(timer);
    unstarted.delete(job);
    signal?.removeEventListener('abort', cancel);
    ours.close();
  }
}

function outcomeOfStop(name: string, why: Stop, timeLimitMilliseconds: number | undefined): Outcome<never> {
  switch (why.kind) {
    case 'cancelled':
      return CANCELLED;
    case 'timedOut':
      return failedWith('timedOut', `${name} was ended after ${timeLimitMilliseconds} ms`);
    case 'crashed':
      return failedWith('workerCrashed', `The worker of ${name} ended: ${why.message}`);
  }
}
