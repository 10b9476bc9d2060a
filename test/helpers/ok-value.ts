import type { Outcome } from '#shared/ipc/outcome';

/** The value of an outcome that must be ok; throws with the outcome otherwise. */
export function okValue<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'ok') return outcome.value;
  throw new Error(`Expected ok, got ${JSON.stringify(outcome)}`);
}
