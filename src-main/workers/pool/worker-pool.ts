// Piscina behind our own interface. Invariants: (1) `run` never rejects; (2) a job that is cancelled, late or crashed ends its thread,
// and the next job gets a fresh one; (3) a job's time counts from its start in a thread, never from its wait in the queue.
import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { CANCELLED, failedWith } from '#shared/ipc/handlers';
import type { Outcome } from '#shared/ipc/outcome';
import type { JobEnding, JobNews } from '#shared/jobs/envelope';
import type { JobOptions, JobRunner } from '../../ports/job-runner';

export interface WorkerPoolOptions {
  /** The built worker. Given by the composition root, because a shared chunk does not know where it lies. */
  readonly workerPath: string;
  /** Default: one less than the cores, at least 1: the main thread keeps answering. */
  readonly threads?: number;
  /** A thread without work ends after this. */
  readonly idleMilliseconds?: number;
}

const IDLE_MILLISECONDS = 30_000;

/** Threads start with the first job, not before. */
export function createWorkerPool(options: WorkerPoolOptions): JobRunner {
  const threads = options.threads ?? Math.max(1, availableParallelism() - 1);
  let pool: Piscina | null = null;
  let closed = false;

  const openPool = (): Piscina => {
    if (!pool) {
      pool = new Piscina({
        filename: options.workerPath,
        minThreads: 0,
        maxThreads: threads,
        idleTimeout: options.idleMilliseconds ?? IDLE_MILLISECONDS,
        // With the default ("sync") an idle worker blocks its thread, and its output and messages with it.
        atomics: 'disabled',
      });
      // A worker that dies between jobs has nobody to tell; without a listener it would end the process.
      pool.on('error', () => {});
    }
    return pool;
  };

  return {
    threads,
    async run(name, input, jobOptions = {}) {
      if (closed) return failedWith('workerCrashed', `The pool is closed; ${name} was not started`);
      return (await runIn(openPool(), name, input, jobOptions)) as Outcome<never>;
    },
    async close() {
      closed = true;
      await pool?.destroy();
    },
  };
}

type Stop = 'cancelled' | 'timedOut';

async function runIn(
  pool: Piscina,
  name: string,
  input: unknown,
  { onProgress, signal, timeLimitMilliseconds }: JobOptions,
): Promise<Outcome<unknown>> {
  if (signal?.aborted) return CANCELLED;
  const { port1: ours, port2: theirs } = new MessageChannel();
  const abort = new AbortController();
  let stopped: Stop | null = null;
  let timer: NodeJS.Timeout | undefined;
  const stop = (why: Stop): void => {
    stopped ??= why;
    abort.abort();
  };
  const cancel = (): void => stop('cancelled');
  signal?.addEventListener('abort', cancel);
  ours.on('message', (news: JobNews) => {
    if (stopped) return;
    if (news.kind === 'progress') onProgress?.(news.progress);
    else if (timeLimitMilliseconds !== undefined) timer = setTimeout(stop, timeLimitMilliseconds, 'timedOut');
  });
  try {
    const task = { name, input, news: theirs };
    return (await pool.run(task, { transferList: [theirs], signal: abort.signal })) as JobEnding;
  } catch (error) {
    const ended = stopped as Stop | null;
    if (ended === 'cancelled') return CANCELLED;
    if (ended === 'timedOut') return failedWith('timedOut', `${name} took longer than ${timeLimitMilliseconds} ms`);
    return failedWith('workerCrashed', `The worker of ${name} ended: ${(error as Error).message}`);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
    ours.close();
  }
}
