import type { ImportedFile, ImportedItem, ImportedPart, ReadOptions } from '#shared/calendar/imported';
import { isArchive } from '#shared/calendar/is-archive';
import { itemsOfPart } from '#shared/calendar/item-parts';
import type { Outcome, Progress } from '#shared/ipc/outcome';
import type { OpenedFile } from '../../files/read-opened-file';
import { calendarHandlers } from '../../services/calendar/calendar';
import { BadInput } from './bad-input';
import { readInput } from './input-files';
import type { Terminal } from './terminal';

/**
 * Below this the files are read in this thread: starting a worker and loading the readers there takes longer than reading this much.
 * Measured on 2 cores. Above it the reading would also keep Ctrl-C waiting for too long.
 */
const WORTH_A_WORKER_BYTES = 1024 * 1024;

/**
 * Reads calendar files, and those inside .zip archives, with the same service as the other doors. A file that yields nothing or
 * is cut inside an event is bad input; one that lacks only its end, or takes too long, yields what was read, with a note.
 * @param take gets the items as they are read, with the place of their file among all; the files then hold none, and memory stays flat
 */
export async function readCalendars(
  paths: readonly string[],
  options: ReadOptions,
  terminal: Terminal,
  take: ((file: number, items: readonly ImportedItem[]) => void) | null = null,
): Promise<Outcome<readonly ImportedFile[]>> {
  const given = [];
  for (const path of paths) given.push({ path, ...(await readInput(path)) });
  const size = given.reduce((sum, file) => sum + file.bytes.length, 0);
  const jobs = size < WORTH_A_WORKER_BYTES ? terminal.inProcess : terminal.pool();
  const handlers = calendarHandlers({ jobs });
  const taken = new Set<number>();
  const context = {
    signal: terminal.signal,
    progress: ({ fraction, phase }: Progress) => terminal.progress(fraction, phase),
    part: ({ file, items }: ImportedPart) => {
      const read = itemsOfPart(items);
      if (!read.ok) throw new Error(read.error);
      taken.add(file);
      take?.(file, read.value);
    },
  };
  try {
    const files: GivenFile[] = [];
    for (const file of given) {
      if (!isArchive(file.bytes)) {
        files.push(file);
        continue;
      }
      const unpacked = await handlers['calendar.unpack']({ name: file.name, bytes: file.bytes }, context);
      if (unpacked.kind === 'cancelled') return unpacked;
      if (unpacked.kind === 'failed') throw new BadInput(inFile(file.path, file.name, unpacked.error.message));
      files.push(...unpacked.value.files.map((inner) => ({ ...inner, path: `${file.path}/${inner.name}` })));
    }
    const outcome = await handlers['calendar.read'](
      { files: files.map(({ name, bytes }) => ({ name, bytes })), options, inParts: take !== null },
      context,
    );
    if (outcome.kind !== 'ok') return outcome;
    outcome.value.files.forEach((file, index) => {
      if (!file.problem) return;
      const message = inFile(files[index]!.path, file.name, file.problem.message);
      const isUsable = file.problem.code === 'endMissing' || file.problem.code === 'timedOut';
      if (!isUsable || (file.items.length === 0 && !taken.has(index))) throw new BadInput(message);
      terminal.note(message);
    });
    return { kind: 'ok', value: outcome.value.files };
  } finally {
    await jobs.close();
  }
}

interface GivenFile extends OpenedFile {
  /** As given; of a file inside an archive with the path of the archive before it. */
  readonly path: string;
}

/** The message with the path as given instead of the bare name. */
function inFile(path: string, name: string, message: string): string {
  return message.startsWith(name) ? `${path}${message.slice(name.length)}` : `${path}: ${message}`;
}
