// How an action on a tournament ends for the user: a refusal is said with numbers and names instead of ids.
import type { Result } from '#shared/base/result';
import { announce } from '../../state/announce';
import { undo } from '../../state/edit';
import { runEdit } from '../../state/run-edit';
import { showNotice } from '../../state/toasts';
import { inWords } from './match-words';
import type { TournamentView } from './tournament-view';

/** Waits for an action; says `done` to those who do not see it. Returns whether it was stored. */
export async function perform(
  view: TournamentView,
  action: Promise<Result<unknown, string>>,
  done?: string,
): Promise<boolean> {
  const outcome = await action;
  if (!outcome.ok) {
    showNotice({ title: inWords(view, outcome.error), tone: 'problem' });
    return false;
  }
  if (done !== undefined) announce(done);
  return true;
}

/** The same for what is easily missed: a notice with Undo follows. */
export function performWithUndo(action: Promise<Result<unknown, string>>, done: string): Promise<boolean> {
  return runEdit(action, done);
}

export function undoLast(): void {
  void runEdit(undo());
}
