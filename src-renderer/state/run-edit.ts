// How the outcome of an edit reaches the user: a failure is said, and what is hard to see or to miss offers its undo.
import type { Result } from '#shared/base/result';
import { undo } from './commit';
import { showNotice } from './toasts';
import { workspaceNow } from './workspace';

/** Waits for an edit. Returns whether it was stored. With `offer` (such as "Deleted “Report”") a notice with Undo follows. */
export async function runEdit(edit: Promise<Result<unknown, string>>, offer?: string): Promise<boolean> {
  const done = await edit;
  if (!done.ok) {
    showNotice({ title: done.error, tone: 'problem' });
    return false;
  }
  if (offer !== undefined) offerUndo(offer);
  return true;
}

/** Says what was just stored, with one step back. */
export function offerUndo(title: string, body?: string): void {
  const { undoLabel } = workspaceNow();
  showNotice({ title, body, action: { label: 'Undo', run: () => void undoIfNewest(undoLabel) } });
}

/** The notice may outlive its step: then undo would take back something else. */
async function undoIfNewest(label: string | null): Promise<void> {
  if (label === null || workspaceNow().undoLabel !== label) {
    showNotice({ title: 'Something else was changed since. Undo steps back one by one with Ctrl Z.' });
    return;
  }
  await runEdit(undo());
}
