import type { AbortSignalLike } from '#shared/ipc/client-port';
import type { Outcome, Progress } from '#shared/ipc/outcome';
import type { JobMap, Jobs } from '#shared/jobs/contract';

export interface JobOptions {
  readonly onProgress?: (progress: Progress) => void;
  /** Parts of the result, in order and before the job ends; for jobs that give any. */
  readonly onPart?: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** Aborting ends the job with `cancelled`, running or waiting. */
  readonly signal?: AbortSignalLike;
  /** Counted from the job's start, not while it waits for a thread; then it ends as `timedOut`. */
  readonly timeLimitMilliseconds?: number;
}

/** Runs the heavy work: in worker threads, or in this thread where the work is smaller than starting one. Never rejects. */
export interface JobRunner<Map extends JobMap = Jobs> {
  run<Name extends keyof Map & string>(
    name: Name,
    input: Map[Name]['input'],
    options?: JobOptions,
  ): Promise<Outcome<Map[Name]['output']>>;
  /** How many jobs can run side by side. */
  readonly threads: number;
  /** Whether all of them run already: starting one costs more than many a job. Absent where none has to start. */
  isWarm?(): boolean;
  close(): Promise<void>;
}

/** Hears of bugs inside jobs; the asker only gets an `internal` failure. */
export type ReportJobBug = (message: string, stack: string) => void;
