import { failed, ok, type Result } from '../../base/result';
import type { TournamentDocument } from '../document';

/** The entry leaves: its opponents win what it has not played. Withdrawing it again changes nothing. */
export function withdrawEntry(document: TournamentDocument, entry: string): Result<TournamentDocument, string> {
  if (!document.participants.some(({ id }) => id === entry)) return failed(`There is no entry ${entry}.`);
  if (document.withdrawals.some((withdrawal) => withdrawal.entry === entry)) return ok(document);
  return ok({ ...document, withdrawals: [...document.withdrawals, { entry }] });
}

/** It plays after all. What was won without play by then must be taken back first. */
export function returnEntry(document: TournamentDocument, entry: string): Result<TournamentDocument, string> {
  return ok({ ...document, withdrawals: document.withdrawals.filter((withdrawal) => withdrawal.entry !== entry) });
}
