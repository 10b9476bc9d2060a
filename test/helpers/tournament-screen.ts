// A tournament as the screen sees it, for tests: a knockout of four on two courts with a timetable in force.
import { screenView, type TournamentView } from '#renderer/features/tournaments/tournament-view';
import { inForce } from './tournament-day';
import { courts, type Json, matches, tournament } from './tournament-documents';

export const FOUR: Json = {
  name: 'Harbour Cup',
  type: 'knockout',
  restMinutes: 30,
  courts: courts('A', 'B'),
  umpires: [
    { id: 'brenner', name: 'Kaja Brenner', club: 'X' },
    { id: 'haddad', name: 'Tarek Haddad' },
  ],
  participants: [
    { id: 'haas', name: 'Timo Haas', club: 'X' },
    { id: 'ito', name: 'Ken Ito', club: 'Y' },
    { id: 'beck', name: 'Nils Beck', club: 'Y' },
    { id: 'voss', name: 'Henrik Voss', club: 'Z' },
  ],
  matches: matches('s1 1 haas ito', 's2 1 beck voss', 'f 2 W:s1 W:s2').map((match, index) => ({
    ...match,
    number: index + 1,
  })),
  timetable: inForce('s1 09:00 A brenner', 's2 09:00 B haddad', 'f 10:30 A haddad'),
};

export function viewOf(fields: Json = {}): TournamentView {
  return screenView({ ...tournament({ ...FOUR, ...fields }), id: 'cup' });
}
