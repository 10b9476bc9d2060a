import { describe, expect, it } from 'vitest';
import { recordResult, takeBackResult } from '#shared/tournaments/day/record-result';
import type { TournamentDocument } from '#shared/tournaments/document';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { entryIn, resolveMatches } from '#shared/tournaments/resolve';
import { entries, matches, tournament } from '../../../../helpers/tournament-documents';

const cup = tournament({
  participants: entries(4),
  matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'third 2 L:m1 L:m2', 'final 2 W:m1 W:m2'),
});

const win = (document: TournamentDocument, match: string, winner: string) =>
  recordResult(document, drawTournament(document), { match, winner, kind: 'played', start: null, end: null });

function won(document: TournamentDocument, match: string, winner: string): TournamentDocument {
  const result = win(document, match, winner);
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

const sides = (document: TournamentDocument, id: string): (string | null)[] =>
  resolveMatches(document.matches, document)
    .find(({ match }) => match.id === id)!
    .slots.map(entryIn);

describe('results', () => {
  it('[TRN-70] send the winner and the loser where the draw says', () => {
    const after = won(won(cup, 'm1', 'p2'), 'm2', 'p3');
    expect(sides(after, 'final')).toEqual(['p2', 'p3']);
    expect(sides(after, 'third')).toEqual(['p1', 'p4']);
    expect(sides(won(cup, 'm1', 'p2'), 'final')).toEqual(['p2', null]);
  });

  it('[TRN-70] fill the places of a group when all its matches are played', () => {
    const groups = tournament({
      type: 'groupsKnockout',
      participants: entries(6).map((entry, index) => ({ ...entry, seed: index + 1 })),
      draw: { groups: 2, advance: 1 },
    });
    const drawn = { ...groups, matches: drawTournament(groups) };
    // Group A is p1, p4, p5; B is p2, p3, p6. The lower number wins but for p4 against p1.
    const played = drawn.matches
      .filter(({ group }) => group !== null)
      .reduce((document, { id, entries: pair }) => {
        const [best] = (pair as string[]).toSorted();
        return won(document, id, pair.includes('p4') ? 'p4' : best!);
      }, drawn);
    expect(sides(played, 'k1m1')).toEqual(['p4', 'p2']);
  });

  it('[TRN-71] are refused when the winner does not play there, or nobody knows who does', () => {
    expect(win(cup, 'm1', 'p3')).toEqual({ ok: false, error: 'p3 does not play in m1: expected p1 or p2.' });
    expect(win(cup, 'final', 'p1')).toEqual({ ok: false, error: 'Who plays final is not decided yet.' });
    expect(win(cup, 'm9', 'p1').ok).toBe(false);
  });

  it('[TRN-71] cannot change when what follows is played already', () => {
    const after = won(won(won(cup, 'm1', 'p1'), 'm2', 'p3'), 'final', 'p1');
    expect(win(after, 'm1', 'p2')).toEqual({
      ok: false,
      error: 'final is played already: take its result back before that of m1.',
    });
    expect(takeBackResult(after, after.matches, 'm1').ok).toBe(false);
    const back = takeBackResult(after, after.matches, 'final');
    expect(back.ok && win(back.value, 'm1', 'p2').ok).toBe(true);
  });
});
