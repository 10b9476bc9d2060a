// Entries from a spreadsheet, and calendars for courts, umpires and players.
import { failed, ok, type Result } from '#shared/base/result';
import { type CalendarOf, calendarEntriesOf } from '#shared/tournaments/calendar-entries';
import type { EntriesRead } from '#shared/tournaments/entries/read-entries';
import { changeEntries } from '#shared/tournaments/setup/edit-setup';
import { nowText } from '../clock';
import { host } from '../host';
import { workspaceNow } from '../workspace';
import { editTournament } from './edit';
import { tournamentView } from './view';

export { type EntriesRead, readEntries } from '#shared/tournaments/entries/read-entries';

/** Puts read entries in force, behind those there are or instead of them. One that is there already (same id) is updated. */
export function importEntries(
  id: string,
  { participants }: EntriesRead,
  how: 'add' | 'replace',
): Promise<Result<void, string>> {
  const count = `${participants.length} ${participants.length === 1 ? 'entry' : 'entries'}`;
  return editTournament(id, `Import ${count}`, ({ document }) => {
    if (participants.length === 0) return failed('There is no entry to import.');
    if (how === 'replace') return changeEntries(document, participants);
    const read = new Map(participants.map((entry) => [entry.id, entry]));
    const kept = document.participants.map((entry) => read.get(entry.id) ?? entry);
    const known = new Set(document.participants.map((entry) => entry.id));
    return changeEntries(document, [...kept, ...participants.filter((entry) => !known.has(entry.id))]);
  });
}

export interface TournamentCalendar {
  readonly ics: string;
  readonly entries: number;
  /** A good name for the file. */
  readonly fileName: string;
}

/** The matches of a court, an umpire or a player as an .ics text; a second export has the same UIDs, so that importing it updates. */
export async function exportTournamentCalendar(
  id: string,
  of: CalendarOf,
): Promise<Result<TournamentCalendar, string>> {
  const document = workspaceNow().tournaments.find((tournament) => tournament.id === id);
  if (!document) return failed(`There is no tournament ${id}.`);
  const view = tournamentView(document);
  const entries = calendarEntriesOf(view.problem, view.rows, of);
  const name = of.kind === 'all' ? (document.name ?? 'The tournament') : view.problem.nameOf(of.id);
  if (entries.length === 0) return failed(`${name} has no match with a time yet.`);
  const written = await host().request('calendar.write', {
    entries,
    events: [],
    zone: document.timeZone,
    now: nowText(),
  });
  if (written.kind === 'failed') return failed(written.error.message);
  if (written.kind === 'cancelled') return failed('The export was cancelled.');
  const stem = [document.name ?? 'tournament', name].map(slug).join('-');
  return ok({ ics: written.value.ics, entries: entries.length, fileName: `${stem}.ics` });
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
