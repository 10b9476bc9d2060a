import type { Schema } from '../base/schema';

/** A request of the renderer to its host. Both payloads are parsed on arrival, on every transport. */
export interface RequestDefinition<Input, Output> {
  readonly input: Schema<Input>;
  readonly output: Schema<Output>;
}

/** Keeps the payload types while a feature lists its requests. */
export function request<Input, Output>(input: Schema<Input>, output: Schema<Output>): RequestDefinition<Input, Output> {
  return { input, output };
}
