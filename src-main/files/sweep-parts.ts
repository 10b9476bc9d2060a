import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Instant } from '#shared/time/instant';
import { isPartName } from './write-atomically';

/** Writing takes a moment: what is older belongs to a program that was ended in the middle of it. */
const ABANDONED_AFTER_MILLISECONDS = 60_000;

/**
 * Removes the parts that killed writers left in these folders, and says how many. A part is never read again: the file it was to become
 * is still the old one. A folder that is not there has none.
 */
export async function sweepParts(folders: readonly string[], now: Instant): Promise<number> {
  let swept = 0;
  for (const folder of folders) {
    for (const name of await readdir(folder).catch(() => [])) {
      if (!isPartName(name)) continue;
      const path = join(folder, name);
      const found = await stat(path).catch(() => null);
      if (!found?.isFile() || found.mtimeMs > now - ABANDONED_AFTER_MILLISECONDS) continue;
      await rm(path, { force: true });
      swept += 1;
    }
  }
  return swept;
}
