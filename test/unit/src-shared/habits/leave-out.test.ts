import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import type { HabitDay, HabitWish } from '#shared/habits/habit-day';
import { planHabitDay } from '#shared/habits/plan-habit-days';

const wish = (id: string, minutes: number, target: number, priority: number): HabitWish => ({
  id,
  minutes,
  target,
  earliest: 0,
  latestEnd: 60,
  need: 10,
  success: 0.5,
  priority,
  present: null,
});
const dayOf = (wishes: HabitWish[]): HabitDay => ({
  day: '2026-11-23',
  hull: { start: 0, end: 60 },
  free: [{ start: 0, end: 60 }],
  wishes,
});

describe('[HABIT-34] where a day cannot hold all habits', () => {
  it('the least urgent is left out, though leaving out another would be nearer to the targets', () => {
    const wishes = (far: number) => [wish('a', 30, 0, 3), wish('b', 30, 30, 3), wish('c', 30, 55, far)];
    expect(planHabitDay(dayOf(wishes(3)), null).starts).toEqual([0, 30, null]);
    expect(planHabitDay(dayOf(wishes(2)), null)).toMatchObject({ starts: [0, null, 30], proof: 'optimal', cost: 250 });
    expect(planHabitDay(dayOf([wish('a', 30, 0, 4), wish('b', 30, 30, 3), wish('c', 30, 55, 3)]), null).starts).toEqual(
      [null, 0, 30],
    );
  });

  it('as few as can be are left out, whatever they are', () => {
    // One urgent habit of 60 minutes, or two of low priority: two is more than one.
    expect(
      planHabitDay(dayOf([wish('long', 60, 0, 1), wish('x', 30, 0, 4), wish('y', 30, 30, 4)]), null).starts,
    ).toEqual([null, 0, 30]);
  });

  it('equals an exhaustive choice of whom to leave out', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const wishes = Array.from({ length: 4 }, (_, index) =>
        wish(`h${index}`, 10 + 5 * random.below(5), 5 * random.below(12), 1 + random.below(4)),
      );
      const answer = planHabitDay(dayOf(wishes), null);
      const left = wishes.filter((_, index) => answer.starts[index] === null);
      const harm = (some: readonly HabitWish[]) => some.reduce((sum, one) => sum + 16 ** (4 - one.priority), 0);
      const allowed = Array.from({ length: 16 }, (_, mask) => wishes.filter((__, index) => (mask >> index) & 1))
        .filter((some) => fits(wishes.filter((one) => !some.includes(one))))
        .sort((a, b) => a.length - b.length || harm(a) - harm(b))[0]!;
      expect([left.length, harm(left)], `seed ${seed}`).toEqual([allowed.length, harm(allowed)]);
    }
  });
});

/** The windows are the whole hour, so lengths alone decide. */
function fits(wishes: readonly HabitWish[]): boolean {
  return wishes.reduce((sum, one) => sum + one.minutes, 0) <= 60;
}
