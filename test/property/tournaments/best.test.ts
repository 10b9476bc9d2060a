import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { readTournament } from '#shared/tournaments/read-tournament';
import type { Timetable } from '#shared/tournaments/timetable';
import { timetableOutput } from '#shared/tournaments/timetable-output';
import { secondOpinion } from '../../helpers/tournament-validator';
import { randomTournament } from './random-tournament';

async function schedule(json: object): Promise<Timetable> {
  const read = readTournament(json);
  if (!read.ok) throw new Error(read.error.join('; '));
  const outcome = await bestTimetable(read.value);
  if (outcome.kind !== 'ok') throw new Error('cancelled');
  return outcome.value;
}

describe('any tournament in the best mode', () => {
  it.each([
    ['small', { entries: 24, courts: 6, umpires: 8, clubs: 6 }, 60],
    ['large', { entries: 256, courts: 20, umpires: 30, clubs: 12 }, 6],
  ])(
    '[TRN-40] keeps every hard rule, places every match and never counts wrong: %s',
    async (_name, sizes, numRuns) => {
      await fc.assert(
        fc.asyncProperty(randomTournament(sizes), async (json) => {
          const timetable = await schedule(json);
          const opinion = secondOpinion(json, timetableOutput(timetable));
          expect(opinion.problems).toEqual([]);
          expect(timetable.violations).toEqual([]);
          expect(timetable.quality.unplaced).toBe(0);
          expect(timetable.quality.neutralityBreaches).toBe(opinion.breaches);
          expect(timetable.quality.umpireLoadRange).toBe(opinion.loadRange);
          expect(timetable.quality.makespanMinutes).toBeGreaterThanOrEqual(timetable.quality.bound?.minutes ?? 0);
          expect(opinion.breaches).toBeGreaterThanOrEqual(timetable.quality.fewestBreaches!);
          if (opinion.fewestBreaches !== null) expect(opinion.breaches).toBe(opinion.fewestBreaches);
        }),
        { numRuns, seed: 20261128 },
      );
    },
    120_000,
  );
});
