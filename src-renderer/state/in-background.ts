/**
 * Lets work go on that nobody waits for. When the store closes under it (the page ends, or another tab upgrades the store)
 * there is nothing left to do; everything else is a bug and is reported as one.
 */
export function inBackground(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    const closed =
      error instanceof Error && (error.name === 'DatabaseClosedError' || error.name === 'InvalidStateError');
    if (!closed) reportError(error);
  });
}
