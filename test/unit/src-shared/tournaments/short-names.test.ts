import { describe, expect, it } from 'vitest';
import { personNames, shortNames } from '#shared/tournaments/short-names';
import { type Json, tournament } from '../../../helpers/tournament-documents';

function named(...names: readonly string[]): Json[] {
  return names.map((name, index) => ({ id: `p${index + 1}`, name }));
}

describe('short names', () => {
  it('are the family names, of both players of a pair', () => {
    const short = shortNames(tournament({ participants: named('Mara Lindqvist', 'Ina Kim / Leo Frey') }));
    expect(short.get('p1')).toBe('Lindqvist');
    expect(short.get('p2')).toBe('Kim / Frey');
  });

  it('keep the first letter where two people share a family name, and only then', () => {
    const short = shortNames(
      tournament({ participants: named('Anna Haas', 'Ben Haas'), umpires: [{ id: 'u1', name: 'Kaja Brenner' }] }),
    );
    expect(short.get('p1')).toBe('A. Haas');
    expect(short.get('p2')).toBe('B. Haas');
    expect(short.get('u1')).toBe('Brenner');
  });

  it('leave teams and ids whole', () => {
    const short = shortNames(tournament({ participants: [...named('SC Ost', 'Hafen 04', 'Team 3'), { id: 'x9' }] }));
    expect(['p1', 'p2', 'p3', 'x9'].map((id) => short.get(id))).toEqual(['SC Ost', 'Hafen 04', 'Team 3', 'x9']);
  });

  it('know every person of an entry', () => {
    const people = personNames(
      tournament({
        participants: [
          { id: 'pair', name: 'Ina Kim / Leo Frey', players: ['kim', 'frey'] },
          { id: 'team', name: 'Hafen', players: ['one', 'two'] },
          { id: 'alone', name: 'Mara Lindqvist' },
        ],
      }),
    );
    expect([...people]).toEqual([
      ['kim', 'Ina Kim'],
      ['frey', 'Leo Frey'],
      ['one', 'one'],
      ['two', 'two'],
      ['alone', 'Mara Lindqvist'],
    ]);
  });
});
