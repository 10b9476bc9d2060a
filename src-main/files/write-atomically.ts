import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

export interface WriteOptions {
  /** False: a lost process leaves it whole, a lost supply of power may not. */
  readonly flush?: boolean;
}

/**
 * Writes a file so that a reader, a crash or a full disk sees the old content or the new, never a part: a neighbour is written and
 * flushed, then renamed over the target. Throws what the file system throws, also when there is no such folder; the target is then untouched.
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  mode: number,
  { flush = true }: WriteOptions = {},
): Promise<void> {
  const neighbour = partName(path);
  try {
    const file = await open(neighbour, 'wx', mode);
    try {
      await file.writeFile(content);
      if (flush) await file.sync();
    } finally {
      await file.close();
    }
    await rename(neighbour, path);
  } catch (error) {
    await rm(neighbour, { force: true });
    throw error;
  }
}

function partName(path: string): string {
  return `${path}.${randomUUID().slice(0, 8)}.part`;
}

/** Whether a file is such a neighbour. */
export function isPartName(name: string): boolean {
  return /\.[0-9a-f]{8}\.part$/.test(name);
}

/** The same for our own files: the folder is made where there is none, and nobody else may read it. */
export async function writePrivately(
  path: string,
  content: string | Uint8Array,
  options?: WriteOptions,
): Promise<void> {
  const write = (): Promise<void> => writeAtomically(path, content, 0o600, options);
  try {
    await write();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await write();
  }
}
