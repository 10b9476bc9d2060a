import { type Schema, s } from '../base/schema';

/** A request of the renderer to its host. All payloads are parsed on arrival, on every transport. */
export interface RequestDefinition<Input, Output, Part = never> {
  readonly input: Schema<Input>;
  readonly output: Schema<Output>;
  /** What may come ahead of the answer, any number of times and in order. */
  readonly part: Schema<Part>;
}

/** Keeps the payload types while a feature lists its requests. */
export function request<Input, Output, Part = never>(
  input: Schema<Input>,
  output: Schema<Output>,
  part: Schema<Part> = s.never() as unknown as Schema<Part>,
): RequestDefinition<Input, Output, Part> {
  return { input, output, part };
}
