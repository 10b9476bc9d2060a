import { describe, expect, it } from 'vitest';
import { nextMatches } from '#shared/tournaments/day/next-matches';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { at, inForce } from '../../../../helpers/tournament-day';
import { courts, entries, type Json, matches, tournament, umpires } from '../../../../helpers/tournament-documents';

const cup = {
  courts: courts('A', 'B'),
  umpires: umpires('u1', 'u2'),
  options: { rounds: 'dependency' },
  participants: entries(8),
  matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6', 'm4 1 p7 p8', 'm5 2 W:m1 W:m2'),
  timetable: inForce('m1 09:00 A u1', 'm2 09:00 B u2', 'm3 10:00 A u1', 'm4 10:00 B u2', 'm5 11:00 A u1'),
};

const queue = (fields: Json, now: string) => {
  const document = tournament({ ...cup, ...fields });
  return nextMatches(document, drawTournament(document), at(now));
};

describe('the queue for the next free court', () => {
  it('[TRN-79] calls what can be played now, in planned order, with a free court and umpire each', () => {
    expect(
      queue({}, '09:00').map(({ match, court, umpire, waitsFor }) => [match, court, umpire, waitsFor?.kind]),
    ).toEqual([
      ['m1', 'A', 'u1', undefined],
      ['m2', 'B', 'u2', undefined],
      ['m3', null, null, undefined],
      ['m4', null, null, undefined],
      ['m5', null, null, 'feeder'],
    ]);
  });

  it('[TRN-79] gives a court that is free early to the next match', () => {
    const early = {
      results: [
        { match: 'm1', winner: 'p1', start: '2026-11-28T09:00:00Z', end: '2026-11-28T09:30:00Z' },
        { match: 'm2', kind: 'running', start: '2026-11-28T09:00:00Z' },
      ],
    };
    expect(queue(early, '09:30')[0]).toMatchObject({ match: 'm3', court: 'A', umpire: 'u1' });
  });

  it('[TRN-79] says what a match waits for', () => {
    const played = [
      { match: 'm1', winner: 'p1', start: '2026-11-28T09:00:00Z', end: '2026-11-28T09:50:00Z' },
      { match: 'm2', winner: 'p3', start: '2026-11-28T09:00:00Z', end: '2026-11-28T10:00:00Z' },
    ];
    const waits = (fields: Json, now: string, id: string) =>
      queue(fields, now).find(({ match }) => match === id)?.waitsFor;
    expect(waits({ results: played }, '10:00', 'm5')).toEqual({ kind: 'rest', player: 'p1', until: at('10:05') });
    expect(waits({ results: played }, '10:15', 'm5')).toBeNull();
    expect(waits({ checkedIn: ['p5'] }, '09:00', 'm3')).toEqual({ kind: 'notCheckedIn', player: 'p6' });
    const twice = { matches: matches('m1 1 p1 p2', 'm3 1 p1 p6'), timetable: inForce('m1 09:00 A u1') };
    const running = [{ match: 'm1', kind: 'running', start: '2026-11-28T09:00:00Z' }];
    expect(waits({ ...twice, results: running }, '09:30', 'm3')).toEqual({
      kind: 'playing',
      player: 'p1',
      match: 'm1',
    });
    const strict = { matches: matches('m1 1 p1 p2', 'm2 2 p3 p4'), timetable: [], options: { rounds: 'strict' } };
    expect(waits(strict, '09:00', 'm2')).toEqual({ kind: 'round', match: 'm1' });
  });
});
