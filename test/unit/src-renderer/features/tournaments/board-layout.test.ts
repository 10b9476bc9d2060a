import { describe, expect, it } from 'vitest';
import { boardOf } from '#renderer/features/tournaments/board-layout';
import type { Day } from '#shared/time/day';
import { at, inForce } from '../../../../helpers/tournament-day';
import { viewOf } from '../../../../helpers/tournament-screen';

const SATURDAY = '2026-11-28' as Day;

describe('the board of a day', () => {
  it('puts matches on their court, as far to the right as they start late', () => {
    const board = boardOf(viewOf(), SATURDAY);
    // 60 minutes are 99 pixels, the narrowest a block may be.
    expect(board.pixelsPerMinute).toBe(1.65);
    expect(
      board.courts.map(({ name, blocks }) => [name, blocks.map(({ match, left, width }) => [match, left, width])]),
    ).toEqual([
      [
        'A',
        [
          ['s1', 0, 99],
          ['f', 148.5, 99],
        ],
      ],
      ['B', [['s2', 0, 99]]],
    ]);
  });

  it('numbers the waves and says so only where there is room', () => {
    const board = boardOf(viewOf(), SATURDAY);
    expect(board.waves.map(({ label, number, isRoomy }) => [label, number, isRoomy])).toEqual([
      ['9:00', 1, true],
      ['10:30', 2, true],
    ]);
    const close = boardOf(
      viewOf({ timetable: inForce('s1 09:00 A brenner', 's2 09:10 B haddad', 'f 10:40 A haddad') }),
      SATURDAY,
    );
    // 9:10 is 16.5 pixels after 9:00: no label fits between.
    expect(close.waves.map(({ label, number }) => [label, number])).toEqual([
      ['9:00', 1],
      ['10:40', 3],
    ]);
  });

  it('hatches what is closed: the lunch of all courts once, the late opening of one on its row', () => {
    const board = boardOf(
      viewOf({
        courts: [{ id: 'A' }, { id: 'B', open: [{ from: '2026-11-28T10:00', to: '2026-11-28T18:00' }] }],
        days: [{ from: '2026-11-28T09:00', to: '2026-11-28T18:00' }],
        breaks: [{ from: '2026-11-28T12:00', to: '2026-11-28T13:00', name: 'Lunch' }],
        timetable: inForce('s1 09:00 A brenner', 's2 10:00 B haddad', 'f 13:30 A haddad'),
      }),
      SATURDAY,
    );
    expect(board.closed).toEqual([{ left: 297, width: 99, label: 'Lunch' }]);
    expect(board.pauses).toEqual([{ left: 297, label: '12:00' }]);
    expect(board.courts.map(({ closed }) => closed)).toEqual([[], [{ left: 0, width: 99, label: 'Opens 10:00' }]]);
  });

  it('ends soon after the last match, and holds every match', () => {
    const board = boardOf(viewOf({ days: [{ from: '2026-11-28T09:00', to: '2026-11-28T22:00' }] }), SATURDAY);
    expect(board.to).toBe(at('13:30'));
    expect(board.from).toBe(at('09:00'));
  });

  it('gives matches without a court a row of their own', () => {
    const board = boardOf(viewOf({ courts: [], timetable: inForce('s1 09:00 - brenner') }), SATURDAY);
    expect(board.courts.map(({ id, name, blocks }) => [id, name, blocks.length])).toEqual([[null, 'No court', 1]]);
  });
});
