import { describe, expect, it } from 'vitest';
import { parseInstant, plusMinutes } from '#shared/time/instant';
import type { TournamentDocument } from '#shared/tournaments/document';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { problemOf } from '#shared/tournaments/problem';
import { tournamentRules } from '#shared/tournaments/rules';
import type { ScheduledMatch } from '#shared/tournaments/timetable';
import { verifyTimetable } from '#shared/tournaments/verify';
import { courts, entries, type Json, matches, tournament, umpires } from '../../../helpers/tournament-documents';

/** "m1 09:00 A u1": a row; "-" is none. Matches last an hour, the rest is 15 minutes. */
function rowsOf(document: TournamentDocument, ...texts: readonly string[]): ScheduledMatch[] {
  const byId = new Map(drawTournament(document).map((match) => [match.id, match]));
  return texts.map((text) => {
    const [id, time, court, umpire] = text.split(' ');
    const start = parseInstant(`2026-11-28T${time}:00Z`)!;
    const name = (one: string | undefined): string | null => (one === undefined || one === '-' ? null : one);
    return {
      match: byId.get(id!)!,
      court: name(court),
      umpire: name(umpire),
      start,
      end: plusMinutes(start, document.matchMinutes),
    };
  });
}

/** "onePlacePerPerson 60 m2 m1 p1": rule, amount, parties. */
function broken(fields: Json, ...texts: readonly string[]): string[] {
  const document = tournament({
    courts: courts('A', 'B'),
    umpires: umpires('u1', 'u2'),
    participants: entries(6),
    matches: matches('m1 1 p1 p2', 'm2 1 p3 p4'),
    ...fields,
  });
  const problem = problemOf(document, drawTournament(document));
  return verifyTimetable(problem, rowsOf(document, ...texts)).map(
    ({ rule, amount, parties }) => `${rule.replace('tournament.', '')} ${amount} ${parties.join(' ')}`,
  );
}

const day = (from: string, to: string): Json => ({ from: `2026-11-28T${from}`, to: `2026-11-28T${to}` });

describe('the hard rules of a timetable', () => {
  it('[TRN-50] a court has one match at a time, and the changeover between two', () => {
    expect(broken({}, 'm1 09:00 A u1', 'm2 10:00 A u1')).toEqual([]);
    expect(broken({}, 'm1 09:00 A u1', 'm2 09:30 A u2')).toEqual(['oneMatchPerCourt 30 m2 m1']);
    expect(broken({ changeoverMinutes: 10 }, 'm1 09:00 A u1', 'm2 10:05 A u1')).toEqual(['oneMatchPerCourt 5 m2 m1']);
    expect(broken({ changeoverMinutes: 10 }, 'm1 09:00 A u1', 'm2 10:10 A u1')).toEqual([]);
  });

  it('[TRN-51] nobody plays or umpires in two places at once', () => {
    expect(broken({}, 'm1 09:00 A u1', 'm2 09:00 B u2')).toEqual([]);
    expect(broken({}, 'm1 09:00 A u1', 'm2 09:40 B u1')).toEqual(['onePlacePerPerson 20 m2 m1 u1']);
    const twice = { matches: matches('m1 1 p1 p2', 'm2 1 p1 p4'), options: { rounds: 'dependency' } };
    expect(broken(twice, 'm1 09:00 A u1', 'm2 09:30 B u2')).toEqual(['onePlacePerPerson 30 m2 m1 p1']);
  });

  it('[TRN-51] counts pairs across categories by their players, and umpires who also play', () => {
    const pairs = {
      participants: [
        { id: 'ada', category: 'WS' },
        { id: 'bea', category: 'WS' },
        { id: 'ada-cem', category: 'XD', players: ['ada', 'cem'] },
        { id: 'dan-eva', category: 'XD', players: ['dan', 'eva'] },
      ],
      matches: [
        { id: 'm1', round: 1, category: 'WS', entries: ['ada', 'bea'] },
        { id: 'm2', round: 1, category: 'XD', entries: ['ada-cem', 'dan-eva'] },
      ],
    };
    expect(broken(pairs, 'm1 09:00 A u1', 'm2 09:00 B u2')).toEqual(['onePlacePerPerson 60 m2 m1 ada']);
    const playing = { ...pairs, umpires: [{ id: 'u1' }, { id: 'u2', player: 'bea' }] };
    const apart = ['m1 09:00 A u1', 'm2 10:15 B u2'];
    expect(broken(playing, ...apart)).toEqual([]);
    expect(broken(playing, 'm1 09:00 A u2', 'm2 10:15 B u1')).toEqual(['onePlacePerPerson 60 m1 u2']);
    const other = {
      ...playing,
      matches: matches('m1 1 bea ada', 'm2 1 ada-cem dan-eva').map((one, at) => ({
        ...one,
        category: at === 0 ? 'WS' : 'XD',
      })),
      umpires: [{ id: 'u1' }, { id: 'u2', player: 'bea' }],
    };
    expect(broken(other, 'm1 09:00 A u1', 'm2 09:30 B u2')).toContain('onePlacePerPerson 30 m2 m1 ada');
  });

  it('[TRN-51] forbids an umpire who may reach the match, and allows final and third place side by side', () => {
    const cup = {
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 W:m1 W:m2', 'm4 2 L:m1 L:m2'),
      umpires: [{ id: 'u1' }, { id: 'u2', player: 'p4' }, { id: 'u3' }],
    };
    const first = ['m1 09:00 A u1', 'm2 09:00 B u3'];
    expect(broken(cup, ...first, 'm3 10:15 A u1', 'm4 10:15 B u3')).toEqual([]);
    expect(broken(cup, ...first, 'm3 10:15 A u2', 'm4 11:15 B u3')).toEqual(['onePlacePerPerson 60 m3 u2']);
  });

  it('[TRN-52] a player rests between two matches', () => {
    const twice = { matches: matches('m1 1 p1 p2', 'm2 2 p1 p4') };
    expect(broken(twice, 'm1 09:00 A u1', 'm2 10:15 A u1')).toEqual([]);
    expect(broken(twice, 'm1 09:00 A u1', 'm2 10:05 A u1')).toEqual(['restsBetweenMatches 10 m2 m1 p1']);
  });

  it('[TRN-53] a match waits for its feeders and the rest of their players', () => {
    const cup = { matches: matches('m1 1 p1 p2', 'm2 2 W:m1 p3') };
    expect(broken(cup, 'm1 09:00 A u1', 'm2 10:15 B u2')).toEqual([]);
    expect(broken(cup, 'm1 09:00 A u1', 'm2 10:00 B u2')).toEqual(['waitsForItsFeeders 15 m2 m1']);
    expect(broken(cup, 'm2 10:15 B u2')).toContain('waitsForItsFeeders 1 m2 m1');
  });

  it('[TRN-54] a round waits for the round before, unless rounds are no rule', () => {
    const two = { matches: matches('m1 1 p1 p2', 'm2 2 p3 p4') };
    expect(broken(two, 'm1 09:00 A u1', 'm2 10:00 B u2')).toEqual([]);
    expect(broken(two, 'm1 09:00 A u1', 'm2 09:30 B u2')).toEqual(['waitsForTheRoundBefore 30 m2 m1']);
    expect(broken({ ...two, options: { rounds: 'dependency' } }, 'm1 09:00 A u1', 'm2 09:30 B u2')).toEqual([]);
  });

  it('[TRN-55] a match lies inside one opening of its court, never over a break', () => {
    const late = { courts: [{ id: 'A', open: [day('09:30', '12:00')] }, { id: 'B' }] };
    expect(broken(late, 'm1 09:30 A u1', 'm2 09:00 B u2')).toEqual([]);
    expect(broken(late, 'm1 09:00 A u1', 'm2 11:30 A u2')).toEqual([
      'staysInCourtHours 60 m1 A',
      'staysInCourtHours 60 m2 A',
    ]);
    expect(broken({ breaks: [day('12:00', '12:45')] }, 'm1 11:30 A u1', 'm2 12:45 B u2')).toEqual([
      'staysInCourtHours 60 m1 A',
    ]);
    const closed = { closures: [{ court: 'A', from: '2026-11-28T10:00' }] };
    expect(broken(closed, 'm1 09:00 A u1', 'm2 10:00 A u2')).toEqual(['staysInCourtHours 60 m2 A']);
  });

  it('[TRN-56] an umpire is on duty for the whole match', () => {
    const duty = { umpires: [{ id: 'u1', available: [day('09:00', '10:30')] }, { id: 'u2' }] };
    expect(broken(duty, 'm1 09:00 A u1', 'm2 10:00 B u2')).toEqual([]);
    expect(broken(duty, 'm1 09:00 A u2', 'm2 10:00 B u1')).toEqual(['umpireIsOnDuty 60 m2 u1']);
    const lost = { absences: [{ who: 'u1', from: '2026-11-28T09:30' }] };
    expect(broken(lost, 'm1 09:00 A u1', 'm2 09:00 B u2')).toEqual(['umpireIsOnDuty 60 m1 u1']);
  });

  it('[TRN-57] nobody plays while away', () => {
    const away = { absences: [{ who: 'p1', ...day('09:30', '11:00') }] };
    expect(broken(away, 'm1 11:00 A u1', 'm2 09:00 B u2')).toEqual([]);
    expect(broken(away, 'm1 10:30 A u1', 'm2 09:00 B u2')).toEqual(['playersAreThere 30 m1 p1']);
  });

  it('[TRN-58] never more matches at once than the organiser allows', () => {
    const one = { options: { maxParallelMatchesOverride: 1 } };
    expect(broken(one, 'm1 09:00 A u1', 'm2 10:00 B u2')).toEqual([]);
    expect(broken(one, 'm1 09:00 A u1', 'm2 09:59 B u2')).toEqual(['staysInParallelLimit 1 m2 m1']);
  });

  it('[TRN-59] no match starts before the tournament', () => {
    expect(broken({}, 'm1 09:00 A u1')).toEqual([]);
    // No court is open then either.
    expect(broken({}, 'm1 08:30 A u1')).toEqual(['staysInCourtHours 60 m1 A', 'startsInTime 30 m1']);
  });

  it('[TRN-60] pinned and played matches never move', () => {
    const pins = { pins: [{ match: 'm1', court: 'B', start: '2026-11-28T10:00:00Z' }] };
    expect(broken(pins, 'm1 10:00 B u1', 'm2 09:00 A u2')).toEqual([]);
    expect(broken(pins, 'm1 09:00 A u1', 'm2 09:00 B u2')).toEqual(['keepsWhatIsFixed 2 m1']);
    const played = {
      results: [{ match: 'm1', winner: 'p1', start: '2026-11-28T09:05:00Z', end: '2026-11-28T09:50:00Z' }],
    };
    expect(broken(played, 'm1 09:05 A u1')).toEqual([]);
    expect(broken(played, 'm1 10:00 A u1')).toEqual(['keepsWhatIsFixed 1 m1']);
  });

  it('[TRN-61] every match stands there once, with a court and an umpire that exist', () => {
    expect(broken({}, 'm1 09:00 A u1', 'm1 10:15 B u2')).toContain('isPlacedOnce 1 m1');
    expect(broken({}, 'm1 09:00 A u9')).toEqual(['isPlacedOnce 1 m1 u9']);
    expect(broken({}, 'm1 09:00 A -')).toEqual([]);
  });

  it('[TRN-61] each rule has a name of its own and a sentence', () => {
    expect(new Set(tournamentRules.map(({ id }) => id)).size).toBe(tournamentRules.length);
    for (const { sentence } of tournamentRules) expect(sentence).toMatch(/^[A-Z].*\.$/);
  });
});
