import { slicesOf } from '#shared/base/slices-of';
import type { ImportedFile, ImportedPart, ReadOptions } from '#shared/calendar/imported';
import { timeLimitSeconds } from '#shared/calendar/read';
import { CANCELLED, failedWith, type Handlers, type RequestContext, succeeded } from '#shared/ipc/handlers';
import type { Outcome } from '#shared/ipc/outcome';
import type { JobOptions, JobRunner } from '../../ports/job-runner';

/** A larger file is refused before anything reads it. */
export const LARGEST_FILE_BYTES = 200 * 1024 * 1024;

/**
 * The reader keeps its own time, of work, and then answers with what it has; this ends one that does not even do that. On a busy machine
 * work takes many times as long.
 */
const GRACE_MILLISECONDS = 60_000;

/** A step of progress that is worth telling. */
const LEAST_PROGRESS = 0.005;

/** Items that one expanding job takes; more are split over the threads. */
const ITEMS_PER_JOB = 200;

interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export function calendarHandlers({ jobs }: { readonly jobs: JobRunner }) {
  return {
    async 'calendar.read'(
      { files, options, inParts = false },
      { signal, progress, part }: RequestContext<ImportedPart>,
    ) {
      const reading = sharedProgress(files, progress);
      const outcomes = await Promise.all(
        files.map((file, index) =>
          readOne(
            jobs,
            file,
            { options, inParts },
            {
              signal,
              onProgress: ({ fraction }) => reading(index, fraction),
              onPart: (items) => part({ file: index, items }),
            },
          ),
        ),
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
    async 'calendar.unpack'(input, { signal }) {
      const outcome = await jobs.run('calendar.unpack', input, { signal });
      if (outcome.kind !== 'ok') return outcome;
      return outcome.value.ok
        ? succeeded({ files: [...outcome.value.value] })
        : failedWith('badInput', outcome.value.error, 'Unpack it and drop the .ics files inside it.');
    },
    async 'calendar.expand'(input, { signal, progress }) {
      const size = Math.max(ITEMS_PER_JOB, Math.ceil(input.items.length / jobs.threads));
      const outcomes = await Promise.all(
        [...slicesOf(input.items, size)].map((items) =>
          jobs.run('calendar.expand', { ...input, items: [...items] }, { signal, onProgress: progress }),
        ),
      );
      const items = [];
      for (const outcome of outcomes) {
        if (outcome.kind !== 'ok') return outcome;
        items.push(...outcome.value.items);
      }
      return succeeded({ items });
    },
    'calendar.write': (input, { signal, progress }) =>
      jobs.run('calendar.write', input, { signal, onProgress: progress }),
  } satisfies Pick<Handlers, 'calendar.read' | 'calendar.unpack' | 'calendar.expand' | 'calendar.write'>;
}

async function readOne(
  jobs: JobRunner,
  file: SourceFile,
  how: { readonly options: ReadOptions; readonly inParts: boolean },
  jobOptions: JobOptions,
): Promise<Outcome<ImportedFile>> {
  if (file.bytes.length > LARGEST_FILE_BYTES) {
    const megabytes = Math.round(file.bytes.length / 1024 / 1024);
    return succeeded(
      emptyFile(file, { code: 'tooLarge', message: `${file.name} has ${megabytes} MB; the limit is 200 MB` }),
    );
  }
  return jobs.run(
    'calendar.read',
    { name: file.name, bytes: file.bytes, ...how },
    { ...jobOptions, timeLimitMilliseconds: timeLimitSeconds(file.bytes.length) * 1000 + GRACE_MILLISECONDS },
  );
}

/** A file whose reader failed is a problem of that file; the others are read all the same. */
function unread(file: SourceFile, error: { code: string; message: string } | null): ImportedFile {
  if (error?.code === 'timedOut') {
    return emptyFile(file, {
      code: 'timedOut',
      message: `${file.name} took too long and was given up`,
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
  let told = 0;
  return (index, fraction) => {
    fractions[index] = Math.max(fractions[index]!, fraction);
    const done = files.reduce((sum, file, at) => sum + file.bytes.length * fractions[at]!, 0);
    // The page draws each of them.
    if (done / total - told < LEAST_PROGRESS && done < total) return;
    told = done / total;
    progress({ fraction: told, phase: `Reading ${files[index]!.name}` });
  };
}
