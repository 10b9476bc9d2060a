import { describe, expect, it } from 'vitest';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { roundNames } from '#shared/tournaments/round-names';
import { entries, type Json, tournament } from '../../../helpers/tournament-documents';

/** "r1m1 R16" for every match of the draw. */
function named(fields: Json): string[] {
  const matches = drawTournament(tournament(fields));
  const names = roundNames(matches);
  return matches.map(({ id }) => `${id} ${names.get(id)!.short}`);
}

describe('the names of rounds', () => {
  it('[TRN-29] count back from the final, byes or not, and know the match for third place', () => {
    expect(named({ type: 'knockout', participants: entries(6), draw: { thirdPlace: true } })).toEqual([
      'r1m1 QF',
      'r1m2 QF',
      'r2m1 SF',
      'r2m2 SF',
      'third 3rd',
      'r3m1 F',
    ]);
    const large = named({ type: 'knockout', participants: entries(32) });
    expect(large.filter((name) => name.endsWith(' R32'))).toHaveLength(16);
    expect(large.filter((name) => name.endsWith(' R16'))).toHaveLength(8);
  });

  it('[TRN-29] tell the consolation from the main draw', () => {
    const names = named({ type: 'knockout', participants: entries(8), draw: { consolation: true, thirdPlace: true } });
    expect(names.map((name) => name.split(' ').slice(1).join(' '))).toEqual([
      'QF',
      'QF',
      'QF',
      'QF',
      'SF',
      'SF',
      'C SF',
      'C SF',
      '3rd',
      'F',
      'C F',
    ]);
  });

  it('[TRN-29] count rounds where everyone meets, with the group where there are groups', () => {
    expect(named({ type: 'roundRobin', participants: entries(4) }).slice(0, 3)).toEqual([
      'r1m1 R1',
      'r1m2 R1',
      'r2m1 R2',
    ]);
    const groups = named({ type: 'groupsKnockout', participants: entries(8), draw: { groups: 2 } });
    expect(groups[0]).toBe('Ar1m1 A1');
    expect(groups.slice(-3).map((name) => name.split(' ')[1])).toEqual(['SF', 'SF', 'F']);
    const swiss = drawTournament(tournament({ type: 'swiss', participants: entries(4) }));
    expect([...roundNames(swiss).values()].map(({ long }) => long)).toEqual([
      'Round 1',
      'Round 1',
      'Round 2',
      'Round 2',
    ]);
  });
});
