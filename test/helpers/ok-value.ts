import type { Result } from '#shared/base/result';
import type { Outcome } from '#shared/ipc/outcome';

export function okValue<T>(outcome: Outcome<T> | Result<T, unknown>): T {
  if ('ok' in outcome ? outcome.ok : outcome.kind === 'ok') return (outcome as { readonly value: T }).value;
  throw new Error(`Expected ok, got ${JSON.stringify(outcome)}`);
}
