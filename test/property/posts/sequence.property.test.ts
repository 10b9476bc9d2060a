import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeWhereFull, type Limit, LimitState } from '#shared/posts/plan/limit';
import { bestSequence, type DayRoom, type SequencePost } from '#shared/posts/plan/sequence';

/** Tries every slot or none for every post. */
function bestByTrying(
  posts: readonly SequencePost[],
  gap: number,
  days: DayRoom | null = null,
): { weight: number; worth: number } {
  let best = { weight: 0, worth: 0 };
  const taken: number[] = [];
  const tryFrom = (index: number, weight: number, worth: number): void => {
    const post = posts[index];
    if (!post) {
      if (weight > best.weight || (weight === best.weight && worth > best.worth)) best = { weight, worth };
      return;
    }
    tryFrom(index + 1, weight, worth);
    post.worth.forEach((value, slot) => {
      if (value < 0 || taken.some((other) => Math.abs(other - slot) < gap)) return;
      if (
        days &&
        taken.filter((other) => days.dayOf[other] === days.dayOf[slot]).length >= days.room[days.dayOf[slot]!]!
      )
        return;
      taken.push(slot);
      tryFrom(index + 1, weight + post.weight, worth + post.weight * value);
      taken.pop();
    });
  };
  tryFrom(0, 0, 0);
  return best;
}

describe('the sequence of one platform', () => {
  const worth = fc
    .array(fc.constantFrom(-1, 0, 0.25, 0.5, 0.75, 1), { minLength: 24, maxLength: 24 })
    .map((values) => Float64Array.from(values));
  const posts = fc
    .tuple(fc.array(worth, { minLength: 1, maxLength: 2 }), fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }))
    .map(([kinds, picks]) =>
      picks.map((pick) => ({ weight: [1, 2, 8][pick % 3]!, worth: kinds[pick % kinds.length]! })),
    );

  it('[POST-40] is the best there is, by trying everything', () => {
    fc.assert(
      fc.property(posts, fc.integer({ min: 1, max: 9 }), (given, gap) => {
        const found = bestSequence(given, gap, 1_000_000)!;
        const best = bestByTrying(given, gap);
        expect(found.value.weight).toBe(best.weight);
        expect(found.value.worth).toBeCloseTo(best.worth, 9);
        const slots = Array.from(found.slots).filter((slot) => slot >= 0);
        const worths = given.map((post, index) =>
          found.slots[index]! < 0 ? 0 : post.weight * post.worth[found.slots[index]!]!,
        );
        expect(worths.reduce((sum, value) => sum + value, 0)).toBeCloseTo(best.worth, 9);
        for (const a of slots) for (const b of slots) expect(a === b || Math.abs(a - b) >= gap).toBe(true);
        expect(new Set(slots).size).toBe(slots.length);
      }),
      { numRuns: 150 },
    );
  });

  it('[POST-40] [POST-22] is the best there is under a daily cap, by trying everything', () => {
    const rooms = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        posts,
        fc.integer({ min: 1, max: 9 }),
        rooms,
        fc.integer({ min: 3, max: 8 }),
        (given, gap, room, length) => {
          const dayOf = Int32Array.from({ length: 24 }, (_, slot) => Math.min(3, Math.floor(slot / length)));
          const days = { dayOf, room: Int32Array.from(room) };
          // What is full is closed, as the caller promises; equal arrays stay one, because identity makes posts interchangeable.
          const closed = new Map(
            given.map(({ worth: open }) => [open, open.map((value, slot) => (room[dayOf[slot]!] === 0 ? -1 : value))]),
          );
          const asked = given.map(({ weight, worth: open }) => ({ weight, worth: closed.get(open)! }));
          const found = bestSequence(asked, gap, 1_000_000, days)!;
          const best = bestByTrying(asked, gap, days);
          expect(found.value.weight).toBe(best.weight);
          expect(found.value.worth).toBeCloseTo(best.worth, 9);
          const slots = Array.from(found.slots).filter((slot) => slot >= 0);
          const worths = asked.map((post, index) =>
            found.slots[index]! < 0 ? 0 : post.weight * post.worth[found.slots[index]!]!,
          );
          expect(worths.reduce((sum, value) => sum + value, 0)).toBeCloseTo(best.worth, 9);
          for (const a of slots) {
            expect(slots.filter((b) => dayOf[b] === dayOf[a]).length).toBeLessThanOrEqual(room[dayOf[a]!]!);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('[POST-40] declines tables that are too large', () => {
    const one = { weight: 1, worth: new Float64Array(100).fill(1) };
    expect(bestSequence([one], 1, 1)).toBeNull();
  });
});

describe('limits', () => {
  const minutes = Int32Array.from({ length: 40 }, (_, slot) => 1000 + slot * 15);
  const limit = fc.record({
    reason: fc.constant('quota' as const),
    where: fc.constant('X'),
    most: fc.integer({ min: 0, max: 3 }),
    minutes: fc.integer({ min: 1, max: 200 }),
    days: fc.constantFrom(null, Int32Array.of(500, 1100, 1290, 1700)),
  });

  /** By the definition: no stretch holds more than `most`. */
  function keeps({ most, minutes: length, days }: Limit, starts: readonly number[]): boolean {
    if (days) {
      const dayOf = (minute: number) => days.findLastIndex((day) => day <= minute);
      return starts.every((start) => starts.filter((other) => dayOf(other) === dayOf(start)).length <= most);
    }
    return starts.every((start) => starts.filter((other) => other >= start && other < start + length).length <= most);
  }

  it('[POST-41] admit a start exactly where the definition does, one by one and all at once', () => {
    fc.assert(
      fc.property(
        limit,
        fc.array(fc.integer({ min: 900, max: 1700 }), { maxLength: 12 }),
        fc.nat(20),
        (rule, tried, from) => {
          const state = new LimitState(rule);
          for (const minute of tried) if (state.admits(minute)) state.add(minute);
          expect(keeps(rule, state.starts)).toBe(true);
          const open = new Float64Array(18);
          closeWhereFull(open, from, minutes, rule, state.starts);
          open.forEach((value, index) => {
            const minute = minutes[from + index]!;
            const allowed = keeps(rule, [...state.starts, minute]);
            expect(state.admits(minute)).toBe(allowed);
            expect(value === 0).toBe(allowed);
          });
          const before = [...state.starts];
          state.add(1234);
          state.remove(1234);
          expect(state.starts).toEqual(before);
        },
      ),
      { numRuns: 300 },
    );
  });
});
