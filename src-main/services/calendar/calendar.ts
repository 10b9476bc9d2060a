import type { ImportedFile, ReadOptions } from '#shared/calendar/imported';
import type { AbortSignalLike } from '#shared/ipc/client-port';
import { CANCELLED, type Handlers, type RequestContext, succeeded } from '#shared/ipc/handlers';
import type { Outcome } from '#shared/ipc/outcome';
import type { JobRunner } from '../../ports/job-runner';

/** A larger file is refused before anything reads it. */
export const LARGEST_FILE_BYTES = 200 * 1024 * 1024;

/** A file that takes longer hangs on something; 200 MB of honest calendar take far less. */
const READ_LIMIT_MILLISECONDS = 120_000;

interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function calendarHandlers({ jobs }: { readonly jobs: JobRunner }) {
  return {
    async 'calendar.read'({ files, options }, { signal, progress }) {
      const reading = sharedProgress(files, progress);
      const outcomes = await Promise.all(
        files.map((file, index) => readOne(jobs, file, options, signal, (fraction) => reading(index, fraction))),
      );
      if (signal.aborted || outcomes.some((outcome) => outcome.kind === 'cancelled')) return CANCELLED;
      return succeeded({
        files: outcomes.map((outcome, index) =>
          outcome.kind === 'ok'
            ? outcome.value
            : unread(files[index]!, outcome.kind === 'failed' ? outcome.error : null),
        ),
      });
    },
    'calendar.expand': (input, { signal, progress }) =>
      jobs.run('calendar.expand', input, { signal, onProgress: progress }),
    'calendar.write': (input, { signal, progress }) =>
      jobs.run('calendar.write', input, { signal, onProgress: progress }),
  } satisfies Pick<Handlers, 'calendar.read' | 'calendar.expand' | 'calendar.write'>;
}

async function readOne(
  jobs: JobRunner,
  file: SourceFile,
  options: ReadOptions,
  signal: AbortSignalLike,
  onFraction: (fraction: number) => void,
): Promise<Outcome<ImportedFile>> {
  if (file.bytes.length > LARGEST_FILE_BYTES) {
    const megabytes = Math.round(file.bytes.length / 1024 / 1024);
    return succeeded(
      emptyFile(file, { code: 'tooLarge', message: `${file.name} has ${megabytes} MB; the limit is 200 MB` }),
    );
  }
  return jobs.run(
    'calendar.read',
    { name: file.name, bytes: file.bytes, options },
    { signal, onProgress: ({ fraction }) => onFraction(fraction), timeLimitMilliseconds: READ_LIMIT_MILLISECONDS },
  );
}

/** A file whose reader failed is a problem of that file; the others are read all the same. */
function unread(file: SourceFile, error: { code: string; message: string } | null): ImportedFile {
  if (error?.code === 'timedOut') {
    return emptyFile(file, {
      code: 'timedOut',
      message: `${file.name} was given up after ${READ_LIMIT_MILLISECONDS / 1000} s`,
    });
  }
  return emptyFile(file, {
    code: 'unreadable',
    message: `${file.name} cannot be read: ${error?.message ?? 'unknown reason'}`,
  });
}

function emptyFile(file: SourceFile, problem: NonNullable<ImportedFile['problem']>): ImportedFile {
  return {
    name: file.name,
    sizeBytes: file.bytes.length,
    source: 'other',
    calendarName: file.name.replace(/\.[^.]*$/, ''),
    items: [],
    report: [],
    problem,
  };
}

/** One fraction for files read side by side, weighted by size; the phase names the file that moved last. */
function sharedProgress(
  files: readonly SourceFile[],
  progress: RequestContext['progress'],
): (index: number, fraction: number) => void {
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0) || 1;
  const fractions = files.map(() => 0);
  return (index, fraction) => {
    fractions[index] = Math.max(fractions[index]!, fraction);
    const done = files.reduce((sum, file, at) => sum + file.bytes.length * fractions[at]!, 0);
    progress({ fraction: done / total, phase: `Reading ${files[index]!.name}` });
  };
}
