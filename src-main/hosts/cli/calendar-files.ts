import type { ImportedFile, ReadOptions } from '#shared/calendar/imported';
import type { Outcome } from '#shared/ipc/outcome';
import { calendarHandlers } from '../../services/calendar/calendar';
import { BadInput } from './bad-input';
import { readInput } from './input-files';
import type { Terminal } from './terminal';

/**
 * Below this the files are read in this thread: starting a worker and loading the readers there takes longer than reading this much.
 * Measured on 2 cores. Above it the reading would also keep Ctrl-C waiting for too long.
 */
const WORTH_A_WORKER_BYTES = 1024 * 1024;

/** Reads calendar files with the same service as the other doors. A file with a problem is bad input. */
export async function readCalendars(
  paths: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
): Promise<Outcome<readonly ImportedFile[]>> {
  const files = [];
  for (const path of paths) files.push(await readInput(path));
  const size = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const jobs = size < WORTH_A_WORKER_BYTES ? terminal.inProcess : terminal.pool();
  try {
    const outcome = await calendarHandlers({ jobs })['calendar.read'](
      { files, options },
      {
        signal: terminal.signal,
        progress: ({ fraction, phase }) => terminal.progress(fraction, phase),
        part: () => {},
      },
    );
    if (outcome.kind !== 'ok') return outcome;
    outcome.value.files.forEach((file, index) => {
      if (file.problem) throw new BadInput(inFile(paths[index]!, file.name, file.problem.message));
    });
    return { kind: 'ok', value: outcome.value.files };
  } finally {
    await jobs.close();
  }
}

/** The message with the path as given instead of the bare name. */
function inFile(path: string, name: string, message: string): string {
  return message.startsWith(name) ? `${path}${message.slice(name.length)}` : `${path}: ${message}`;
}
