import { realpath, stat, writeFile } from 'node:fs/promises';
import { writeAtomically } from '../../files/write-atomically';
import { BadInput } from './bad-input';
import { stopWhenInterrupted } from './stop-when-interrupted';
import type { Terminal } from './terminal';

const READABLE_LIKE_ANY_OTHER = 0o644;

/**
 * Writes a file that a person named, whole or not at all. A link is followed, and a file that is there keeps its permissions.
 * What the command reads (`inputs`) is never overwritten.
 */
export async function writeOutput(
  path: string,
  content: string,
  inputs: readonly string[],
  { signal }: Pick<Terminal, 'signal'>,
): Promise<void> {
  const target = await withoutLinks(path);
  for (const input of inputs) {
    if ((await withoutLinks(input)) === target)
      throw new BadInput(`${path} is read by this command: expected another file`);
  }
  await stopWhenInterrupted(signal);
  const there = await stat(target).catch(() => null);
  if (there?.isDirectory()) throw new BadInput(`${path} is a folder: expected a file to write`);
  try {
    // A device or a pipe takes the text as it comes; renaming a file over it would remove it.
    if (there && !there.isFile()) await writeFile(target, content);
    else await writeAtomically(target, content, there ? there.mode & 0o777 : READABLE_LIKE_ANY_OTHER);
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${(error as Error).message}`);
  }
}

async function withoutLinks(path: string): Promise<string> {
  return realpath(path).catch(() => path);
}
