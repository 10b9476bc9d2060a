// The bars of the mode "best", each against a proof of its own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { readTournament } from '#shared/tournaments/read-tournament';
import type { Timetable } from '#shared/tournaments/timetable';
import { timetableOutput } from '#shared/tournaments/timetable-output';
import { fairestLoadRange } from '../../helpers/fairest-umpire-load';
import type { Json } from '../../helpers/tournament-documents';
import { randomTournament } from './random-tournament';

async function schedule(json: Json): Promise<Timetable> {
  const read = readTournament(json);
  if (!read.ok) throw new Error(read.error.join('; '));
  const outcome = await bestTimetable(read.value);
  if (outcome.kind !== 'ok') throw new Error('cancelled');
  return outcome.value;
}

const SIZES = { entries: 40, courts: 8, umpires: 10, clubs: 6 };

describe('the bars of the best mode', () => {
  it('[TRN-41] the makespan is the bound where no rest stands in the way', async () => {
    await fc.assert(
      fc.asyncProperty(randomTournament(SIZES), async (json) => {
        // Players who umpire, or play in two categories, are in each other's way too.
        const umpires = (json.umpires as Json[]).map((umpire) => ({ ...umpire, player: null }));
        const options = { ...(json.options as Json), rounds: 'strict' };
        const participants = (json.participants as Json[]).map(({ id, club, seed }) => ({ id, club, seed }));
        const { quality } = await schedule({
          ...json,
          umpires,
          options,
          participants,
          restMinutes: 0,
          changeoverMinutes: 0,
        });
        expect(quality.makespanMinutes).toBe(quality.bound!.minutes);
      }),
      { numRuns: 25, seed: 20261128 },
    );
  }, 120_000);

  it('[TRN-44] loads are as even as a flow over the whole event can make them at the fewest breaches', async () => {
    await fc.assert(
      fc.asyncProperty(randomTournament({ ...SIZES, umpires: 6 }), async (json) => {
        const timetable = await schedule(json);
        const fairest = fairestLoadRange(json, timetableOutput(timetable));
        if (fairest !== null) expect(timetable.quality.umpireLoadRange).toBe(fairest);
      }),
      { numRuns: 25, seed: 7 },
    );
  }, 120_000);
});
