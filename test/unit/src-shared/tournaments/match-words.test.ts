import { describe, expect, it } from 'vitest';
import { matchWords } from '#shared/tournaments/match-words';
import { problemOf } from '#shared/tournaments/problem';
import { matches, tournament } from '../../../helpers/tournament-documents';

describe('the words of a match', () => {
  it('[TRN-96] name people where they are known, and the deciding match by its number where not', () => {
    const document = tournament({
      participants: [
        { id: 'p1', name: 'Ada / Bea', players: ['ada', 'bea'] },
        { id: 'p2', name: 'Carl' },
        { id: 'p3', name: 'Dan' },
        { id: 'p4' },
      ],
      matches: [
        ...matches('m1 1 p1 p2', 'm2 1 p3 p4').map((match, index) => ({ ...match, number: index + 5 })),
        ...matches('m3 2 W:m1 W:m2', 'm4 2 L:m1 L:m2', 'm5 3 ? p4'),
      ],
      results: [{ match: 'm1', winner: 'p2' }],
    });
    const problem = problemOf(document, document.matches);
    const words = matchWords(problem);
    const sides = (id: string): string[] => words.get(id)!.sides.map(({ text }) => text);
    expect(sides('m1')).toEqual(['Ada / Bea', 'Carl']);
    expect(sides('m3')).toEqual(['Carl', 'Winner of 6']);
    expect(sides('m4')).toEqual(['Ada / Bea', 'Loser of 6']);
    expect(sides('m5')).toEqual(['To be drawn', 'p4']);
    expect(words.get('m1')!.title).toBe('SF 5');
    expect(words.get('m3')!.title).toBe('F');
    expect(problem.nameOf('bea')).toBe('Bea');
  });

  it('[TRN-96] count places of a group, and say when nobody comes', () => {
    const document = tournament({
      participants: [{ id: 'p1' }, { id: 'p2' }],
      matches: [
        { id: 'a', round: 1, entries: ['p1', 'p2'], group: 'A' },
        {
          id: 'b',
          round: 2,
          entries: [
            { group: 'A', place: 2 },
            { group: 'A', place: 11 },
          ],
        },
        { id: 'c', round: 3, entries: [{ loserOf: 'b' }, { winnerOf: 'b' }] },
      ],
      withdrawals: [],
    });
    const words = matchWords(problemOf(document, document.matches));
    expect(words.get('b')!.sides.map(({ text }) => text)).toEqual(['2nd of group A', '11th of group A']);
    const gone = {
      ...document,
      results: [{ match: 'a', winner: 'p1', kind: 'played', start: null, end: null }],
    } as never;
    expect(
      matchWords(problemOf(gone, document.matches))
        .get('b')!
        .sides.map(({ text }) => text),
    ).toEqual(['p2', 'No opponent']);
  });
});
