import { describe, expect, it } from 'vitest';
import { addLateEntry } from '#shared/tournaments/day/late-entry';
import { latePlace } from '#shared/tournaments/day/late-place';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { problemOf } from '#shared/tournaments/problem';
import { readTournament } from '#shared/tournaments/read-tournament';
import { entries, matches as given, type Json, tournament } from '../../../../helpers/tournament-documents';

const late = (fields: Json, id = 'new', club = 'X') => {
  const document = tournament(fields);
  return addLateEntry(document, drawTournament(document), { id, club });
};
/** "r1m1 1 p1 p2" for every match of the draw afterwards. */
const lines = (result: ReturnType<typeof late>): string[] =>
  result.ok
    ? result.value.matches.map(({ id, round, entries: [one, other] }) => `${id} ${round} ${words(one)} ${words(other)}`)
    : [result.error];
const words = (slot: unknown): string =>
  slot !== null && typeof slot === 'object' && 'winnerOf' in slot ? `W:${String(slot.winnerOf)}` : String(slot);
const won = (match: string, winner: string): Json => ({ match, winner });

describe('a late entry', () => {
  it('[TRN-76] plays against somebody who had a bye', () => {
    const result = late({ type: 'knockout', participants: entries(3).map((one, at) => ({ ...one, seed: at + 1 })) });
    expect(lines(result)).toEqual(['r1m1 1 p3 p2', 'r2m1-late 1 p1 new', 'r2m1 2 W:r2m1-late W:r1m1']);
    expect(result.ok && result.value.participants.at(-1)).toMatchObject({ id: 'new', club: 'X', seed: null });
  });

  it('[TRN-76] takes the place of somebody who withdrew without having played', () => {
    const full = { type: 'knockout', participants: entries(4), withdrawals: [{ entry: 'p4' }] };
    expect(lines(late(full))).toEqual(['r1m1 1 p1 p2', 'r1m2 1 p3 new', 'r2m1 2 W:r1m1 W:r1m2']);
    // The opponent has played the next match already: what was won without play stands.
    const results = [won('r1m1', 'p1'), won('r2m1', 'p1')];
    expect(lines(late({ ...full, results }))).toEqual([
      'The draw is full, and 2 matches have begun. Only the place of somebody who withdraws before playing can still be taken.',
    ]);
  });

  it('[TRN-76] gives a full draw a round before the first while nothing is played', () => {
    const full = {
      type: 'knockout',
      participants: entries(4).map((one, at) => ({ ...one, seed: at < 2 ? at + 1 : null })),
    };
    const result = late(full);
    expect(lines(result)).toEqual([
      'r1m2-late 1 p4 new',
      'r1m1 2 p1 p3',
      'r1m2 2 W:r1m2-late p2',
      'r2m1 3 W:r1m1 W:r1m2',
    ]);
    // Everyone is still in the draw once, and the document reads back.
    expect(result.ok && readTournament(JSON.parse(JSON.stringify(result.value))).ok).toBe(true);
    expect(result.ok && problemOf(result.value, result.value.matches).matches.at(-1)!.possible.size).toBe(5);
    expect(lines(late({ ...full, results: [won('r1m1', 'p1')] }))).toEqual([
      'The draw is full, and 1 match has begun. Only the place of somebody who withdraws before playing can still be taken.',
    ]);
  });

  it('[TRN-76] meets another club first where that is possible', () => {
    const participants = entries(4, ['X', 'X', 'X', 'Y']);
    const document = tournament({ participants, matches: given('m1 1 p1 p4', 'm2 1 p2 p3', 'f 2 W:m1 W:m2') });
    const place = (club: string | null) => latePlace(document, drawTournament(document), { category: null, club });
    expect(place('X')).toEqual({ kind: 'enlarges', against: 'p4', match: 'm1', side: 1 });
    expect(place('Y')).toEqual({ kind: 'enlarges', against: 'p3', match: 'm2', side: 1 });
    expect(place(null)).toEqual({ kind: 'enlarges', against: 'p3', match: 'm2', side: 1 });
  });

  it('[TRN-76] is refused when the entry is in it', () => {
    expect(late({ type: 'knockout', participants: entries(4) }, 'p1')).toEqual({
      ok: false,
      error: 'p1 is in the tournament already.',
    });
  });

  it('[TRN-76] plays everyone of a round robin, and of the smallest group until the knockout begins', () => {
    const robin = late({ type: 'roundRobin', participants: entries(3) });
    expect(
      robin.ok &&
        robin.value.matches
          .slice(3)
          .map(({ entries: pair }) => pair[1])
          .sort(),
    ).toEqual(['p1', 'p2', 'p3']);
    const fields = { type: 'groupsKnockout', participants: entries(5), draw: { groups: 2, advance: 1 } };
    const groups = late(fields);
    expect(groups.ok && groups.value.matches.filter(({ id }) => id.startsWith('new'))).toHaveLength(2);
    const document = tournament(fields);
    const final = drawTournament(document).find(({ group }) => group === null)!;
    expect(lines(late({ ...fields, matches: drawTournament(document), results: [won(final.id, 'p1')] }))).toEqual([
      'The groups are over: the knockout has begun.',
    ]);
  });

  it('[TRN-76] is paired from the next Swiss round on, and earns nothing for the rounds before', () => {
    const fields = { type: 'swiss', participants: entries(4), draw: { swissRounds: 2 } };
    const result = late(fields);
    expect(result.ok && result.value.participants.at(-1)).toMatchObject({ id: 'new', fromRound: 2 });
    expect(late({ ...fields, draw: { swissRounds: 1 } })).toEqual({
      ok: false,
      error: 'The last round is drawn already.',
    });
  });
});
