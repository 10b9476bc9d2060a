import { describe, expect, it } from 'vitest';
import { rowsInForce } from '#shared/tournaments/day/rows-of-timetable';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { problemOf } from '#shared/tournaments/problem';
import type { Warning } from '#shared/tournaments/warning';
import { warningsOf } from '#shared/tournaments/warnings-of';
import { at, inForce } from '../../../helpers/tournament-day';
import { courts, entries, type Json, matches, tournament, umpires } from '../../../helpers/tournament-documents';

function warnings(fields: Json): Warning[] {
  const document = tournament({ courts: courts('A', 'B'), options: { rounds: 'dependency' }, ...fields });
  const drawn = drawTournament(document);
  return warningsOf(problemOf(document, drawn), rowsInForce(document, drawn));
}

const assign = (umpire: string) => ({ kind: 'assign', umpire, withMatch: null, court: null, start: null });

describe('warnings', () => {
  it('[TRN-66] offer a free neutral umpire', () => {
    const [warning, ...more] = warnings({
      umpires: umpires('u1:X', 'u2:Z'),
      participants: entries(2, ['X', 'Y']),
      matches: matches('m1 1 p1 p2'),
      timetable: inForce('m1 09:00 A u1'),
    });
    expect(more).toEqual([]);
    expect(warning).toEqual({
      kind: 'noNeutralUmpire',
      match: 'm1',
      who: ['u1', 'p1', 'p2'],
      when: at('09:00'),
      message: 'u1 would umpire match m1 with a player from the own club, X.',
      alternative: assign('u2'),
    });
  });

  it('[TRN-66] offer an exchange with a match at the same time when nobody is free', () => {
    const [warning] = warnings({
      umpires: umpires('u1:X', 'u2:Z'),
      participants: entries(4, ['X', 'Y', 'W', 'W']),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
      timetable: inForce('m1 09:00 A u1', 'm2 09:00 B u2'),
    });
    expect(warning!.alternative).toEqual({ kind: 'swap', umpire: 'u2', withMatch: 'm2', court: null, start: null });
  });

  it('[TRN-66] offer nothing that would make the other match worse', () => {
    const [warning] = warnings({
      umpires: umpires('u1:X', 'u2:Z'),
      participants: entries(4, ['X', 'Y', 'X', 'W']),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
      timetable: inForce('m1 09:00 A u1', 'm2 09:00 B u2'),
    });
    expect(warning!.alternative).toBeNull();
  });

  it('[TRN-66] see a club that may come', () => {
    const found = warnings({
      umpires: umpires('u1:X', 'u2:Z'),
      participants: entries(4, ['X', 'Y', 'W', 'W']),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 W:m1 W:m2'),
      timetable: inForce('m1 09:00 A u2', 'm2 10:00 A u2', 'm3 11:15 A u1'),
    });
    expect(found).toMatchObject([{ kind: 'mayMeetOwnClub', match: 'm3', who: ['u1'], alternative: assign('u2') }]);
  });

  it('[TRN-66] offer a free umpire and a free court where there is none', () => {
    const found = warnings({
      umpires: umpires('u1'),
      participants: entries(2),
      matches: matches('m1 1 p1 p2'),
      timetable: inForce('m1 09:00 - -'),
    });
    expect(found).toMatchObject([
      { kind: 'noCourt', alternative: { kind: 'move', court: 'A', start: at('09:00') } },
      { kind: 'noUmpire', alternative: assign('u1') },
    ]);
  });

  it('[TRN-66] offer a start with rest', () => {
    const found = warnings({
      umpires: umpires('u1', 'u2'),
      participants: entries(3),
      matches: matches('m1 1 p1 p2', 'm2 1 p1 p3'),
      timetable: inForce('m1 09:00 A u1', 'm2 10:05 B u2'),
    });
    expect(found).toEqual([
      {
        kind: 'restShort',
        match: 'm2',
        who: ['p1'],
        when: at('10:05'),
        message: 'p1 has 5 min between m1 and m2; the rest is 15 min.',
        alternative: { kind: 'move', umpire: null, withMatch: null, court: 'B', start: at('10:15') },
      },
    ]);
  });

  it('[TRN-66] count a player’s day, an umpire’s day and an umpire’s row', () => {
    const fields = {
      restMinutes: 0,
      umpires: [{ id: 'u1', maxPerDay: 2 }, { id: 'u2' }],
      participants: entries(4),
      options: { rounds: 'dependency', playerMaxPerDay: 2, umpireMaxInRow: 2 },
      matches: matches('m1 1 p1 p2', 'm2 1 p1 p3', 'm3 1 p1 p4'),
      timetable: inForce('m1 09:00 A u1', 'm2 10:00 A u1', 'm3 11:00 A u1'),
    };
    expect(warnings(fields).map(({ kind, match, who }) => [kind, match, ...who])).toEqual([
      ['overDailyLimit', 'm3', 'p1'],
      ['overLoad', 'm3', 'u1'],
      ['overLoad', 'm3', 'u1'],
    ]);
    expect(warnings(fields)[1]!.alternative).toEqual(assign('u2'));
    const calm = { ...fields, timetable: inForce('m1 09:00 A u1', 'm2 10:00 A u2') };
    expect(warnings(calm).filter(({ kind }) => kind !== 'unplaced')).toEqual([]);
  });
});
