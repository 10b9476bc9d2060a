import { describe, expect, it } from 'vitest';
import {
  inWords,
  matchDetails,
  matchTitle,
  pairingOf,
  placeWords,
  sidesOf,
} from '#renderer/features/tournaments/match-words';
import { at } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

describe('words for a match', () => {
  it('sides are short in a block and whole elsewhere', () => {
    expect(sidesOf(viewOf(), 's1')).toEqual(['Haas', 'Ito']);
    expect(sidesOf(viewOf(), 's1', true)).toEqual(['Timo Haas', 'Ken Ito']);
    expect(sidesOf(viewOf(), 'f')).toEqual(['Winner 1', 'Winner 2']);
    expect(sidesOf(viewOf(), 'f', true)).toEqual(['Winner of 1', 'Winner of 2']);
  });

  it('the winner stands where he goes', () => {
    const view = viewOf({ results: [{ match: 's1', winner: 'ito' }] });
    expect(pairingOf(view, 'f')).toBe('Ito v Winner 2');
    expect(pairingOf(viewOf(), 'f')).toBe('Winner 1 v 2');
  });

  it('names say place, umpire, state and what is wrong', () => {
    expect(matchTitle(viewOf(), 'f')).toBe('Match 3, Final');
    expect(placeWords(viewOf(), { start: at('09:00'), court: 'A' })).toBe('9:00, A');
    expect(placeWords(viewOf(), { start: null, court: 'A' })).toBe('Not scheduled');
    expect(matchDetails(viewOf(), 's1')).toBe(
      '9:00, A, Kaja Brenner would umpire match 1 with a player from the own club, X',
    );
    const pinned = viewOf({ pins: [{ match: 's2', start: '2026-11-28T09:00:00Z' }] });
    expect(matchDetails(pinned, 's2')).toBe('9:00, B, pinned');
  });

  it('ids in sentences become numbers, names and days', () => {
    const view = viewOf();
    expect(inWords(view, 'Court A is not free for s1 until 15 min later, because of s2.')).toBe(
      'Court A is not free for match 1 until 15 min later, because of match 2.',
    );
    expect(inWords(view, 'Match s1 has no umpire.')).toBe('Match 1 has no umpire.');
    expect(inWords(view, 's2 is pinned: its time cannot change.')).toBe('Match 2 is pinned: its time cannot change.');
    expect(inWords(view, 'Haas has match 3 of 2026-11-28; the limit is 2 a day.')).toBe(
      'Haas has match 3 of Sat 28 Nov; the limit is 2 a day.',
    );
    // An id inside a longer word is no id.
    expect(inWords(view, 'of the first')).toBe('Of the first');
  });
});
