// The contract between the pool and its workers. Both ends are built together, so inputs are typed, not parsed; what crosses is plain data.
import type { ImportedFile, ReadOptions } from '../calendar/imported';
import type { RequestInput, RequestOutput } from '../ipc/contract';

export interface Jobs {
  /** Reads one file; the bytes move to the worker. */
  'calendar.read': {
    readonly input: { readonly name: string; readonly bytes: Uint8Array; readonly options: ReadOptions };
    readonly output: ImportedFile;
  };
  'calendar.expand': {
    readonly input: RequestInput<'calendar.expand'>;
    readonly output: RequestOutput<'calendar.expand'>;
  };
  'calendar.write': {
    readonly input: RequestInput<'calendar.write'>;
    readonly output: RequestOutput<'calendar.write'>;
  };
}

export type JobName = keyof Jobs;
export type JobInput<Name extends JobName> = Jobs[Name]['input'];
export type JobOutput<Name extends JobName> = Jobs[Name]['output'];
