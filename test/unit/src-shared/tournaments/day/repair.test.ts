import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { type Repair, repairTimetable } from '#shared/tournaments/day/repair';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import { drawTournament } from '#shared/tournaments/draws/draw-tournament';
import { at, inForce, lines } from '../../../../helpers/tournament-day';
import { courts, entries, type Json, matches, tournament, umpires } from '../../../../helpers/tournament-documents';

const morning = {
  courts: courts('A', 'B'),
  umpires: umpires('u1', 'u2', 'u3'),
  restMinutes: 15,
  options: { rounds: 'dependency' },
  participants: entries(12),
  matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 1 p5 p6', 'm4 1 p7 p8', 'm5 1 p9 p10', 'm6 1 p11 p12'),
  timetable: inForce(
    'm1 09:00 A u1',
    'm2 09:00 B u2',
    'm3 10:00 A u1',
    'm4 10:00 B u2',
    'm5 11:00 A u1',
    'm6 11:00 B u3',
  ),
};

function repair(fields: Json, now: string): Repair {
  const document = tournament({ ...morning, ...fields });
  const repaired = repairTimetable(document, drawTournament(document), at(now));
  expect(repaired.violations).toEqual([]);
  return repaired;
}

const changed = ({ changes }: Repair): string[] =>
  changes.map(({ match, movedMinutes, from, to }) =>
    [match, movedMinutes, from.court === to.court ? '' : to.court, from.umpire === to.umpire ? '' : to.umpire].join(
      ' ',
    ),
  );

describe('a repair', () => {
  it('[TRN-72] changes nothing when nothing happened', () => {
    const result = repair({}, '08:30');
    expect(result.changes).toEqual([]);
    expect(lines(result.matches)[0]).toBe('m1 09:00 A u1');
  });

  it('[TRN-72] moves what stands behind an overrun by as little as possible', () => {
    // m1 took until 10:20 on court A; court B is taken at 10:00, so m3 and m5 go 20 minutes later.
    const overrun = {
      results: [{ match: 'm1', winner: 'p1', start: '2026-11-28T09:00:00Z', end: '2026-11-28T10:20:00Z' }],
    };
    expect(changed(repair(overrun, '09:55'))).toEqual(['m3 20  ', 'm5 20  ']);
  });

  it('[TRN-72] uses a free court at the same time before it moves anything', () => {
    const overrun = {
      courts: courts('A', 'B', 'C'),
      results: [{ match: 'm1', winner: 'p1', start: '2026-11-28T09:00:00Z', end: '2026-11-28T10:20:00Z' }],
    };
    // u1 is busy on court A until 10:20 as well.
    expect(changed(repair(overrun, '09:55'))).toEqual(['m3 0 C u3']);
  });

  it('[TRN-72] never starts before now, and takes a running match for not over', () => {
    const running = { results: [{ match: 'm1', kind: 'running', start: '2026-11-28T09:00:00Z' }] };
    const result = repair(running, '10:10');
    // m2 must have begun at 09:00; nobody said that it is over.
    expect(lines(result.matches)).toEqual([
      'm1 09:00 A u1',
      'm2 09:00 B u2',
      'm3 10:10 A u1',
      'm4 10:10 B u2',
      'm5 11:10 A u1',
      'm6 11:10 B u3',
    ]);
  });

  it('[TRN-83] places the final of the sample again, unless its player has no time left', async () => {
    const sample = JSON.parse(readFileSync('resources/sample-tournament.json', 'utf8'));
    const planned = await bestTimetable(tournament({ ...sample, timeZone: 'UTC' }));
    if (planned.kind !== 'ok') throw new Error('cancelled');
    const rows = planned.value.matches;
    const begun = new Map(rows.filter(({ start }) => start === at('09:00')).map((row) => [row.match.id, row]));
    const afterLosing = (court: string | null): Repair => {
      const closures = [{ court, from: '2026-11-28T09:10' }];
      const document = tournament({ ...sample, timeZone: 'UTC', timetable: timetableRows(rows), closures });
      return repairTimetable(
        document,
        rows.map(({ match }) => match),
        at('09:10'),
      );
    };
    const withoutTime = ({ matches: all }: Repair): string[] =>
      all.filter(({ start }) => start === null).map(({ match }) => match.id);
    // The other three courts play on, and the broken match is played again.
    const other = afterLosing(begun.get('MD-r1m3')!.court);
    expect(other.violations).toEqual([]);
    expect(withoutTime(other)).toEqual([]);
    for (const id of ['MD-r1m1', 'MD-r1m2', 'MD-r1m4'])
      expect(other.matches.find(({ match }) => match.id === id)).toEqual(begun.get(id));
    // Henrik Voss, whose match is broken off, has seven to play 90 minutes apart: 9:10 and 10:40 before lunch, 13:30, 15:00, 16:30 and 18:00 after.
    const own = afterLosing(begun.get('MD-r1m2')!.court);
    expect(own.violations).toEqual([]);
    expect(withoutTime(own)).toEqual(['MS-r4m1']);
  });

  it('[TRN-73] takes matches off a lost court and leaves all others', () => {
    const lost = {
      courts: courts('A', 'B', 'C'),
      closures: [{ court: 'B', from: '2026-11-28T09:30' }],
      umpires: umpires('u1', 'u2', 'u3'),
    };
    const played = [{ match: 'm2', winner: 'p3', start: '2026-11-28T09:00:00Z', end: '2026-11-28T09:30:00Z' }];
    expect(changed(repair({ ...lost, results: played }, '09:30'))).toEqual(
      expect.arrayContaining(['m4 0 C ', 'm6 0 C ']),
    );
  });

  it('[TRN-74] replaces a lost umpire in his matches only', () => {
    const away = { absences: [{ who: 'u2', from: '2026-11-28T10:00' }] };
    expect(changed(repair(away, '08:50'))).toEqual(['m4 0  u3']);
  });

  it('[TRN-74] relieves an umpire who leaves in the middle of a match, which goes on where it is', () => {
    const away = { absences: [{ who: 'u2', from: '2026-11-28T09:10' }] };
    expect(changed(repair(away, '09:10'))).toEqual(['m2 0  u3', 'm4 0  u3']);
    // With nobody to take over it is played on without.
    const alone = { ...away, umpires: umpires('u1', 'u2'), timetable: inForce('m1 09:00 A u1', 'm2 09:00 B u2') };
    expect(lines(repair({ ...alone, matches: morning.matches.slice(0, 2) }, '09:10').matches)).toEqual([
      'm1 09:00 A u1',
      'm2 09:00 B -',
    ]);
  });

  it('[TRN-74] prefers a neutral substitute', () => {
    const clubs = {
      umpires: umpires('u1:K', 'u2:K', 'u3:X', 'u4:K'),
      participants: entries(12, ['Y', 'Y', 'Y', 'Y', 'Y', 'Y', 'X', 'X', 'Y', 'Y', 'Y', 'Y']),
      absences: [{ who: 'u2', from: '2026-11-28T10:00' }],
    };
    expect(changed(repair(clubs, '08:50'))).toEqual(['m4 0  u4']);
  });

  it('[TRN-75] frees the place of a match that nobody has to play, and sends the opponent on', () => {
    const cup = {
      matches: matches('m1 1 p1 p2', 'm2 1 p3 p4', 'm3 2 W:m1 W:m2'),
      timetable: inForce('m1 09:00 A u1', 'm2 09:00 B u2', 'm3 10:15 A u1'),
      withdrawals: [{ entry: 'p2' }],
    };
    const result = repair(cup, '08:50');
    expect(lines(result.matches)).toEqual(['m1 none - -', 'm2 09:00 B u2', 'm3 10:15 A u1']);
    expect(result.changes).toMatchObject([{ match: 'm1', to: { start: null, court: null, umpire: null } }]);
    expect(result.warnings).toEqual([]);
  });

  it('[TRN-76] finds a place for a match that is new', () => {
    const added = { matches: [...morning.matches, ...matches('m7 1 p1 p12')] };
    // p12 plays until 12:00 and rests until 12:15.
    expect(changed(repair(added, '08:50'))).toEqual(['m7 0 A u3']);
    expect(lines(repair(added, '08:50').matches).at(-1)).toBe('m7 12:15 A u3');
  });

  it('[TRN-77] keeps pins and played matches where they are', () => {
    const fixed = {
      pins: [{ match: 'm3', start: '2026-11-28T10:00:00Z', court: 'A' }],
      closures: [{ court: 'B', from: '2026-11-28T09:00' }],
      results: [{ match: 'm1', winner: 'p1', start: '2026-11-28T09:00:00Z', end: '2026-11-28T09:50:00Z' }],
    };
    const result = repair(fixed, '09:50');
    expect(lines(result.matches).filter((line) => /^m[13] /.test(line))).toEqual(['m1 09:00 A u1', 'm3 10:00 A u1']);
    expect(new Set(result.matches.map(({ court }) => court))).toEqual(new Set(['A']));
  });
});
