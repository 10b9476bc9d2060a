import { describe, expect, it } from 'vitest';
import { bracketPlaces } from '#shared/tournaments/bracket-places';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { entries, type Json, matches, tournament } from '../../../helpers/tournament-documents';

function places(fields: Json): string[] {
  const document = tournament(fields);
  const drawn = drawTournament(document);
  const found = bracketPlaces(document, drawn);
  return drawn.map(({ id }) => {
    const place = found.get(id);
    return place ? `${id} ${place.kind} ${place.depth}` : `${id} none`;
  });
}

describe('bracket places', () => {
  it('count a knockout back from its final, third place and byes included', () => {
    expect(places({ type: 'knockout', participants: entries(6), draw: { thirdPlace: true } })).toEqual([
      'r1m1 main 2',
      'r1m2 main 2',
      'r2m1 main 1',
      'r2m2 main 1',
      'third third 0',
      'r3m1 main 0',
    ]);
  });

  it('keep the consolation apart', () => {
    const document = tournament({ type: 'knockout', participants: entries(8), draw: { consolation: true } });
    const found = bracketPlaces(document, drawTournament(document));
    expect(found.get('c1m1')).toEqual({ kind: 'consolation', final: 'c2m1', depth: 1 });
    expect(found.get('r2m1')).toEqual({ kind: 'main', final: 'r3m1', depth: 1 });
  });

  it('leave groups, round robins and Swiss rounds out', () => {
    const groups = places({ type: 'groupsKnockout', participants: entries(6), draw: { groups: 2, advance: 1 } });
    expect(groups).toContain('Ar1m1 none');
    expect(groups.at(-1)).toBe('k1m1 main 0');
    expect(places({ type: 'roundRobin', participants: entries(3) })).toEqual(['r1m1 none', 'r2m1 none', 'r3m1 none']);
  });

  it('see the bracket in given matches that feed each other', () => {
    expect(places({ participants: entries(4), matches: matches('a 1 p1 p2', 'b 1 p3 p4', 'c 2 W:a W:b') })).toEqual([
      'a main 1',
      'b main 1',
      'c main 0',
    ]);
    expect(places({ participants: entries(2), matches: matches('a 1 p1 p2') })).toEqual(['a none']);
  });
});
