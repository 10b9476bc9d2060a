import { describe, expect, it } from 'vitest';
import { applyDrop, checkDrop, type Drop, type DropVerdict } from '#shared/tournaments/day/check-drop';
import { rowsInForce } from '#shared/tournaments/day/rows-of-timetable';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { problemOf } from '#shared/tournaments/problem';
import { at, inForce, lines } from '../../../../helpers/tournament-day';
import {
  clock,
  courts,
  entries,
  type Json,
  matches,
  tournament,
  umpires,
} from '../../../../helpers/tournament-documents';

const board = {
  courts: courts('A', 'B'),
  umpires: umpires('u1', 'u2', 'u3'),
  options: { rounds: 'dependency' },
  participants: entries(6),
  matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 W:m1 W:m2'),
  timetable: inForce('m1 09:00 A u1', 'm2 09:00 B u2', 'm3 10:15 A u1'),
};

function drop(fields: Json, wanted: Drop): DropVerdict {
  const document = tournament({ ...board, ...fields });
  const drawn = drawTournament(document);
  return checkDrop(problemOf(document, drawn), rowsInForce(document, drawn), wanted);
}

const alternatives = (verdict: DropVerdict): string[] =>
  verdict.legal ? [] : verdict.alternatives.map(({ start, court, umpire }) => `${clock(start)} ${court} ${umpire}`);

describe('a match dropped on the board', () => {
  it('[TRN-80] is accepted where no rule is broken', () => {
    const verdict = drop({}, { match: 'm3', court: 'B', start: at('11:00') });
    expect(verdict.legal && lines([verdict.row])).toEqual(['m3 11:00 B u1']);
    expect(verdict.legal && lines(applyDrop([], verdict.row))).toEqual([]);
  });

  it('[TRN-80] is refused with the rule, its words and the nearest places that are legal', () => {
    const verdict = drop({}, { match: 'm3', court: 'B', start: at('10:00') });
    expect(verdict).toMatchObject({
      legal: false,
      reasons: [
        {
          rule: 'tournament.waitsForItsFeeders',
          sentence:
            'A match starts when the matches that decide who plays it have ended and their players have rested.',
          message: 'm3 would start 15 min before the winner of m1 has rested.',
          parties: ['m3', 'm1'],
        },
        { parties: ['m3', 'm2'] },
      ],
    });
    expect(alternatives(verdict)[0]).toBe('10:15 B u1');
  });

  it('[TRN-80] offers another court when that one is taken, not the one where it stands', () => {
    const verdict = drop({ courts: courts('A', 'B', 'C') }, { match: 'm2', court: 'A', start: at('09:00') });
    expect(!verdict.legal && verdict.reasons.map(({ rule }) => rule)).toEqual(['tournament.oneMatchPerCourt']);
    expect(alternatives(verdict)[0]).toBe('09:00 C u2');
  });

  it('[TRN-80] is refused for what waits for it too', () => {
    const verdict = drop({}, { match: 'm1', court: 'A', start: at('09:30') });
    expect(!verdict.legal && verdict.reasons.map(({ rule, parties }) => [rule, ...parties])).toEqual([
      ['tournament.oneMatchPerCourt', 'm3', 'm1'],
      ['tournament.waitsForItsFeeders', 'm3', 'm1'],
    ]);
  });

  it('[TRN-80] takes another umpire when the present one cannot, unless one was named', () => {
    const busy = { match: 'm2', court: 'B', start: at('09:00'), umpire: 'u1' };
    const verdict = drop({}, busy);
    expect(!verdict.legal && verdict.reasons.map(({ rule }) => rule)).toEqual(['tournament.onePlacePerPerson']);
    const fields = { timetable: inForce('m1 09:00 A u1', 'm2 10:00 B u1', 'm3 12:00 A u1') };
    const moved = drop(fields, { match: 'm2', court: 'B', start: at('09:00') });
    expect(moved.legal && lines([moved.row])).toEqual(['m2 09:00 B u2']);
  });

  it('[TRN-80] cannot move what was played', () => {
    const played = {
      results: [{ match: 'm1', winner: 'p1', start: '2026-11-28T09:00:00Z', end: '2026-11-28T09:40:00Z' }],
    };
    const verdict = drop(played, { match: 'm1', court: 'A', start: at('12:00') });
    expect(!verdict.legal && verdict.reasons.map(({ rule }) => rule)).toContain('tournament.keepsWhatIsFixed');
    expect(alternatives(verdict)).toEqual([]);
  });
});
