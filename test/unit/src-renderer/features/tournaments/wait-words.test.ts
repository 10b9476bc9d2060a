import { expect, it } from 'vitest';
import { waitWords } from '#renderer/features/tournaments/wait-words';
import { at } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

it('says what a match waits for, by name', () => {
  const view = viewOf();
  expect(waitWords(view, { kind: 'feeder', match: 's1' })).toBe('waits for match 1');
  expect(waitWords(view, { kind: 'round', match: 's2' })).toBe('waits for its round, match 2');
  expect(waitWords(view, { kind: 'rest', player: 'ito', until: at('10:30') })).toBe('Ken Ito rests until 10:30');
  expect(waitWords(view, { kind: 'playing', player: 'ito', match: 's1' })).toBe('Ken Ito plays match 1');
  expect(waitWords(view, { kind: 'notCheckedIn', player: 'ito' })).toBe('Ken Ito is not checked in');
});
