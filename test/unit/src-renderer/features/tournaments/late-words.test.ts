import { describe, expect, it } from 'vitest';
import { lateWords } from '#renderer/features/tournaments/late-words';
import type { Json } from '../../../../helpers/tournament-documents';
import { viewOf } from '../../../../helpers/tournament-screen';

const words = (fields: Json) => lateWords(viewOf(fields), { category: null, club: 'X' });

describe('what a late entry would mean', () => {
  it('is said before it is stored', () => {
    // Haas is of the same club; Voss is the last of another one.
    expect(words({})).toEqual({
      possible: true,
      words: 'The draw is full: plays Henrik Voss in a round before the first.',
    });
    expect(words({ withdrawals: [{ entry: 'ito' }] })).toEqual({
      possible: true,
      words: 'Takes the place of Ken Ito, who withdrew.',
    });
  });

  it('is impossible with a reason once a full draw has begun', () => {
    expect(words({ results: [{ match: 's1', winner: 'haas' }] })).toEqual({
      possible: false,
      words:
        'The draw is full, and 1 match has begun. Only the place of somebody who withdraws before playing can still be taken.',
    });
  });
});
