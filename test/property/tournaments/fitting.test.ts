// Tight days: as many matches find a place as an exhaustive search, written for this test alone, finds places for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '#shared/time/instant';
import { bestTimetable } from '#shared/tournaments/best/best-timetable';
import { repairTimetable } from '#shared/tournaments/day/repair';
import { timetableRows } from '#shared/tournaments/day/rows-of-timetable';
import { timetableOutput } from '#shared/tournaments/timetable-output';
import { type Json, tournament } from '../../helpers/tournament-documents';
import { secondOpinion } from '../../helpers/tournament-validator';

interface Small {
  readonly id: string;
  readonly category: string;
  readonly round: number;
  readonly entries: readonly unknown[];
  readonly feeders: readonly string[];
  /** Everyone who may play. */
  readonly people: ReadonlySet<string>;
}

interface Tight {
  readonly matches: readonly Small[];
  readonly strict: boolean;
  readonly rest: number;
  /** Every court is open from one slot to another; a slot is a match long. */
  readonly courts: readonly { readonly from: number; readonly to: number }[];
  /** Nobody plays in this slot; -1 = no break. */
  readonly pause: number;
}

const SLOT = 30;

/** Two or three categories of a few people who play in several of them: knockouts of four, finals of two, round robins of three. */
const tight: fc.Arbitrary<Tight> = fc
  .record({
    shapes: fc.array(fc.constantFrom('knockout', 'knockout', 'final', 'robin'), { minLength: 2, maxLength: 3 }),
    starts: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }),
    pool: fc.integer({ min: 5, max: 12 }),
    strict: fc.boolean(),
    rest: fc.integer({ min: 0, max: 2 }),
    courts: fc.array(fc.record({ from: fc.integer({ min: 0, max: 2 }), length: fc.integer({ min: 3, max: 8 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
    pause: fc.integer({ min: -1, max: 5 }),
  })
  .map(({ shapes, starts, pool, strict, rest, courts, pause }) => ({
    matches: shapes.flatMap((shape, at) => shaped(shape, at, starts[at]!, pool)),
    strict,
    rest,
    courts: courts.map(({ from, length }) => ({ from, to: from + length })),
    pause,
  }));

function shaped(shape: string, at: number, start: number, pool: number): Small[] {
  const category = `C${at}`;
  const person = (index: number): string => `q${(start + index) % pool}`;
  const match = (round: number, ...players: readonly number[]): Small => ({
    id: `${category}-${round}-${players.join('')}`,
    category,
    round,
    entries: players.map((index) => `${category}-${person(index)}`),
    feeders: [],
    people: new Set(players.map(person)),
  });
  if (shape === 'robin') return [match(1, 0, 1), match(2, 0, 2), match(3, 1, 2)];
  if (shape === 'final') return [match(1, 0, 1)];
  const semis = [match(1, 0, 3), match(1, 1, 2)];
  return [
    ...semis,
    {
      id: `${category}-final`,
      category,
      round: 2,
      entries: semis.map(({ id }) => ({ winnerOf: id })),
      feeders: semis.map(({ id }) => id),
      people: new Set([0, 1, 2, 3].map(person)),
    },
  ];
}

const wall = (slot: number): string => {
  const minutes = 9 * 60 + slot * SLOT;
  return `2026-11-28T${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

function documentOf({ matches, strict, rest, courts, pause }: Tight): Json {
  const entries = new Set(matches.flatMap((match) => match.entries.filter((entry) => typeof entry === 'string')));
  return {
    format: 'daywright.tournament',
    version: 1,
    type: 'given',
    timeZone: 'UTC',
    start: wall(0),
    matchMinutes: SLOT,
    restMinutes: rest * SLOT,
    courts: courts.map(({ from, to }, index) => ({ id: `c${index}`, open: [{ from: wall(from), to: wall(to) }] })),
    breaks: pause < 0 ? [] : [{ from: wall(pause), to: wall(pause + 1) }],
    umpires: [],
    participants: [...entries].map((id) => ({ id, players: [id.slice(3)], category: id.slice(0, 2) })),
    matches: matches.map(({ id, category, round, entries: slots }) => ({ id, category, round, entries: slots })),
    options: { rounds: strict ? 'strict' : 'dependency' },
  };
}

/** Slot after slot every set of matches that may start there, remembering what was placed and who still rests. */
function fewestUnplaced({ matches, strict, rest, courts, pause }: Tight): number {
  const before = matches.map((match) =>
    matches.flatMap((other, index) => {
      if (match.feeders.includes(other.id)) return [{ index, wait: rest }];
      const isRoundBefore = strict && other.category === match.category && other.round === match.round - 1;
      return isRoundBefore ? [{ index, wait: 0 }] : [];
    }),
  );
  const meets = (one: number, other: number): boolean =>
    [...matches[one]!.people].some((person) => matches[other]!.people.has(person));
  const last = Math.max(...courts.map(({ to }) => to));
  const known = new Map<string, number>();
  /** `slots`: by match where it is, -1 = not placed. */
  const most = (slot: number, slots: readonly number[]): number => {
    if (slot === last) return slots.filter((at) => at >= 0).length;
    // Longer ago than every rest is all the same.
    const key = `${slot}:${slots.map((at) => (at < 0 ? -1 : Math.max(at, slot - rest - 1))).join()}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const room = slot === pause ? 0 : courts.filter(({ from, to }) => from <= slot && slot < to).length;
    const ready = matches.flatMap((_, index) => {
      const follows = before[index]!.every((one) => slots[one.index]! >= 0 && slots[one.index]! + 1 + one.wait <= slot);
      const rested = slots.every((at, other) => at < 0 || at + 1 + rest <= slot || !meets(index, other));
      return slots[index]! < 0 && follows && rested ? [index] : [];
    });
    let best = 0;
    const choose = (from: number, chosen: readonly number[]): void => {
      best = Math.max(
        best,
        most(
          slot + 1,
          slots.map((at, index) => (chosen.includes(index) ? slot : at)),
        ),
      );
      if (chosen.length === room) return;
      for (let at = from; at < ready.length; at += 1)
        if (chosen.every((one) => !meets(one, ready[at]!))) choose(at + 1, [...chosen, ready[at]!]);
    };
    choose(0, []);
    known.set(key, best);
    return best;
  };
  return (
    matches.length -
    most(
      0,
      matches.map(() => -1),
    )
  );
}

/** How many the exhaustive search leaves out; the timetable must be legal and leave out as many. */
async function expectFullest(day: Tight): Promise<number> {
  const json = documentOf(day);
  const outcome = await bestTimetable(tournament(json));
  if (outcome.kind !== 'ok') throw new Error('cancelled');
  const fewest = fewestUnplaced(day);
  expect(outcome.value.violations).toEqual([]);
  expect(secondOpinion(json, timetableOutput(outcome.value)).problems).toEqual([]);
  expect(outcome.value.quality.unplaced).toBe(fewest);
  return fewest;
}

describe('a day with hardly room enough', () => {
  it('[TRN-68] places as many matches as any timetable can', async () => {
    let tightDays = 0;
    await fc.assert(
      fc.asyncProperty(tight, async (day) => {
        if ((await expectFullest(day)) > 0) tightDays += 1;
      }),
      { numRuns: 80, seed: 20261128 },
    );
    expect(tightDays).toBeGreaterThan(10);
  }, 120_000);

  it('[TRN-68] also on two days that cannot hold all and on which short orders left out one too many', async () => {
    const [shape, other, robin] = [
      shaped('knockout', 0, 5, 11),
      shaped('knockout', 1, 7, 11),
      shaped('robin', 2, 7, 11),
    ] as const;
    const courts = [
      { from: 1, to: 7 },
      { from: 0, to: 4 },
    ];
    expect(
      await expectFullest({ matches: [...shape, ...other, ...robin], strict: false, rest: 1, courts, pause: 0 }),
    ).toBe(3);
    const matches = [...shaped('knockout', 0, 6, 8), ...shaped('robin', 1, 0, 8)];
    expect(await expectFullest({ matches, strict: false, rest: 1, courts: [{ from: 0, to: 4 }], pause: 5 })).toBe(2);
  });

  it('[TRN-83] leaves no match out of a repair that any timetable of the rest of the day would place', async () => {
    await fc.assert(
      fc.asyncProperty(tight, async (day) => {
        // One more court, open all day, on which the timetable counts; it is lost before play begins.
        const json = documentOf({ ...day, courts: [...day.courts, { from: 0, to: 10 }] });
        const planned = await bestTimetable(tournament(json));
        if (planned.kind !== 'ok') throw new Error('cancelled');
        const lost = `c${day.courts.length}`;
        const closures = [{ court: lost, from: wall(0), to: null }];
        const document = tournament({ ...json, timetable: timetableRows(planned.value.matches), closures });
        const repair = repairTimetable(document, document.matches, parseInstant('2026-11-28T09:00:00Z')!);
        expect(repair.violations).toEqual([]);
        expect(repair.matches.filter(({ start }) => start === null)).toHaveLength(fewestUnplaced(day));
        expect(repair.matches.filter(({ court }) => court === lost)).toEqual([]);
        // Asked again it has nothing to say, also where not everyone could be placed.
        const repaired = { ...document, timetable: timetableRows(repair.matches) };
        const again = repairTimetable(repaired, document.matches, parseInstant('2026-11-28T09:00:00Z')!);
        expect(again.changes).toEqual([]);
      }),
      { numRuns: 50, seed: 20261129 },
    );
  }, 120_000);
});
