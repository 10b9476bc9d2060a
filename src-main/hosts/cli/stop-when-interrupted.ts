import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AbortSignalLike } from '#shared/ipc/client-port';

/**
 * Throws when Ctrl-C was pressed, also while this thread was busy: its signal is heard only when the thread is free. Called before
 * anything leaves the program, so that cancelled work prints and writes nothing.
 */
export async function stopWhenInterrupted(signal: AbortSignalLike): Promise<void> {
  // The first turn may end the one under way; signals are heard between it and the second.
  await nextTurn();
  await nextTurn();
  if (signal.aborted) throw new Error('Interrupted');
}
