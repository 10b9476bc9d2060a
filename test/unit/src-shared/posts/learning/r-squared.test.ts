import { describe, expect, it } from 'vitest';
import { rSquared, rSquaredInterval } from '#shared/posts/learning/r-squared';

describe('R2', () => {
  it('[POST-66] is 1 for perfect, 0 for the mean, below 0 for worse, and 0 without variance', () => {
    expect(rSquared([1, 2, 3], [1, 2, 3])).toBe(1);
    expect(rSquared([1, 2, 3], [2, 2, 2])).toBe(0);
    expect(rSquared([1, 2, 3], [3, 2, 1])).toBe(-3);
    expect(rSquared([2, 2], [1, 3])).toBe(0);
    expect(rSquared([], [])).toBe(0);
  });

  it('[POST-66] has an interval that narrows with rows', () => {
    const actual = (count: number) => Array.from({ length: count }, (_, i) => (i * 7919) % 17);
    const width = (count: number) => {
      const { low, high } = rSquaredInterval(
        actual(count),
        actual(count).map((value, i) => value + ((i * 31) % 7) - 3),
        1,
      );
      return high - low;
    };
    expect(width(400)).toBeLessThan(width(20));
  });
});
