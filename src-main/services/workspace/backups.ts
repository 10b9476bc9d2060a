import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { failedWith, type Handlers, succeeded } from '#shared/ipc/handlers';
import { formatInstant, instant, MILLISECONDS_PER_MINUTE } from '#shared/time/instant';
import { readIfThere } from '../../files/read-if-there';
import { sweepParts } from '../../files/sweep-parts';
import { writePrivately } from '../../files/write-atomically';
import type { Clock } from '../../ports/clock';
import type { Log } from '../../ports/log';
import { appendPiece, endPieces } from './backup-pieces';
import { backupInstant, backupName, backupsToDrop } from './backup-rotation';

export interface BackupPorts {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
}

export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups');
}

/** Rotating backups of the whole workspace, one JSON file each, in `backups` inside the data folder. */
export function backupHandlers({ dataFolder, clock, log }: BackupPorts) {
  const folder = backupFolder(dataFolder);

  return {
    async 'backup.append'({ id, at, piece }) {
      try {
        await appendPiece(folder, { id, at }, piece);
        return succeeded({});
      } catch (error) {
        return failedWith('refused', `The backup cannot be written: ${(error as Error).message}`);
      }
    },

    async 'backup.save'({ document, after }) {
      const savedAt = formatInstant(clock.now());
      const name = backupName(savedAt);
      const refusal = after ? null : notAWorkspace(document);
      if (refusal) return failedWith('badInput', `The backup was not written: ${refusal}`);
      try {
        if (after) await endPieces(folder, after, document, join(folder, name));
        else await writePrivately(join(folder, name), document);
      } catch (error) {
        return failedWith('refused', `The backup ${join(folder, name)} cannot be written: ${(error as Error).message}`);
      }
      await dropOld(folder, clock, log);
      return succeeded({ name, savedAt, sizeBytes: (after?.at ?? 0) + Buffer.byteLength(document) });
    },

    async 'backup.list'() {
      const names = (await namesIn(folder)).sort().reverse();
      const backups = await Promise.all(
        names.map(async (name) => {
          // A rotation on behalf of another page may remove it between the two looks.
          const found = await stat(join(folder, name)).catch(() => null);
          return found?.isFile() ? [{ name, savedAt: backupInstant(name)!, sizeBytes: found.size }] : [];
        }),
      );
      return succeeded({ backups: backups.flat(), folder });
    },

    async 'backup.read'({ name }) {
      // The name comes from a page; only the form that `backup.save` gives can reach the file system.
      if (backupInstant(name) === null)
        return failedWith('badPayload', `${JSON.stringify(name)} is not the name of a backup`);
      const document = await readIfThere(join(folder, name));
      if (document === null) return failedWith('notFound', `There is no backup ${name} in ${folder}`);
      return succeeded({ document });
    },
  } satisfies Pick<Handlers, 'backup.append' | 'backup.save' | 'backup.list' | 'backup.read'>;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => backupInstant(name) !== null);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/** A page sends the pieces of a backup within seconds; one that is hidden may need much longer. */
const ABANDONED_MINUTES = 60;

/** A backup that is kept too long is better than a save that fails, so trouble is only logged. */
async function dropOld(folder: string, clock: Clock, log: Log): Promise<void> {
  try {
    // Pieces whose page was closed before their end: the host may run for weeks.
    await sweepParts([folder], instant(clock.now() - ABANDONED_MINUTES * MILLISECONDS_PER_MINUTE));
    await Promise.all(backupsToDrop(await namesIn(folder)).map((name) => rm(join(folder, name), { force: true })));
  } catch (error) {
    log.warn(`Old backups in ${folder} cannot be removed: ${(error as Error).message}`);
  }
}

/** A backup must be worth restoring: an empty or cut text would push good ones out of the rotation. */
function notAWorkspace(document: string): string | null {
  try {
    const parsed: unknown = JSON.parse(document);
    const format = (parsed as { format?: unknown } | null)?.format;
    return format === 'daywright.workspace'
      ? null
      : `its format is ${JSON.stringify(format)}, expected "daywright.workspace"`;
  } catch (error) {
    return `it is not JSON (${(error as Error).message})`;
  }
}
