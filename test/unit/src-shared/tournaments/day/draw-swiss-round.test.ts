import { describe, expect, it } from 'vitest';
import { drawSwissRound } from '#shared/tournaments/day/draw-swiss-round';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { entries, tournament } from '../../../../helpers/tournament-documents';

const document = tournament({ type: 'swiss', participants: entries(4) });
const drawn = drawTournament(document);
const results = [
  { match: 'r1m1', winner: 'p3' },
  { match: 'r1m2', winner: 'p2' },
];

describe('the next round of a Swiss draw', () => {
  it('[TRN-82] pairs winners with winners once every result is in', () => {
    const ready = tournament({ ...document, matches: drawn, results });
    const next = drawSwissRound(ready, drawn, null, 2);
    // Round 1 was p1 v p3 and p2 v p4.
    expect(next.ok && next.value.matches.filter(({ round }) => round === 2).map(({ entries: pair }) => pair)).toEqual([
      ['p2', 'p3'],
      ['p1', 'p4'],
    ]);
  });

  it('[TRN-82] waits for the last result', () => {
    const waiting = tournament({ ...document, matches: drawn, results: results.slice(0, 1) });
    expect(drawSwissRound(waiting, drawn, null, 2)).toEqual({
      ok: false,
      error: 'Round 2 waits for the result of r1m2.',
    });
    expect(drawSwissRound(waiting, drawn, null, 9).ok).toBe(false);
  });
});
