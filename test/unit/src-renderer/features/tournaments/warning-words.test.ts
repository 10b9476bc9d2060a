import { expect, it } from 'vitest';
import { toneOf, warningLines } from '#renderer/features/tournaments/warning-words';
import { inForce } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

it('a breach of neutrality is a clash with the exchange beside it', () => {
  const [line] = warningLines(viewOf());
  expect(line).toMatchObject({
    match: 's1',
    tone: 'bad',
    title: 'Match 1, Semi-final',
    message: 'Kaja Brenner would umpire match 1 with a player from the own club, X.',
    action: 'Swap with Haddad',
  });
  expect(toneOf(viewOf().warningsOf.get('s1'))).toBe('bad');
  expect(toneOf(viewOf().warningsOf.get('s2'))).toBeNull();
});

it('a broken rule comes first and has no button', () => {
  const lines = warningLines(viewOf({ timetable: inForce('s1 09:00 A haddad', 's2 09:30 A -', 'f 12:00 A haddad') }));
  expect(lines[0]).toMatchObject({ match: 's2', tone: 'bad', warning: null, action: null });
  expect(lines[0]!.message).toBe('A is not free for match 2 until 30 min later, because of match 1.');
  expect(lines.at(-1)).toMatchObject({
    match: 's2',
    tone: 'warn',
    message: 'Match 2 has no umpire.',
    action: 'Assign Brenner',
  });
});
