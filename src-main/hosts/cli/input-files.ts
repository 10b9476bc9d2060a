import { describeProblem, parseWith, type Schema } from '#shared/base/schema';
import { decodeUtf8Strictly } from '#shared/base/utf8';
import { type Workspace, workspaceSchema } from '#shared/workspace/document';
import { type OpenedFile, readOpenedFile } from '../../files/read-opened-file';
import { LARGEST_FILE_BYTES } from '../../services/calendar/calendar';
import { BadInput } from './bad-input';

/** Reads a file a person named. */
export async function readInput(path: string): Promise<OpenedFile> {
  const read = await readOpenedFile(path, LARGEST_FILE_BYTES);
  if (read.ok) return read.value;
  throw new BadInput(read.error);
}

export async function readWorkspace(path: string): Promise<Workspace> {
  return parseDocument(path, await readJson(path), workspaceSchema);
}

export async function readJson(path: string): Promise<unknown> {
  const { bytes } = await readInput(path);
  if (bytes.length === 0) throw new BadInput(`${path} is empty: expected a JSON document`);
  const text = decodeUtf8Strictly(bytes);
  if (text === null) throw new BadInput(`${path} is not UTF-8: expected a JSON document`);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput(`${path}${placeIn(text, (error as Error).message)}: not JSON, ${(error as Error).message}`);
  }
}

export function parseDocument<T>(path: string, value: unknown, schema: Schema<T>): T {
  const parsed = parseWith(schema, value);
  if (parsed.ok) return parsed.value;
  throw badDocument(path, parsed.error.map(describeProblem));
}

/** The first thing wrong is named; how many more there are is said. `problems` is not empty. */
export function badDocument(path: string, problems: readonly string[]): BadInput {
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return new BadInput(`${path}: ${problems[0]}${more}`);
}

/** " line 3 column 7", from the position that the engine's message gives, where it gives one. */
function placeIn(text: string, message: string): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  const end = position === undefined ? (/end of JSON/.test(message) ? text.length : null) : Number(position);
  if (end === null) return '';
  const before = text.slice(0, end).split('\n');
  return ` line ${before.length} column ${before.at(-1)!.length + 1}`;
}
