import { expect, it } from 'vitest';
import { needOf, successRate } from '#shared/habits/need';

const kept = (count: number, of: number) => Array.from({ length: of }, (_, index) => index < count);

it('[HABIT-8] need is 10 for always kept, 20 for never kept, 15 without history, rounded to a whole number', () => {
  expect(needOf(kept(15, 15))).toBe(10);
  expect(needOf(kept(0, 15))).toBe(20);
  expect(needOf([])).toBe(15);
  // 10 x (2 - 10/15) = 13.33
  expect(needOf(kept(10, 15))).toBe(13);
});

it('[HABIT-8] only the last 15 attempts count', () => {
  expect(successRate([...kept(0, 100), ...kept(15, 15)])).toBe(1);
  expect(successRate([])).toBeNull();
});
