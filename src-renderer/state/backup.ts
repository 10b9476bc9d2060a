// The workspace as one text: exported, imported, and kept in rotating backups by the host.
import { failed, ok, type Result } from '#shared/base/result';
import { encodeUtf8 } from '#shared/base/utf8';
import type { Outcome } from '#shared/ipc/outcome';
import { parseWorkspace } from '#shared/workspace/document';
import { newestStepOf } from '../db/change';
import { allCommitted, commit, onCommitted } from './commit';
import { host } from './host';
import { inBackground } from './in-background';
import { newId } from './new-id';
import { database } from './store';
import { setWorkspace, workspaceNow } from './workspace';
import { documentText, replaceWith } from './workspace-document';
import { isLargeWorkspace, workspacePieces } from './workspace-pieces';

export interface Backup {
  readonly name: string;
  /** ISO instant. */
  readonly savedAt: string;
  readonly sizeBytes: number;
}

/** After a change the backup waits this long for more changes; it is never later than that after the first one. */
const BACKUP_DELAY_MILLISECONDS = 5 * 60_000;

/** A page that closed sooner than that, or a host that was away, leaves a backup owed: the next start makes it, once it is drawn. */
const OWED_DELAY_MILLISECONDS = 20_000;
const OWED_KEY = 'daywright.backup';
const OWED = 'owed';

let timer: ReturnType<typeof setTimeout> | null = null;

/** The whole workspace as the text of a document. */
export async function exportWorkspace(): Promise<string> {
  await allCommitted();
  return documentText(database());
}

/** Replaces everything by a document, in one transaction and as one undo step. */
export async function importWorkspace(
  text: string,
  label = 'Open workspace',
): Promise<Result<void, readonly string[]>> {
  const parsed = parseWorkspace(text);
  if (!parsed.ok) return parsed;
  const done = await commit(label, () => replaceWith(database(), parsed.value));
  if (!done.ok) return failed([done.error]);
  setWorkspace({ status: 'ready', problem: null });
  return ok(undefined);
}

/** Newest first. */
export async function listBackups(): Promise<
  Result<{ readonly backups: readonly Backup[]; readonly folder: string }, string>
> {
  const listed = await host().request('backup.list', {});
  if (listed.kind !== 'ok') return failed(endOf(listed));
  const backups = [...listed.value.backups].sort((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
  return ok({ backups, folder: listed.value.folder });
}

/** Puts a backup in force; what was there before comes back with undo. */
export async function restoreBackup(name: string): Promise<Result<void, readonly string[]>> {
  const read = await host().request('backup.read', { name });
  if (read.kind !== 'ok') return failed([endOf(read)]);
  return importWorkspace(read.value.document, 'Restore backup');
}

/** Restores the newest backup that can be read. The value is its name. */
export async function restoreNewestBackup(): Promise<Result<Backup, string>> {
  const listed = await listBackups();
  if (!listed.ok) return listed;
  for (const backup of listed.value.backups) {
    const restored = await restoreBackup(backup.name);
    if (restored.ok) return ok(backup);
  }
  return failed(listed.value.backups.length === 0 ? 'There is no backup yet.' : 'None of the backups can be read.');
}

/** Saves a backup now. */
export async function saveBackup(): Promise<Result<Backup, string>> {
  // Before the store is read: what is changed from here on owes another one.
  localStorage.removeItem(OWED_KEY);
  const saved = await sendBackup();
  if (saved.kind === 'ok') return ok(saved.value);
  localStorage.setItem(OWED_KEY, OWED);
  return failed(endOf(saved));
}

/** Somebody who writes all the time does not keep a backup from being made. */
const ATTEMPTS = 3;

async function sendBackup(): Promise<Outcome<Backup>> {
  await allCommitted();
  if (await isLargeWorkspace(database())) {
    // One id: what an attempt left unfinished, the next one begins again.
    const id = newId('backup');
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const saved = await sendPieces(id);
      if (saved !== null) return saved;
    }
  }
  return host().request('backup.save', { document: await exportWorkspace() });
}

/** Sends a large workspace piece by piece. Null when something was stored meanwhile: then the pieces do not fit together. */
async function sendPieces(id: string): Promise<Outcome<Backup> | null> {
  const state = async () => {
    await allCommitted();
    return `${workspaceNow().revision} ${await newestStepOf(database())}`;
  };
  const before = await state();
  let at = 0;
  let last: string | null = null;
  for await (const text of workspacePieces(database())) {
    if (last !== null) {
      const piece = encodeUtf8(last);
      const sent = await host().request('backup.append', { id, at, piece });
      if (sent.kind !== 'ok') return sent;
      at += piece.length;
    }
    last = text;
  }
  if ((await state()) !== before) return null;
  return host().request('backup.save', { document: last ?? '', after: { id, at } });
}

/** Backs up on its own, at most every five minutes while things change. Returns the function that ends it. */
export function backUpAfterChanges(): () => void {
  const backUpIn = (milliseconds: number): void => {
    timer ??= setTimeout(() => {
      timer = null;
      if (workspaceNow().status === 'ready') inBackground(saveBackup());
    }, milliseconds);
  };
  const end = onCommitted(() => {
    // Read from memory; written to the disk, which every commit would pay for.
    if (localStorage.getItem(OWED_KEY) !== OWED) localStorage.setItem(OWED_KEY, OWED);
    backUpIn(BACKUP_DELAY_MILLISECONDS);
  });
  if (localStorage.getItem(OWED_KEY) === OWED) backUpIn(OWED_DELAY_MILLISECONDS);
  return () => {
    end();
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
}

function endOf(outcome: Exclude<Outcome<unknown>, { kind: 'ok' }>): string {
  return outcome.kind === 'cancelled' ? 'Cancelled.' : outcome.error.message;
}
