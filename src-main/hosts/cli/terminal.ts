import type { AbortSignalLike } from '#shared/ipc/client-port';
import type { Clock } from '../../ports/clock';
import type { JobRunner } from '../../ports/job-runner';

/** What a verb may touch of the world around it. */
export interface Terminal {
  /** JSON, and nothing else. Resolves when the reader has taken it. */
  print(text: string): Promise<void>;
  /** Notes for a person, one line each. */
  note(line: string): void;
  /** How far a long piece of work is; shown on a terminal only. */
  progress(fraction: number, phase: string): void;
  /** Pulled by Ctrl-C. */
  readonly signal: AbortSignalLike;
  readonly clock: Clock;
  /** The host's own zone. */
  readonly zone: string;
  /** Worker threads, started by the first job. `threads` defaults to one less than the cores. */
  pool(threads?: number): JobRunner;
  /** The same jobs in this thread, for work smaller than starting a worker. */
  readonly inProcess: JobRunner;
}

/** How a verb ends; the number is the exit code. */
export const EXIT = { done: 0, notFine: 1, badInput: 2, cancelled: 130 } as const;

export interface Verb {
  /** One line for the list of verbs. */
  readonly summary: string;
  readonly usage: string;
  run(args: readonly string[], terminal: Terminal): Promise<number>;
}
