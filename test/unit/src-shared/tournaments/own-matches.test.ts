import { describe, expect, it } from 'vitest';
import { ownMatches } from '#shared/tournaments/own-matches';
import { inForce } from '../../../helpers/tournament-day';
import { clock, courts, entries, type Json, matches, tournament, umpires } from '../../../helpers/tournament-documents';

/** "10:15 QF if R16 won on A" for every own match; "?" in front of what may come only. */
function own(fields: Json): string[] {
  const document = tournament({
    id: 'cup',
    name: 'Cup',
    courts: courts('A', 'B'),
    umpires: [...umpires('u1'), { id: 'u2', player: 'p4' }],
    participants: entries(4),
    matches: [
      ...matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 L:m1 L:m2', 'm4 2 W:m1 W:m2').map((match, index) => ({
        ...match,
        category: null,
        number: index + 1,
      })),
    ],
    timetable: inForce('m1 09:00 A u2', 'm2 09:00 B u1', 'm3 10:15 B u2', 'm4 10:15 A u1'),
    ...fields,
  });
  return ownMatches(document).map(
    ({ start, title, court, isCertain, isOver }) =>
      `${isCertain ? '' : '? '}${clock(start)} ${title} on ${court}${isOver ? ', over' : ''}`,
  );
}

describe('own matches', () => {
  it('[TRN-95] are those one plays, and those one may come to', () => {
    expect(own({ me: ['p1'] })).toEqual([
      '09:00 SF v p2 on A',
      '? 10:15 3rd if SF lost on B',
      '? 10:15 F if SF won on A',
    ]);
    expect(own({ me: [] })).toEqual([]);
    expect(own({ me: ['p1'], timetable: [] })).toEqual([]);
  });

  it('[TRN-95] follow results', () => {
    expect(own({ me: ['p1'], results: [{ match: 'm1', winner: 'p2' }] })).toEqual([
      '09:00 SF v p2 on A, over',
      '10:15 3rd v Loser of 2 on B',
    ]);
  });

  it('[TRN-95] are also the duties of an umpire, who may be a player', () => {
    expect(own({ me: ['u1'] })).toEqual(['09:00 Umpire: SF 2 on B', '10:15 Umpire: F 4 on A']);
    expect(own({ me: ['p4'] })).toEqual([
      '09:00 Umpire: SF 1 on A',
      '09:00 SF v p3 on B',
      '10:15 Umpire: 3rd 3 on B',
      '? 10:15 F if SF won on A',
    ]);
    expect(own({ me: ['u2'] })).toEqual(own({ me: ['p4'] }));
  });
});
