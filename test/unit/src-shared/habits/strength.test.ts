import { describe, expect, it } from 'vitest';
import { currentStreak, habitStrength, nextStrength, recentSuccess, strengthKept } from '#shared/habits/strength';

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

describe('the streak', () => {
  it('counts the attempts kept since the last miss', () => {
    expect(currentStreak([])).toBe(0);
    expect(currentStreak([true, true])).toBe(2);
    expect(currentStreak([true, false, true, true, true])).toBe(3);
    expect(currentStreak([true, true, false])).toBe(0);
  });
});
