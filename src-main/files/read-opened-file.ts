import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { failed, ok, type Result } from '#shared/base/result';

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads a file somebody named: on a command line, by "open with". The message of a failure names the path. */
export async function readOpenedFile(path: string, largestBytes: number): Promise<Result<OpenedFile, string>> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return failed(`${path} is a folder: expected a file`);
    if (found.size > largestBytes) {
      return failed(`${path} has ${found.size} bytes: expected at most ${largestBytes}`);
    }
    return ok({ name: basename(path), bytes: await readFile(path) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(code === 'ENOENT' ? `${path} does not exist: expected a file` : `${path} cannot be read: ${message}`);
  }
}
