// How a job crosses to a worker and back. An error thrown in a worker loses its class and code on the way, so errors cross as data.
import type { AbortSignalLike } from '../ipc/client-port';
import type { HostError, Progress } from '../ipc/outcome';

/** What a job's code may use besides its input. */
export interface JobControl {
  progress(progress: Progress): void;
  /** Gives away a part of the result ahead of the rest. The bytes belong to the asker from then on. */
  part(bytes: Uint8Array<ArrayBuffer>): void;
  /** In a worker nobody pulls it: a cancelled worker is ended. In this thread it is pulled between steps. */
  readonly signal: AbortSignalLike;
}

/** Sent over the job's own port while it runs. */
export type JobNews =
  | { readonly kind: 'started' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'part'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** The last of them: the ending travels another way, and may arrive before what was told earlier. */
  | { readonly kind: 'done' };

export type JobEnding =
  | { readonly kind: 'ok'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly error: HostError }
  /** A bug in the job's code. */
  | { readonly kind: 'threw'; readonly message: string; readonly stack: string };

/** The ending of a function that ends or throws. */
export async function endingOf(run: () => unknown): Promise<JobEnding> {
  try {
    return { kind: 'ok', value: await run() };
  } catch (error) {
    const known = error instanceof Error;
    return { kind: 'threw', message: known ? error.message : String(error), stack: (known && error.stack) || '' };
  }
}
