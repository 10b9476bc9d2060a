// A new tournament stands at once with sensible numbers, and its set-up is open: every field can be changed there, now and later.
import { plusDays, weekdayOf } from '#shared/time/day';
import { goTo, today } from './navigation';
import { runEdit } from './run-edit';
import { resetTournamentPlace, setTournamentPlace } from './tournament-place';
import { createTournament } from './tournaments';

/** On the next Saturday, from nine to six, with two courts. */
export async function newTournament(): Promise<void> {
  const day = today();
  const saturday = plusDays(day, (6 - weekdayOf(day) + 7) % 7 || 7);
  const created = createTournament({
    name: 'New tournament',
    type: 'knockout',
    start: `${saturday}T09:00`,
    matchMinutes: 45,
    restMinutes: 30,
    courts: [
      { id: 'court-1', name: 'Court 1', open: null },
      { id: 'court-2', name: 'Court 2', open: null },
    ],
  });
  if (!(await runEdit(created, 'Added a tournament'))) return;
  goTo('tournament');
  resetTournamentPlace();
  setTournamentPlace({ panel: 'setup' });
}
