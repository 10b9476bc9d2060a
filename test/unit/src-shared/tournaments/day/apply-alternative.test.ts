import { describe, expect, it } from 'vitest';
import { applyAlternative, swapUmpires } from '#shared/tournaments/day/apply-alternative';
import { rowsInForce } from '#shared/tournaments/day/rows-of-timetable';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { problemOf } from '#shared/tournaments/problem';
import { warningsOf } from '#shared/tournaments/warnings-of';
import { inForce, lines } from '../../../../helpers/tournament-day';
import { courts, entries, matches, tournament, umpires } from '../../../../helpers/tournament-documents';

const document = tournament({
  courts: courts('A', 'B'),
  umpires: umpires('u1:X', 'u2:Z'),
  participants: entries(6, ['X', 'Y', 'W', 'W', 'W', 'W']),
  options: { rounds: 'dependency' },
  matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6'),
  timetable: inForce('m1 09:00 A u1', 'm2 09:00 B u2', 'm3 09:30 - u1'),
});
const problem = problemOf(document, drawTournament(document));
const rows = rowsInForce(document, drawTournament(document));

describe('alternatives carried out', () => {
  it('[TRN-66] exchange umpires, and the warning is gone', () => {
    const swap = { kind: 'swap', umpire: 'u2', withMatch: 'm2', court: null, start: null } as const;
    const calm = applyAlternative(problem, rows.slice(0, 2), 'm1', swap);
    expect(lines(calm)).toEqual(['m1 09:00 A u2', 'm2 09:00 B u1']);
    expect(warningsOf(problem, calm)).toEqual([]);
  });

  it('[TRN-66] assign and move', () => {
    const assign = { kind: 'assign', umpire: 'u2', withMatch: null, court: null, start: null } as const;
    expect(lines(applyAlternative(problem, rows, 'm3', assign))[2]).toBe('m3 09:30 - u2');
    const move = { kind: 'move', umpire: null, withMatch: null, court: 'B', start: rows[2]!.end } as const;
    expect(lines(applyAlternative(problem, rows, 'm3', move))[2]).toBe('m3 10:30 B u1');
  });

  it('[TRN-80] a swap by hand is refused when it puts an umpire in two places that he was not in before', () => {
    expect(swapUmpires(problem, rows.slice(0, 2), 'm1', 'm2').ok).toBe(true);
    expect(swapUmpires(problem, rows, 'm1', 'm2')).toEqual({
      ok: false,
      error: 'u1 would be in m2 and in m3 for 30 min.',
    });
  });
});
