import { describe, expect, it } from 'vitest';
import { expectedStrength, habitStrength, nextStrength, recentSuccess, strengthKept } from '#shared/habits/strength';

const kept = (count: number): boolean[] => Array.from({ length: count }, () => true);

describe('habit strength', () => {
  it('leaves 94.8 % of full strength after one miss of a daily habit', () => {
    expect(nextStrength(1, 0, 7)).toBeCloseTo(0.948, 3);
  });

  it('halves over 13 days daily, 19.9 days at three a week, 34.4 days weekly', () => {
    const halfLifeInDays = (daysPerWeek: number): number =>
      (Math.log(0.5) / Math.log(strengthKept(daysPerWeek))) * (7 / daysPerWeek);
    expect(halfLifeInDays(7)).toBeCloseTo(13, 6);
    expect(halfLifeInDays(3)).toBeCloseTo(19.86, 2);
    expect(halfLifeInDays(1)).toBeCloseTo(34.39, 2);
  });

  it('starts at nothing and rises with each attempt kept', () => {
    expect(habitStrength([], 7)).toBe(0);
    expect(habitStrength(kept(13), 7)).toBeCloseTo(0.5, 6);
    // 15 weeks of a weekly habit are 105 days: 1 - 0.5^(105 / 34.39).
    expect(habitStrength(kept(15), 1)).toBeCloseTo(0.8795, 3);
  });

  it('weighs a late miss more than an early one', () => {
    expect(habitStrength([false, ...kept(10)], 7)).toBeGreaterThan(habitStrength([...kept(10), false], 7));
  });

  it('counts a part done as a part', () => {
    expect(nextStrength(0, 0.5, 7)).toBeCloseTo((1 - 0.5 ** (1 / 13)) / 2, 9);
  });
});

describe('recent success', () => {
  it('looks back on the last 15 attempts', () => {
    expect(recentSuccess([])).toEqual({ done: 0, attempts: 0 });
    expect(recentSuccess([true, false, true])).toEqual({ done: 2, attempts: 3 });
    expect(recentSuccess([false, false, ...kept(15)])).toEqual({ done: 15, attempts: 15 });
  });
});

describe('[HABIT-27] strength', () => {
  it('takes shares of a countable goal, and rarer habits than weekly', () => {
    // Half of the goal once: 0.5 x (1 - 0.5^(1/13)).
    expect(habitStrength([0.5], 7)).toBeCloseTo(0.5 * (1 - 0.5 ** (1 / 13)), 12);
    // Every 28 days, f = 1/28: one attempt stands for 28 days of m = 0.5^(sqrt(1/28)/13).
    expect(strengthKept(7 / 28)).toBeCloseTo(0.5 ** ((Math.sqrt(1 / 28) / 13) * 28), 12);
  });

  it('is expected to move towards the chance of keeping it', () => {
    // Two attempts (3 a week, 5 days rounded): s -> s m + p (1 - m), twice.
    const m = strengthKept(3);
    const once = 0.5 * m + 0.8 * (1 - m);
    expect(expectedStrength(0.5, 0.8, 5, 3)).toBeCloseTo(once * m + 0.8 * (1 - m), 12);
    expect(expectedStrength(0.5, 1, 3650, 7)).toBeCloseTo(1, 6);
  });
});
