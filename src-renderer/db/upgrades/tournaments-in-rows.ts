import type { Transaction } from 'dexie';
import { readTournament } from '#shared/tournaments/read-tournament';
import { identifiedTournaments } from '../identified-tournaments';

/** Tournaments that came with a document stood beside the tables. Those that can be read get their rows; the others stay where they were. */
export async function tournamentsInRows(transaction: Transaction): Promise<void> {
  const row = (await transaction.table('meta').get('documentExtras')) as
    | { value?: Record<string, unknown> }
    | undefined;
  const found = row?.value?.tournaments;
  if (!row || !Array.isArray(found)) return;
  const read = found.map((tournament) => readTournament(tournament));
  const { tournaments: _, ...others } = row.value!;
  const unread = found.filter((_, index) => !read[index]!.ok);
  const value = unread.length > 0 ? { ...others, unreadTournaments: unread } : others;
  await transaction.table('meta').put({ key: 'documentExtras', value });
  await transaction
    .table('tournaments')
    .bulkPut(identifiedTournaments(read.flatMap((one) => (one.ok ? [one.value] : []))));
}
