import { describe, expect, it } from 'vitest';
import { pairSwissRound, type SwissPlayer } from '#shared/tournaments/draws/swiss';

/** "a 2 b c": a with 2 points, who met b and c; a trailing "bye" says that he had one. */
function players(...texts: readonly string[]): SwissPlayer[] {
  return texts.map((text, rank) => {
    const [id, points, ...met] = text.split(' ');
    return {
      id: id!,
      points: Number(points),
      rank,
      club: null,
      met: new Set(met.filter((one) => one !== 'bye')),
      hadBye: met.includes('bye'),
    };
  });
}

describe('pairing a Swiss round', () => {
  it('[TRN-27] pairs equal points, upper half against lower half', () => {
    expect(pairSwissRound(players('a 1', 'b 1', 'c 1', 'd 1', 'e 0', 'f 0')).pairs).toEqual([
      ['a', 'c'],
      ['b', 'd'],
      ['e', 'f'],
    ]);
  });

  it('[TRN-27] lets nobody meet twice while that can be helped', () => {
    const round = pairSwissRound(players('a 2 b c', 'b 1 a d', 'c 1 d a', 'd 0 c b'));
    expect(round.repeated).toBe(0);
    expect(round.pairs).toEqual([
      ['a', 'd'],
      ['b', 'c'],
    ]);
    const forced = pairSwissRound(players('a 1 b', 'b 0 a'));
    expect(forced).toMatchObject({ pairs: [['a', 'b']], repeated: 1 });
  });

  it('[TRN-27] gives the bye to the last who had none', () => {
    expect(pairSwissRound(players('a 2', 'b 1', 'c 1', 'd 0', 'e 0 bye')).bye).toBe('d');
  });

  it('[TRN-27] keeps clubmates apart within equal points', () => {
    const four = players('a 0', 'b 0', 'c 0', 'd 0').map((player) => ({
      ...player,
      club: player.id === 'a' || player.id === 'c' ? 'X' : player.id,
    }));
    expect(pairSwissRound(four).pairs[0]).not.toEqual(['a', 'c']);
  });
});
