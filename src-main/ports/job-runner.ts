import type { AbortSignalLike } from '#shared/ipc/client-port';
import type { Outcome, Progress } from '#shared/ipc/outcome';
import type { JobInput, JobName, JobOutput } from '#shared/jobs/contract';

export interface JobOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Aborting ends the job with `cancelled`, running or waiting. */
  readonly signal?: AbortSignalLike;
  /** Counted from the job's start, not while it waits for a thread; then it ends as `timedOut`. */
  readonly timeLimitMilliseconds?: number;
}

/** Runs the heavy work: in worker threads, or in this thread where the work is smaller than starting one. Never rejects. */
export interface JobRunner {
  run<Name extends JobName>(name: Name, input: JobInput<Name>, options?: JobOptions): Promise<Outcome<JobOutput<Name>>>;
  /** How many jobs can run side by side. */
  readonly threads: number;
  close(): Promise<void>;
}
