import { describe, expect, it } from 'vitest';
import { addLateEntry } from '#shared/tournaments/day/late-entry';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { entries, type Json, tournament } from '../../../../helpers/tournament-documents';

const late = (fields: Json, id = 'new') => {
  const document = tournament(fields);
  return addLateEntry(document, drawTournament(document), { id, club: 'X' });
};

describe('a late entry', () => {
  it('[TRN-76] plays against somebody who had a bye', () => {
    const result = late({ type: 'knockout', participants: entries(3).map((one, at) => ({ ...one, seed: at + 1 })) });
    expect(result.ok && result.value.matches).toMatchObject([
      { id: 'r1m1', round: 1, entries: ['p3', 'p2'] },
      { id: 'r2m1-late', round: 1, entries: ['p1', 'new'] },
      { id: 'r2m1', round: 2, entries: [{ winnerOf: 'r2m1-late' }, { winnerOf: 'r1m1' }] },
    ]);
    expect(result.ok && result.value.participants.at(-1)).toMatchObject({ id: 'new', club: 'X', seed: null });
  });

  it('[TRN-76] is refused when the draw is full, or the entry is in it', () => {
    const full = { type: 'knockout', participants: entries(4) };
    expect(late(full)).toEqual({ ok: false, error: 'The draw has no bye left for new.' });
    expect(late(full, 'p1')).toEqual({ ok: false, error: 'p1 is in the tournament already.' });
  });

  it('[TRN-76] plays everyone of a round robin, and of the smallest group', () => {
    const robin = late({ type: 'roundRobin', participants: entries(3) });
    expect(
      robin.ok &&
        robin.value.matches
          .slice(3)
          .map(({ entries: pair }) => pair[1])
          .sort(),
    ).toEqual(['p1', 'p2', 'p3']);
    const groups = late({ type: 'groupsKnockout', participants: entries(5), draw: { groups: 2, advance: 1 } });
    expect(groups.ok && groups.value.matches.filter(({ id }) => id.startsWith('new'))).toHaveLength(2);
  });
});
