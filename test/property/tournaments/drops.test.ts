// A hand move is judged by the few matches around it; judging the whole timetable must come to the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plusMinutes } from '#shared/time/instant';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { applyDrop, checkDrop } from '#shared/tournaments/day/check-drop';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import { problemOf } from '#shared/tournaments/problem';
import { readTournament } from '#shared/tournaments/read-tournament';
import { verifyTimetable } from '#shared/tournaments/verify';
import { randomTournament } from './random-tournament';

describe('a hand move in any tournament', () => {
  it('[TRN-80] is refused exactly when the whole timetable would break a rule about that match, and its alternatives are legal', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomTournament({ entries: 20, courts: 4, umpires: 6, clubs: 4 }),
        fc.array(fc.record({ match: fc.nat(), court: fc.nat(), minutes: fc.integer({ min: -60, max: 300 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.nat(),
        async (json, drops, pinned) => {
          const read = readTournament(json);
          if (!read.ok) throw new Error(read.error.join('; '));
          const outcome = await bestTimetable(read.value);
          if (outcome.kind !== 'ok') throw new Error('cancelled');
          const rows = outcome.value.matches;
          if (rows.length === 0) return;
          const matches = rows.map(({ match }) => match);
          const [pin] = timetableRows([rows[pinned % rows.length]!]);
          const document = { ...read.value, matches, pins: [{ ...pin!, umpire: null }] };
          const problem = problemOf(document, matches);
          for (const { match, court, minutes } of drops) {
            const row = rows[match % rows.length]!;
            if (row.start === null) continue;
            const onCourt = problem.courts[court % Math.max(problem.courts.length, 1)]?.id ?? null;
            const drop = { match: row.match.id, court: onCourt, start: plusMinutes(row.start, minutes) };
            const verdict = checkDrop(problem, rows, { ...drop, umpire: row.umpire });
            const moved = {
              ...row,
              ...drop,
              match: row.match,
              end: plusMinutes(drop.start, row.end ? (row.end - row.start) / 60_000 : 0),
            };
            const full = verifyTimetable(problem, applyDrop(rows, moved)).filter(({ parties }) =>
              parties.includes(drop.match),
            );
            const said = verdict.legal ? [] : verdict.reasons.map(({ rule, message }) => `${rule} ${message}`).sort();
            expect(said).toEqual(full.map(({ rule, message }) => `${rule} ${message}`).sort());
            if (verdict.legal) continue;
            for (const place of verdict.alternatives) {
              const there = { ...moved, ...place, end: plusMinutes(place.start!, (moved.end - moved.start) / 60_000) };
              const after = verifyTimetable(problem, applyDrop(rows, there));
              expect(after.filter(({ parties }) => parties.includes(drop.match))).toEqual([]);
            }
          }
        },
      ),
      { numRuns: 40, seed: 20261128 },
    );
  }, 120_000);
});
