import fc from 'fast-check';
import type { Json } from '../../helpers/tournament-documents';

export interface Sizes {
  readonly entries: number;
  readonly courts: number;
  readonly umpires: number;
  readonly clubs: number;
}

/** Any tournament in UTC with one length of match: every draw, people in two roles, limits, openings. */
export function randomTournament(most: Sizes): fc.Arbitrary<Json> {
  return fc
    .record({
      type: fc.constantFrom('knockout', 'roundRobin', 'groupsKnockout', 'swiss'),
      entries: fc.integer({ min: 2, max: most.entries }),
      courts: fc.integer({ min: 0, max: most.courts }),
      umpires: fc.integer({ min: 0, max: most.umpires }),
      clubs: fc.integer({ min: 1, max: most.clubs }),
      matchMinutes: fc.constantFrom(20, 30, 45, 60),
      restMinutes: fc.constantFrom(0, 15, 30, 60),
      changeoverMinutes: fc.constantFrom(0, 0, 5, 10),
      rounds: fc.constantFrom('strict', 'dependency'),
      respectClubNeutrality: fc.boolean(),
      maxParallelMatchesOverride: fc.option(fc.integer({ min: 1, max: 10 })),
      thirdPlace: fc.boolean(),
      consolation: fc.boolean(),
      seeds: fc.integer({ min: 0, max: 8 }),
      playing: fc.integer({ min: 0, max: 3 }),
      lateCourt: fc.boolean(),
      /** People who play in both of two categories; null = one category. */
      inBoth: fc.option(fc.integer({ min: 0, max: 6 }), { freq: 2 }),
      shuffle: fc.integer({ min: 0, max: 1_000 }),
    })
    .map((made) => {
      // Round robins grow by the square; the bars are about entries, not about hours of test.
      const count = made.type === 'roundRobin' ? Math.min(made.entries, 14) : made.entries;
      const personOf = (index: number): string =>
        made.inBoth !== null && index % 2 === 1 && index < 2 * made.inBoth ? `p${index - 1}` : `p${index}`;
      const people = new Set(Array.from({ length: count }, (_, index) => personOf(index)));
      const club = (index: number): string => `C${(index * 7 + made.shuffle) % made.clubs}`;
      return {
        format: 'daywright.tournament',
        version: 1,
        type: made.type,
        timeZone: 'UTC',
        start: '2026-11-28T09:00',
        matchMinutes: made.matchMinutes,
        restMinutes: made.restMinutes,
        changeoverMinutes: made.changeoverMinutes,
        courts: Array.from({ length: made.courts }, (_, index) => ({
          id: `c${index}`,
          ...(made.lateCourt && index === 1 ? { open: [{ from: '2026-11-28T10:10', to: '2027-11-28T10:10' }] } : {}),
        })),
        umpires: Array.from({ length: made.umpires }, (_, index) => ({
          id: `u${index}`,
          club: index % 5 === 4 ? null : club(index),
          player: index < made.playing && people.has(`p${index * 2}`) ? `p${index * 2}` : null,
        })),
        participants: Array.from({ length: count }, (_, index) => ({
          id: `p${index}`,
          players: [personOf(index)],
          category: made.inBoth === null ? null : index % 2 === 0 ? 'A' : 'B',
          club: index % 9 === 8 ? null : club(index * 3),
          seed: index < made.seeds ? index + 1 : null,
        })),
        draw: { thirdPlace: made.thirdPlace, consolation: made.consolation },
        options: {
          rounds: made.rounds,
          respectClubNeutrality: made.respectClubNeutrality,
          maxParallelMatchesOverride: made.maxParallelMatchesOverride,
        },
      };
    });
}
