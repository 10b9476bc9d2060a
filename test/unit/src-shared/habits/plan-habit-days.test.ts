import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import { mergeMinutes, subtractMinutes } from '#shared/engine/epoch-minute';
import type { HabitDay, HabitWish } from '#shared/habits/habit-day';
import { EXACT_HABITS, planHabitDay, planHabitDays } from '#shared/habits/plan-habit-days';
import { shortGapsInside } from '#shared/habits/short-gap';

function wish(id: string, minutes: number, target: number, more: Partial<HabitWish> = {}): HabitWish {
  return {
    id,
    minutes,
    target,
    earliest: 0,
    latestEnd: 600,
    need: 15,
    success: 0.5,
    priority: 3,
    present: null,
    ...more,
  };
}

function day(wishes: HabitWish[], busy: [number, number][] = [], hull = { start: 0, end: 600 }): HabitDay {
  const taken = mergeMinutes(busy.map(([start, end]) => ({ start, end })));
  return { day: '2026-11-23', hull, free: subtractMinutes([hull], taken), wishes };
}

interface Levels {
  readonly unplaced: number;
  readonly cost: number;
  readonly gaps: number;
  readonly moves: number;
}

function levelsOf(problem: HabitDay, starts: readonly (number | null)[], gapPrice: number | null): Levels {
  let cost = 0;
  let moves = 0;
  const taken = subtractMinutes([problem.hull], [...problem.free]).map((span) => ({ ...span }));
  problem.wishes.forEach((item, index) => {
    const start = starts[index];
    if (start === null || start === undefined) return;
    cost += item.need * Math.abs(start - item.target);
    moves += item.present !== null && item.present !== start ? 1 : 0;
    taken.push({ start, end: start + item.minutes });
  });
  const gaps = shortGapsInside(problem.hull, taken);
  return {
    unplaced: starts.filter((start) => start === null).length,
    cost: cost + (gapPrice === null ? 0 : 10 * gapPrice * gaps),
    gaps,
    moves,
  };
}

function compare(a: Levels, b: Levels): number {
  return a.unplaced - b.unplaced || a.cost - b.cost || a.gaps - b.gaps || a.moves - b.moves;
}

/** Every start of every habit, in every combination: shares nothing with the planner. */
function exhaustively(problem: HabitDay, gapPrice: number | null): Levels {
  let best: Levels | null = null;
  const starts: (number | null)[] = [];
  const visit = (index: number) => {
    if (index === problem.wishes.length) {
      const levels = levelsOf(problem, starts, gapPrice);
      if (best === null || compare(levels, best) < 0) best = levels;
      return;
    }
    const item = problem.wishes[index]!;
    for (let start = item.earliest; start + item.minutes <= item.latestEnd; start += 1) {
      const end = start + item.minutes;
      const inRun = problem.free.some((run) => run.start <= start && end <= run.end);
      const apart = starts.every(
        (other, at) => other === null || other + problem.wishes[at]!.minutes <= start || end <= other,
      );
      if (!inRun || !apart) continue;
      starts.push(start);
      visit(index + 1);
      starts.pop();
    }
    starts.push(null);
    visit(index + 1);
    starts.pop();
  };
  visit(0);
  return best!;
}

describe('a day of habits', () => {
  it('[HABIT-10] places each at its target when nothing is in the way', () => {
    const answer = planHabitDay(day([wish('a', 30, 100), wish('b', 30, 400)]), null);
    expect(answer).toMatchObject({ starts: [100, 400], cost: 0, proof: 'optimal' });
  });

  it('[HABIT-10] moves the one that needs it less', () => {
    const answer = planHabitDay(
      day([wish('kept', 60, 100, { need: 10 }), wish('faltering', 60, 100, { need: 20 })]),
      null,
    );
    expect(answer.starts[1]).toBe(100);
    // 60 minutes before or after cost the same: 10 x 60.
    expect(answer.cost).toBe(600);
  });

  it('[HABIT-9] leaves out as few as possible before looking at distances', () => {
    // 100 free minutes: the long habit alone would be at its target, but two short ones fit instead of it.
    const wishes = [wish('long', 100, 0), wish('b', 50, 50), wish('c', 50, 0)].map((item) => ({
      ...item,
      latestEnd: 100,
    }));
    const answer = planHabitDay(day(wishes, [], { start: 0, end: 100 }), null);
    expect(answer.starts).toEqual([null, 50, 0]);
  });

  it('[HABIT-11] among equal distances leaves fewer short gaps', () => {
    // An event at 100 to 200 is in the way of the target 140; 60 before and 60 after are equally far.
    // Before leaves 0 to 80 free; after leaves 220 to 240 free, a short gap.
    const answer = planHabitDay(
      day([wish('a', 20, 140, { latestEnd: 240 })], [[100, 200]], { start: 0, end: 240 }),
      null,
    );
    expect(answer.starts).toEqual([80]);
  });

  it('[HABIT-11] with a price, a short gap may be worth some distance', () => {
    const problem = day([wish('a', 30, 110, { need: 10, latestEnd: 400 })], [[0, 100]], { start: 0, end: 400 });
    expect(planHabitDay(problem, null).starts).toEqual([110]);
    // 10 minutes away cost 100, the gap of 10 minutes costs 150.
    expect(planHabitDay(problem, 15).starts).toEqual([100]);
  });

  it('[HABIT-12] among equals moves as few as possible against the present plan', () => {
    const twins = (present: [number, number]) => [
      wish('a', 60, 100, { present: present[0] }),
      wish('b', 60, 100, { present: present[1] }),
    ];
    for (const present of [
      [100, 160],
      [160, 100],
      [40, 100],
      [100, 40],
    ] as [number, number][]) {
      expect(planHabitDay(day(twins(present)), null).starts).toEqual(present);
    }
  });

  it('[HABIT-10] [HABIT-11] [HABIT-12] equals an exhaustive search on small days, on all levels', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = seededRandom(seed);
      const hull = { start: 0, end: 90 };
      const busy: [number, number][] = Array.from({ length: random.below(3) }, () => {
        const start = random.below(80);
        return [start, start + 5 + random.below(20)];
      });
      const wishes = Array.from({ length: 2 + random.below(2) }, (_, index): HabitWish => {
        const earliest = random.below(20);
        return {
          id: `h${index}`,
          minutes: 6 + random.below(30),
          earliest,
          latestEnd: 60 + random.below(31),
          target: random.below(90),
          need: 10 + random.below(11),
          success: 0.5,
          priority: 3,
          present: random.below(2) === 0 ? null : random.below(80),
        };
      });
      const gapPrice = seed % 2 === 0 ? null : 15;
      const problem = day(
        wishes,
        busy.map(([start, end]) => [start, Math.min(90, end)]),
        hull,
      );
      const answer = planHabitDay(problem, gapPrice);
      expect(answer.proof, `seed ${seed}`).toBe('optimal');
      expect(levelsOf(problem, answer.starts, gapPrice), `seed ${seed}`).toEqual(exhaustively(problem, gapPrice));
    }
  }, 60_000);

  it('[HABIT-13] greedy places the lowest success first, each nearest to its target', () => {
    const wishes = [wish('steady', 60, 100, { success: 0.9 }), wish('faltering', 60, 100, { success: 0.2 })];
    const { days } = planHabitDays({ days: [day(wishes)], gapPriceMinutes: null, algorithm: 'greedy' });
    expect(days[0]).toMatchObject({ starts: [40, 100], proof: 'baseline' });
  });

  it('[HABIT-13] is never beaten by greedy, and greedy may leave out what the exact day places', () => {
    // Greedy puts the 60 at its target in the middle of 100 free minutes; then no 40 fits.
    const wishes = [
      wish('a', 60, 20, { success: 0.1, latestEnd: 100 }),
      wish('b', 40, 30, { success: 0.9, latestEnd: 100 }),
    ];
    const problem = day(wishes, [], { start: 0, end: 100 });
    const greedy = planHabitDays({ days: [problem], gapPriceMinutes: null, algorithm: 'greedy' }).days[0]!;
    expect(greedy.starts).toEqual([20, null]);
    expect(planHabitDay(problem, null).starts).toEqual([40, 0]);
  });

  it('[HABIT-17] a day that reaches over midnight takes its minutes from the next', () => {
    const late = { ...day([wish('late', 60, 560)]), day: '2026-11-23' };
    const early = { ...day([wish('early', 60, 560)], [], { start: 540, end: 700 }), day: '2026-11-24' };
    const wishes = [{ ...early.wishes[0]!, earliest: 540, latestEnd: 700 }];
    const { days } = planHabitDays({ days: [late, { ...early, wishes }], gapPriceMinutes: null, algorithm: 'best' });
    expect(days.map((answer) => answer.starts[0])).toEqual([540, 600]);
  });

  it(`[HABIT-19] more than ${EXACT_HABITS} habits are planned with a bound instead of a proof`, () => {
    const wishes = Array.from({ length: 18 }, (_, index) => wish(`h${index}`, 20, 300, { latestEnd: 600 }));
    const answer = planHabitDay(day(wishes), null);
    expect(answer.proof).toBe('bounded');
    expect(answer.starts).not.toContain(null);
    expect(answer.bound).toBeLessThanOrEqual(answer.cost);
    // 18 blocks of 20 around 300: the best sum of distances is 15 x 2 x 20 x (0 + 1 + … + 8) + 15 x 9 x 20.
    expect(answer.cost).toBe(15 * 20 * 81);
  });
});
