// How a job crosses to a worker and back. An error thrown in a worker loses its class and code on the way, so errors cross as data.
import type { AbortSignalLike } from '../ipc/client-port';
import type { Outcome, Progress } from '../ipc/outcome';

/** What a job's code may use besides its input. */
export interface JobControl {
  progress(progress: Progress): void;
  /** In a worker nobody pulls it: a cancelled worker is ended. In this thread it is checked between steps. */
  readonly signal: AbortSignalLike;
}

export interface JobEnvelope {
  readonly name: string;
  readonly input: unknown;
}

/** Sent over the job's own port while it runs. */
export type JobNews = { readonly kind: 'started' } | { readonly kind: 'progress'; readonly progress: Progress };

export type JobEnding = Exclude<Outcome<unknown>, { kind: 'cancelled' }>;
