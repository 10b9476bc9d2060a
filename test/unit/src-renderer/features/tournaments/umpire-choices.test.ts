import { expect, it } from 'vitest';
import { standingWords, umpireChoices } from '#renderer/features/tournaments/umpire-choices';
import { inForce } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

it('who could umpire: the present one, then the neutral, then those with something against them', () => {
  const view = viewOf({
    umpires: [
      { id: 'own', name: 'Ole Own', club: 'X' },
      { id: 'now', name: 'Nora Now' },
      { id: 'busy', name: 'Bo Busy' },
      { id: 'late', name: 'Lea Late', available: [{ from: '2026-11-28T12:00', to: '2026-11-28T18:00' }] },
      { id: 'plays', name: 'Ken Ito', player: 'ito' },
      { id: 'free', name: 'Finn Free' },
    ],
    timetable: inForce('s1 09:00 A now', 's2 09:00 B busy', 'f 11:00 A now'),
  });
  const choices = umpireChoices(view, 's1');
  expect(choices.map((choice) => [choice.umpire, choice.standing, choice.load, standingWords(view, choice)])).toEqual([
    ['now', 'neutral', 2, 'neutral'],
    ['free', 'neutral', 0, 'neutral'],
    ['own', 'ownClub', 0, 'own club plays'],
    ['busy', 'busy', 1, 'on match 2'],
    ['plays', 'plays', 0, 'may play then'],
    ['late', 'offDuty', 0, 'off duty'],
  ]);
});

it('a club that may reach the match is said', () => {
  const choices = umpireChoices(viewOf(), 'f');
  expect(choices.map(({ umpire, standing }) => [umpire, standing])).toEqual([
    ['haddad', 'neutral'],
    ['brenner', 'mayMeet'],
  ]);
  expect(standingWords(viewOf(), choices[1]!)).toBe('own club may reach it');
});
