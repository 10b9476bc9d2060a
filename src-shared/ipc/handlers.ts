import type { AbortSignalLike } from './client-port';
import type { RequestInput, RequestName, RequestOutput, RequestPart } from './contract';
import type { HostError, Outcome, Progress } from './outcome';

export interface RequestContext<Part = never> {
  /** Pulled when the page cancels or goes away. */
  readonly signal: AbortSignalLike;
  progress(progress: Progress): void;
  /** Sends a part ahead of the answer. */
  part(part: Part): void;
}

export type Handler<Name extends RequestName> = (
  input: RequestInput<Name>,
  context: RequestContext<RequestPart<Name>>,
) => Promise<Outcome<RequestOutput<Name>>>;

/** One handler a request. Features give their part with `satisfies Pick<Handlers, …>`; the whole is complete or does not compile. */
export type Handlers = { readonly [Name in RequestName]: Handler<Name> };

export function succeeded<T>(value: T): Outcome<T> {
  return { kind: 'ok', value };
}

export function failedWith(code: HostError['code'], message: string, advice = ''): Outcome<never> {
  return { kind: 'failed', error: { code, message, advice } };
}

export const CANCELLED: Outcome<never> = { kind: 'cancelled' };
