import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import { type DayLevels, isBetter, levelsOf } from '#shared/habits/day-levels';
import type { HabitDay } from '#shared/habits/habit-day';
import { bestInOrder } from '#shared/habits/order-levels';
import { isShortGap } from '#shared/habits/short-gap';
import { type StartTable, startTableOf } from '#shared/habits/start-table';

/** Three habits on a day of quarter hours with an event in the middle. */
function dayOf(seed: number): HabitDay {
  const random = seededRandom(seed);
  const event = 15 * (6 + random.below(6));
  return {
    day: '2026-11-23',
    hull: { start: 0, end: 360 },
    free: [
      { start: 0, end: event },
      { start: event + 30, end: 360 },
    ],
    wishes: Array.from({ length: 3 }, (_, index) => ({
      id: `h${index}`,
      minutes: 15 * (1 + random.below(3)),
      earliest: 0,
      latestEnd: 360,
      target: 15 * random.below(24),
      need: 10 + random.below(3),
      success: 0.5,
      priority: 3,
      present: random.below(2) === 0 ? null : 15 * random.below(20),
    })),
  };
}

/** Every choice of starts in the order, the best one by the levels. */
function exhaustively(table: StartTable, price: number): DayLevels | null {
  let best: DayLevels | null = null;
  const starts = new Int32Array(3);
  const priced = (levels: DayLevels) => ({ ...levels, cost: levels.cost + price * levels.gaps });
  const place = (habit: number, from: number): void => {
    if (habit === 3) {
      const levels = priced(levelsOf(table, starts));
      if (best === null || isBetter(levels, best)) best = levels;
      return;
    }
    for (const [first, last] of table.ranges[habit]!)
      for (let start = Math.max(first, from); start <= last; start += 1) {
        starts[habit] = start;
        place(habit + 1, start + table.minutes[habit]!);
      }
  };
  place(0, 0);
  return best;
}

const NO_LIMIT: DayLevels = { cost: Number.POSITIVE_INFINITY, gaps: 0, moves: 0 };

describe('[HABIT-19] the best day in an order', () => {
  it('equals every choice of starts tried, with gaps after distances and with priced gaps', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const table = startTableOf(dayOf(seed), isShortGap);
      for (const price of [0, 150]) {
        const wanted = exhaustively(table, price);
        const starts = bestInOrder(table, [0, 1, 2], NO_LIMIT, price);
        if (wanted === null) expect(starts, `seed ${seed}`).toBeNull();
        else {
          const levels = levelsOf(table, starts!);
          expect({ ...levels, cost: levels.cost + price * levels.gaps }, `seed ${seed}, price ${price}`).toEqual(
            wanted,
          );
          // A known plan of the same cost cuts nothing that matters.
          expect(bestInOrder(table, [0, 1, 2], wanted, price), `seed ${seed}`).toEqual(starts);
        }
      }
    }
  });
});
