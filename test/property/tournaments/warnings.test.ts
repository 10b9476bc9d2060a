import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import { applyAlternative } from '#shared/tournaments/day/apply-alternative';
import { problemOf } from '#shared/tournaments/problem';
import { readTournament } from '#shared/tournaments/read-tournament';
import { verifyTimetable } from '#shared/tournaments/verify';
import { randomTournament } from './random-tournament';

describe('the alternatives of warnings', () => {
  it('[TRN-66] break no rule that was kept before', () => {
    fc.assert(
      fc.property(randomTournament({ entries: 16, courts: 4, umpires: 5, clubs: 3 }), (json) => {
        const read = readTournament(json);
        if (!read.ok) throw new Error(read.error.join('; '));
        const { matches: rows, warnings } = classicTimetable(read.value);
        const problem = problemOf(
          read.value,
          rows.map(({ match }) => match),
        );
        // Of several people in two places at once a violation names one, so people are not compared.
        const broken = (changed: typeof rows): string[] =>
          verifyTimetable(problem, changed).map(
            ({ rule, parties }) => `${rule} ${parties.filter((party) => problem.indexOf.has(party)).join(' ')}`,
          );
        const before = new Set(broken(rows));
        for (const { match, alternative } of warnings) {
          if (alternative === null) continue;
          const after = broken(applyAlternative(problem, rows, match, alternative));
          expect(after.filter((violation) => !before.has(violation))).toEqual([]);
        }
      }),
      { numRuns: 100, seed: 20261128 },
    );
  }, 60_000);
});
