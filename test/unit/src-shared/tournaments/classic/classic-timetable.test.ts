import { describe, expect, it } from 'vitest';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import type { Timetable } from '#shared/tournaments/timetable';
import { timetableOutput } from '#shared/tournaments/timetable-output';
import { clock, courts, entries, matches, tournament, umpires } from '../../../../helpers/tournament-documents';

const lines = (timetable: Timetable): string[] =>
  timetable.matches.map(({ match, start, court, umpire }) => `${match.id} ${clock(start)} ${court} ${umpire}`);

describe('the classic timetable', () => {
  it('[TRN-19] scenario 1: four players, two courts, two umpires, 60 + 15 minutes, matches as the source numbers them', () => {
    const document = tournament({
      courts: courts('A', 'B'),
      umpires: umpires('Umpire1:K', 'Umpire2:L'),
      participants: entries(4),
      matches: matches('1 1 p1 p2', '2 1 p3 p4', '3 2 W:1 W:2', '4 2 L:1 L:2', '5 3 W:3 W:4'),
    });
    expect(lines(classicTimetable(document))).toEqual([
      '1 09:00 A Umpire1',
      '2 09:00 B Umpire2',
      '3 10:15 A Umpire1',
      '4 10:15 B Umpire2',
      '5 11:30 A Umpire1',
    ]);
  });

  it('[TRN-19] scenario 2: X against Y is umpired from Z, Y against Z from X, X against Z from Y', () => {
    const document = tournament({
      courts: courts('A', 'B'),
      umpires: umpires('uX:X', 'uY:Y', 'uZ:Z'),
      participants: entries(6, ['X', 'Y', 'Z']),
      matches: matches('1 1 p1 p2', '2 1 p5 p3', '3 1 p4 p6'),
    });
    const timetable = classicTimetable(document);
    expect(timetable.matches.map(({ umpire }) => umpire)).toEqual(['uZ', 'uX', 'uY']);
    expect(timetable.warnings).toEqual([]);
  });

  it.each([['XYZXYZ'], ['XXYYZZ'], ['XYZZYX'], ['XZYYXZ']])(
    '[TRN-19] scenario 2 drawn: six players of clubs %s have a neutral umpire each',
    (clubs) => {
      const document = tournament({
        type: 'roundRobin',
        courts: courts('A', 'B'),
        umpires: umpires('uX:X', 'uY:Y', 'uZ:Z'),
        participants: entries(6, [...clubs]),
      });
      const timetable = classicTimetable(document);
      expect(timetable.matches).toHaveLength(15);
      expect(timetable.warnings).toEqual([]);
      expect(timetable.quality.neutralityBreaches).toBe(0);
    },
  );

  it('[TRN-19] scenario 3: 32 players, four courts, five umpires, slots of 90 minutes', () => {
    const document = tournament({
      type: 'knockout',
      matchMinutes: 75,
      courts: courts('1', '2', '3', '4'),
      umpires: umpires('a', 'b', 'c', 'd', 'e'),
      participants: entries(32),
    });
    const timetable = classicTimetable(document);
    const round1 = timetable.matches.filter(({ match }) => match.round === 1);
    expect(round1.map(({ start }) => clock(start))).toEqual(
      ['09:00', '10:30', '12:00', '13:30'].flatMap((time) => [time, time, time, time]),
    );
    const loads = ['a', 'b', 'c', 'd', 'e'].map((id) => round1.filter(({ umpire }) => umpire === id).length);
    expect(loads).toEqual([4, 3, 3, 3, 3]);
    expect(timetable.matches).toHaveLength(31);
    // 4 + 2 + 1 + 1 + 1 waves of 90 minutes, the last match without its rest.
    expect(timetable.quality.makespanMinutes).toBe(8 * 90 + 75);
  });

  it('[TRN-15] warns with who, when and what could be done instead', () => {
    const document = tournament({
      courts: courts('A', 'B'),
      umpires: umpires('uX:X', 'uY:Y'),
      participants: entries(4, ['X', 'Y']),
      matches: matches('m1 1 p1 p2'),
    });
    const { warnings } = timetableOutput(classicTimetable(document));
    expect(warnings).toEqual([
      {
        kind: 'noNeutralUmpire',
        match: 'm1',
        who: ['uX', 'p1', 'p2'],
        when: '2026-11-28T09:00:00Z',
        message: 'uX would umpire match m1 with a player from the own club, X.',
        alternative: null,
      },
    ]);
  });

  it('[TRN-13] warns of every match without umpire and of every match without court', () => {
    const document = tournament({ participants: entries(2), matches: matches('m1 1 p1 p2') });
    const timetable = classicTimetable(document);
    expect(lines(timetable)).toEqual(['m1 09:00 null null']);
    expect(timetable.warnings.map(({ kind }) => kind)).toEqual(['noCourt', 'noUmpire']);
  });
});
