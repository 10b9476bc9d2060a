// The one door to zod: everything that crosses a border is described with `s` and parsed with `parseWith`.
import type { infer as ZodInfer, ZodType } from 'zod';
import {
  array,
  boolean,
  config,
  custom,
  discriminatedUnion,
  instanceof as instanceOf,
  int,
  literal,
  looseObject,
  never,
  null as nothing,
  number,
  object,
  enum as oneOf,
  partialRecord,
  record,
  string,
  tuple,
  union,
  unknown,
} from 'zod';
import { en } from 'zod/locales';
import { failed, ok, type Result } from './result';

config(en());

/**
 * Schema builder. Objects keep fields they do not know when built with `s.looseObject`.
 * A list and not the whole namespace: that would carry fifty languages of messages into the page.
 */
export const s = {
  array,
  boolean,
  config,
  custom,
  discriminatedUnion,
  enum: oneOf,
  instanceof: instanceOf,
  int,
  literal,
  looseObject,
  never,
  null: nothing,
  number,
  object,
  partialRecord,
  record,
  string,
  tuple,
  union,
  unknown,
};
export type Schema<T> = ZodType<T>;
export type Infer<S extends ZodType> = ZodInfer<S>;

/** One thing wrong with a value: where (`tasks[3].durationMinutes`), what stood there, and what was expected. */
export interface SchemaProblem {
  readonly path: string;
  /** The offending value as JSON, shortened to 80 characters; `undefined` when the field is missing. */
  readonly value: string;
  readonly expected: string;
}

/** Parses an unknown value. Failures name path and value; nothing throws. */
export function parseWith<T>(schema: ZodType<T>, value: unknown): Result<T, readonly SchemaProblem[]> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return failed(
    parsed.error.issues.map((issue) => ({
      path: formatPath(issue.path),
      value: shorten(valueAt(value, issue.path)),
      expected: issue.message,
    })),
  );
}

/** "tasks[3].durationMinutes is "long": Invalid input: expected number, received string"; "tasks[3].title is missing: expected string". */
export function describeProblem({ path, value, expected }: SchemaProblem): string {
  if (value !== 'undefined') return `${path} is ${value}: ${expected}`;
  return `${path} is missing: ${expected.replace(/^Invalid input: /, '').replace(/, received undefined$/, '')}`;
}

/** `['tasks', 3, 'title']` as `tasks[3].title`. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    text += typeof part === 'number' ? `[${part}]` : text === '' ? String(part) : `.${String(part)}`;
  }
  return text === '' ? '(document)' : text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
