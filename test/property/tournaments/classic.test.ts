// The source's pseudo-code once more, as it stands there, with its Date and its Maps; the mode "classic" must agree on any input.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import { tournament } from '../../helpers/tournament-documents';

interface SourceMatch {
  readonly id: string;
  readonly round: number;
  readonly entries: readonly [string, string];
}

function asTheSourceSays(input: {
  readonly matches: readonly SourceMatch[];
  readonly courts: readonly string[];
  readonly umpires: readonly { id: string; club_id: string | null }[];
  readonly clubOf: ReadonlyMap<string, string | null>;
  readonly slotDurationMinutes: number;
  readonly batchSize: number;
  readonly respectNeutrality: boolean;
}): string[] {
  let courtIndex = 0;
  const waveStart = new Date('2026-11-28T09:00:00Z');
  const umpireSchedule = new Map<string, Set<string>>();
  const umpireAssignmentCounts = new Map<string, number>();
  const rows: string[] = [];
  const rounds = [...new Set(input.matches.map(({ round }) => round))].sort((a, b) => a - b);
  for (const round of rounds) {
    const roundMatches = input.matches.filter((match) => match.round === round);
    let waveIndex = 0;
    for (let first = 0; first < roundMatches.length; first += input.batchSize) {
      const waveTime = new Date(waveStart.getTime() + waveIndex * input.slotDurationMinutes * 60_000);
      for (const match of roundMatches.slice(first, first + input.batchSize)) {
        const court = input.courts.length > 0 ? input.courts[courtIndex % input.courts.length]! : null;
        courtIndex++;
        const timeKey = waveTime.toISOString();
        const assigned = umpireSchedule.get(timeKey) ?? new Set<string>();
        let available = input.umpires.filter((umpire) => !assigned.has(umpire.id));
        if (input.respectNeutrality) {
          const club1 = input.clubOf.get(match.entries[0]);
          const club2 = input.clubOf.get(match.entries[1]);
          const neutral = available.filter((umpire) => umpire.club_id !== club1 && umpire.club_id !== club2);
          if (neutral.length > 0) available = neutral;
        }
        const best =
          available.length === 0
            ? null
            : available.reduce((a, b) =>
                (umpireAssignmentCounts.get(b.id) || 0) < (umpireAssignmentCounts.get(a.id) || 0) ? b : a,
              );
        if (best) {
          assigned.add(best.id);
          umpireSchedule.set(timeKey, assigned);
          umpireAssignmentCounts.set(best.id, (umpireAssignmentCounts.get(best.id) || 0) + 1);
        }
        rows.push(`${match.id} ${timeKey} ${court} ${best?.id ?? null}`);
      }
      waveIndex++;
    }
    const roundsInThisRound = Math.ceil(roundMatches.length / input.batchSize);
    waveStart.setUTCMinutes(waveStart.getUTCMinutes() + roundsInThisRound * input.slotDurationMinutes);
  }
  return rows;
}

const club = fc.constantFrom('X', 'Y', 'Z', null);

describe('the classic mode', () => {
  it('[TRN-10] agrees with the source on any input', () => {
    fc.assert(
      fc.property(
        fc.record({
          clubs: fc.array(club, { minLength: 2, maxLength: 12 }),
          courts: fc.integer({ min: 0, max: 6 }),
          umpireClubs: fc.array(club, { maxLength: 8 }),
          pairs: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 5 })), { maxLength: 30 }),
          override: fc.option(fc.integer({ min: 0, max: 7 })),
          respectNeutrality: fc.boolean(),
          restMinutes: fc.integer({ min: 0, max: 45 }),
        }),
        ({ clubs, courts, umpireClubs, pairs, override, respectNeutrality, restMinutes }) => {
          const matches = pairs.map(([one, other, round], index): SourceMatch => {
            const first = one % clubs.length;
            const second = (first + 1 + (other % (clubs.length - 1))) % clubs.length;
            return { id: `m${index}`, round, entries: [`p${first}`, `p${second}`] };
          });
          const numbered = (stem: string, count: number): string[] =>
            Array.from({ length: count }, (_, at) => stem + at);
          const limits = [courts, umpireClubs.length, override ?? 0].filter((limit) => limit > 0);
          const expected = asTheSourceSays({
            matches,
            courts: numbered('c', courts),
            umpires: umpireClubs.map((club_id, at) => ({ id: `u${at}`, club_id })),
            clubOf: new Map(clubs.map((one, at) => [`p${at}`, one])),
            slotDurationMinutes: 60 + restMinutes,
            // Nothing limits: a wave is a whole round.
            batchSize: limits.length > 0 ? Math.min(...limits) : 1_000,
            respectNeutrality,
          });
          const document = tournament({
            restMinutes,
            courts: numbered('c', courts).map((id) => ({ id })),
            umpires: umpireClubs.map((one, at) => ({ id: `u${at}`, club: one })),
            participants: clubs.map((one, at) => ({ id: `p${at}`, club: one })),
            matches,
            options: { maxParallelMatchesOverride: override, respectClubNeutrality: respectNeutrality },
          });
          const rows = classicTimetable(document).matches.map(
            ({ match, start, court, umpire }) => `${match.id} ${new Date(start!).toISOString()} ${court} ${umpire}`,
          );
          expect(rows).toEqual(expected);
        },
      ),
      { numRuns: 300, seed: 20261128 },
    );
  });
});
