import { describe, expect, it } from 'vitest';
import type { Match, TournamentDocument } from '#shared/tournaments/document';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { meetingRound } from '#shared/tournaments/draws/place-entrants';
import { seededLines } from '#shared/tournaments/draws/seeded-lines';
import { entries, type Json, matches, tournament } from '../../../../helpers/tournament-documents';

/** "p1", "W:r1m1", "L:r1m1", "A 2" or "?". */
function short(slot: Match['entries'][number]): string {
  if (slot === null) return '?';
  if (typeof slot === 'string') return slot;
  if ('winnerOf' in slot) return `W:${String(slot.winnerOf)}`;
  return 'loserOf' in slot ? `L:${String(slot.loserOf)}` : `${String(slot.group)} ${String(slot.place)}`;
}

const lines = (drawn: readonly Match[]): string[] =>
  drawn.map(({ id, round, entries: sides }) => `${id} ${round} ${sides.map(short).join(' ')}`);

const seeded = (count: number): Json[] => entries(count).map((entry, index) => ({ ...entry, seed: index + 1 }));
const knockout = (fields: Json): TournamentDocument => tournament({ type: 'knockout', ...fields });

describe('a knockout', () => {
  it('[TRN-20] of four without seeds keeps the order of the list', () => {
    expect(lines(drawTournament(knockout({ participants: entries(4) })))).toEqual([
      'r1m1 1 p1 p2',
      'r1m2 1 p3 p4',
      'r2m1 2 W:r1m1 W:r1m2',
    ]);
  });

  it('[TRN-20] of six gives the byes to the two best', () => {
    expect(lines(drawTournament(knockout({ participants: seeded(6) })))).toEqual([
      'r1m1 1 p5 p4',
      'r1m2 1 p3 p6',
      'r2m1 2 p1 W:r1m1',
      'r2m2 2 W:r1m2 p2',
      'r3m1 3 W:r2m1 W:r2m2',
    ]);
  });

  it.each([2, 3, 5, 7, 8, 9, 31, 33, 100, 256])('[TRN-20] of %i has one match fewer than entries', (count) => {
    const drawn = drawTournament(knockout({ participants: entries(count, ['X', 'Y', 'Z']) }));
    expect(drawn).toHaveLength(count - 1);
    const standing = drawn.flatMap((match) => match.entries.filter((slot) => typeof slot === 'string'));
    expect(new Set(standing).size).toBe(count);
  });

  it('[TRN-20] of one or none has no matches', () => {
    expect(drawTournament(knockout({ participants: entries(1) }))).toEqual([]);
    expect(drawTournament(knockout({}))).toEqual([]);
  });

  it('[TRN-21] puts seeds on the lines where the best meet last', () => {
    expect(seededLines(8)).toEqual([1, 8, 5, 4, 3, 6, 7, 2]);
    const place = seededLines(32);
    const meet = (one: number, other: number): number => meetingRound(place.indexOf(one), place.indexOf(other));
    expect([meet(1, 2), meet(1, 3), meet(1, 4), meet(2, 3), meet(1, 8), meet(1, 32)]).toEqual([5, 5, 4, 4, 3, 1]);
  });

  it('[TRN-22] lets clubmates meet as late as possible', () => {
    // Four of one club in a draw of eight: one in every quarter, so that two can meet in the semi-finals at the earliest.
    const drawn = drawTournament(knockout({ participants: entries(8, ['X', 'X', 'X', 'X', 'A', 'B', 'C', 'D']) }));
    const club = ['p1', 'p2', 'p3', 'p4'];
    for (const match of drawn.filter(({ round }) => round === 1))
      expect(match.entries.filter((entry) => club.includes(entry as string))).toHaveLength(1);
  });

  it('[TRN-22] keeps seeds where they belong even so', () => {
    const participants = [
      { id: 'a', club: 'X', seed: 1 },
      { id: 'b', club: 'X', seed: 2 },
      { id: 'c', club: 'X' },
      { id: 'd', club: 'Y' },
    ];
    const [first, second] = drawTournament(knockout({ participants }));
    expect([first!.entries[0], second!.entries[1]]).toEqual(['a', 'b']);
    const apart = drawTournament(
      knockout({ participants: entries(8, ['X', 'X', 'X', 'X', 'A', 'B', 'C', 'D']), draw: { separateClubs: false } }),
    );
    expect(apart[0]!.entries).toEqual(['p1', 'p2']);
  });

  it('[TRN-22] shuffles entries without seed by the seed of the draw, the same every time', () => {
    const draw = (shuffleSeed: number): string[] =>
      lines(drawTournament(knockout({ participants: entries(16), draw: { shuffleSeed } })));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('[TRN-23] plays for third place before the final, in its round', () => {
    const drawn = drawTournament(knockout({ participants: entries(4), draw: { thirdPlace: true } }));
    expect(lines(drawn).slice(2)).toEqual(['third 2 L:r1m1 L:r1m2', 'r2m1 2 W:r1m1 W:r1m2']);
    expect(lines(drawTournament(knockout({ participants: entries(3), draw: { thirdPlace: true } })))).toHaveLength(2);
  });

  it('[TRN-24] lets the losers of the first round play on', () => {
    const drawn = drawTournament(knockout({ participants: entries(8), draw: { consolation: true } }));
    expect(lines(drawn).filter((line) => line.startsWith('c'))).toEqual([
      'c1m1 2 L:r1m1 L:r1m2',
      'c1m2 2 L:r1m3 L:r1m4',
      'c2m1 3 W:c1m1 W:c1m2',
    ]);
    const both = drawTournament(knockout({ participants: entries(4), draw: { consolation: true, thirdPlace: true } }));
    expect(both.map(({ id }) => id)).toEqual(['r1m1', 'r1m2', 'third', 'r2m1']);
  });
});

describe('a round robin', () => {
  it('[TRN-25] of four has three rounds of two', () => {
    const drawn = drawTournament(tournament({ type: 'roundRobin', participants: entries(4) }));
    expect(lines(drawn)).toEqual([
      'r1m1 1 p1 p4',
      'r1m2 1 p2 p3',
      'r2m1 2 p4 p2',
      'r2m2 2 p3 p1',
      'r3m1 3 p3 p4',
      'r3m2 3 p1 p2',
    ]);
  });

  it.each([2, 3, 5, 6, 9, 12])('[TRN-25] of %i: every pair once, nobody twice in a round, sides fair', (count) => {
    const drawn = drawTournament(tournament({ type: 'roundRobin', participants: entries(count, ['X', 'Y', 'Z']) }));
    expect(new Set(drawn.map((match) => [...match.entries].sort().join(' '))).size).toBe((count * (count - 1)) / 2);
    expect(drawn).toHaveLength((count * (count - 1)) / 2);
    const first = new Map<string, number>();
    for (const match of drawn) {
      const [one, other] = match.entries as [string, string];
      first.set(one, (first.get(one) ?? 0) + 1);
      first.set(other, (first.get(other) ?? 0) - 1);
      const beside = drawn.filter(({ round, id }) => round === match.round && id !== match.id);
      expect(beside.some(({ entries: sides }) => sides.includes(one) || sides.includes(other))).toBe(false);
    }
    expect(Math.max(...[...first.values()].map(Math.abs))).toBeLessThanOrEqual(1);
  });

  it('[TRN-25] lists matches of the same two clubs apart within a round', () => {
    const drawn = drawTournament(
      tournament({ type: 'roundRobin', participants: entries(6, ['X', 'X', 'Y', 'Y', 'Z', 'Z']) }),
    );
    const club = (entry: unknown): string => 'XXYYZZ'[Number(String(entry).slice(1)) - 1]!;
    const pairs = drawn.map(({ round, entries: sides }) => `${round} ${sides.map(club).sort().join('')}`);
    expect(pairs.filter((pair, at) => pair === pairs[at + 1])).toEqual([]);
  });
});

describe('groups, then a knockout', () => {
  const drawn = drawTournament(
    tournament({
      type: 'groupsKnockout',
      participants: seeded(8),
      draw: { groups: 2, advance: 2 },
    }),
  );

  it('[TRN-26] deals seeds in a snake', () => {
    const group = (name: string): unknown[] => [
      ...new Set(drawn.filter((match) => match.group === name).flatMap((match) => match.entries)),
    ];
    expect(group('A').sort()).toEqual(['p1', 'p4', 'p5', 'p8']);
    expect(group('B').sort()).toEqual(['p2', 'p3', 'p6', 'p7']);
  });

  it('[TRN-26] sends winners against seconds of the other group', () => {
    expect(lines(drawn).slice(12)).toEqual(['k1m1 4 A 1 B 2', 'k1m2 4 A 2 B 1', 'k2m1 5 W:k1m1 W:k1m2']);
  });

  it('[TRN-26] spreads clubmates over the groups', () => {
    const spread = drawTournament(
      tournament({
        type: 'groupsKnockout',
        participants: entries(6, ['X', 'X', 'Y', 'Y', 'Z', 'Z']),
        draw: { groups: 2, advance: 1 },
      }),
    );
    const inA = new Set(spread.filter(({ group }) => group === 'A').flatMap((match) => match.entries));
    expect([...inA].map((entry) => 'XXYYZZ'[Number(String(entry).slice(1)) - 1]).sort()).toEqual(['X', 'Y', 'Z']);
  });
});

describe('a Swiss draw', () => {
  it('[TRN-27] pairs the first round, halves against each other, and leaves the others open', () => {
    const drawn = drawTournament(tournament({ type: 'swiss', participants: seeded(8) }));
    expect(lines(drawn).slice(0, 5)).toEqual([
      'r1m1 1 p1 p5',
      'r1m2 1 p2 p6',
      'r1m3 1 p3 p7',
      'r1m4 1 p4 p8',
      'r2m1 2 ? ?',
    ]);
    expect(drawn).toHaveLength(12);
  });
});

describe('the draw of a tournament', () => {
  it('[TRN-28] never draws a category again whose matches stand in the document', () => {
    const given = matches('final 1 p1 p2');
    expect(lines(drawTournament(knockout({ participants: entries(4), matches: given })))).toEqual(['final 1 p1 p2']);
  });

  it('[TRN-28] draws every category for itself and names its matches after it', () => {
    const drawn = drawTournament(
      tournament({
        categories: [
          { id: 'MS', type: 'knockout' },
          { id: 'WS', type: 'roundRobin' },
        ],
        participants: ['MS', 'WS'].flatMap((category) =>
          [1, 2, 3].map((number) => ({ id: `${category}${number}`, category })),
        ),
      }),
    );
    expect(lines(drawn)).toEqual([
      'MS-r1m1 1 MS2 MS3',
      'MS-r2m1 2 MS1 W:MS-r1m1',
      'WS-r1m1 1 WS2 WS3',
      'WS-r2m1 2 WS3 WS1',
      'WS-r3m1 3 WS1 WS2',
    ]);
  });
});
