import { createReadStream } from 'node:fs';
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
    // The size of a pipe or a device is not known before its end.
    const bytes = found.isFile() ? await readFile(path) : await readUpTo(path, largestBytes);
    if (bytes === null) return failed(`${path} has more than ${largestBytes} bytes: expected no more`);
    return ok({ name: basename(path), bytes });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(code === 'ENOENT' ? `${path} does not exist: expected a file` : `${path} cannot be read: ${message}`);
  }
}

/** `null` when there is more. */
async function readUpTo(path: string, largestBytes: number): Promise<Buffer<ArrayBuffer> | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of createReadStream(path) as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > largestBytes) return null;
    parts.push(part);
  }
  return Buffer.concat(parts, size);
}
