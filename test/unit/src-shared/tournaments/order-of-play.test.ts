import { describe, expect, it } from 'vitest';
import { rowsInForce } from '#shared/tournaments/day/rows-of-timetable';
import { matchWords } from '#shared/tournaments/match-words';
import { type OrderOfPlayBy, orderOfPlay } from '#shared/tournaments/order-of-play';
import { orderOfPlayText } from '#shared/tournaments/order-of-play-text';
import { problemOf } from '#shared/tournaments/problem';
import { inForce } from '../../../helpers/tournament-day';
import { courts, matches, tournament, umpires } from '../../../helpers/tournament-documents';

const document = tournament({
  name: 'Harbour Cup',
  place: 'Hall B',
  courts: [{ id: 'B', name: 'Court B' }, ...courts('A')],
  umpires: umpires('u1'),
  participants: [
    { id: 'p1', name: 'Haas', club: 'Nord' },
    { id: 'p2', name: 'Ito' },
    { id: 'p3', name: 'Ueda' },
    { id: 'p4', name: 'Voss', club: 'Ost' },
    { id: 'p5', name: 'Weber' },
  ],
  matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 W:m1 W:m2', 'm4 3 W:m3 p5').map((match, index) => ({
    ...match,
    number: index + 1,
  })),
  results: [{ match: 'm1', winner: 'p1', score: '6:4 6:2' }],
  timetable: inForce('m1 09:00 A -', 'm2 09:00 B u1', 'm3 10:15 A u1'),
});
const problem = problemOf(document, document.matches);

function text(order: OrderOfPlayBy): string[] {
  const rows = rowsInForce(document, document.matches);
  return orderOfPlayText(problem, orderOfPlay(problem, rows, matchWords(problem), order)).split('\n');
}

describe('the order of play', () => {
  it('[TRN-100] stands by time, then in the order of the courts, with results; what has no time stands at the end', () => {
    expect(text('time')).toEqual([
      'Harbour Cup, Hall B',
      '',
      '2026-11-28',
      '09:00  Court B  QF 2  Ueda v Voss (Ost)          u1',
      '09:00  A        QF 1  Haas (Nord) v Ito          -   Haas, 6:4 6:2',
      '10:15  A        SF 3  Haas (Nord) v Winner of 2  u1',
      '',
      'Without a time',
      '       -        F 4   Winner of 3 v Weber        -',
      '',
    ]);
  });

  it('[TRN-100] stands court by court', () => {
    expect(text('court').slice(2, 9)).toEqual([
      '2026-11-28',
      '',
      'Court B',
      '09:00  Court B  QF 2  Ueda v Voss (Ost)          u1',
      '',
      'A',
      '09:00  A        QF 1  Haas (Nord) v Ito          -   Haas, 6:4 6:2',
    ]);
  });
});
