import { availableParallelism } from 'node:os';

/** One less than the cores, at least 1: the main thread keeps answering. */
export function threadsToUse(): number {
  return Math.max(1, availableParallelism() - 1);
}
