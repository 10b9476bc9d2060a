import type { CalendarOf } from '#shared/tournaments/calendar-entries';
import { showNotice } from '../../state/toasts';
import { exportTournamentCalendar } from '../../state/tournaments';
import { saveTextFile } from '../../ui';
import { inWords } from './match-words';
import type { TournamentView } from './tournament-view';

/** Hands the matches of a court, an umpire or a player to the user as an .ics file. */
export async function saveCalendar(view: TournamentView, of: CalendarOf): Promise<void> {
  const written = await exportTournamentCalendar(view.document.id, of);
  if (!written.ok) {
    showNotice({ title: inWords(view, written.error), tone: 'problem' });
    return;
  }
  saveTextFile(written.value.fileName, written.value.ics, 'text/calendar');
  const { entries } = written.value;
  showNotice({ title: `Saved ${entries} ${entries === 1 ? 'match' : 'matches'} as ${written.value.fileName}` });
}
