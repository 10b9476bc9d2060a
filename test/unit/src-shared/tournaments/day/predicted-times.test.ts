import { describe, expect, it } from 'vitest';
import { predictedTimes } from '#shared/tournaments/day/predicted-times';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { at, inForce } from '../../../../helpers/tournament-day';
import { clock, courts, entries, matches, tournament, umpires } from '../../../../helpers/tournament-documents';

describe('predicted times', () => {
  it('[TRN-78] follow court, umpire, players and draw from what really happened', () => {
    const document = tournament({
      courts: courts('A', 'B'),
      umpires: umpires('u1', 'u2'),
      options: { rounds: 'dependency' },
      participants: entries(6),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6', 'm4 2 W:m1 W:m2'),
      timetable: inForce('m1 09:00 A u1', 'm2 09:00 B u2', 'm3 10:00 A u1', 'm4 10:15 B u2'),
      results: [{ match: 'm1', kind: 'running', start: '2026-11-28T09:10:00Z' }],
    });
    const predicted = predictedTimes(document, drawTournament(document), at('09:30'));
    expect(predicted.map(({ match, start, delayMinutes }) => `${match} ${clock(start)} ${delayMinutes}`)).toEqual([
      'm1 09:10 10',
      // Not begun yet: it cannot start before now.
      'm2 09:30 30',
      // Court A and u1 are free at 10:10.
      'm3 10:10 10',
      // m2 ends at 10:30, its winner rests until 10:45.
      'm4 10:45 30',
    ]);
  });

  it('[TRN-78] never run ahead of the timetable', () => {
    const document = tournament({
      courts: courts('A'),
      participants: entries(4),
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
      timetable: inForce('m1 09:00 A -', 'm2 10:00 A -'),
      results: [{ match: 'm1', winner: 'p1', start: '2026-11-28T09:00:00Z', end: '2026-11-28T09:20:00Z' }],
    });
    const [, second] = predictedTimes(document, drawTournament(document), at('09:20'));
    expect(second).toMatchObject({ match: 'm2', start: at('10:00'), delayMinutes: 0 });
  });
});
