import { describe, expect, it } from 'vitest';
import { firstIndex } from '#shared/base/first-index';

describe('the first index at which something holds', () => {
  it('is found at the front, in the middle, behind equals and at the end', () => {
    const list = [1, 3, 3, 3, 7];
    const from = (least: number) => firstIndex(list.length, (index) => list[index]! >= least);
    expect([0, 1, 2, 3, 4, 7, 8].map(from)).toEqual([0, 0, 1, 1, 4, 4, 5]);
    expect(firstIndex(0, () => true)).toBe(0);
  });

  it('looks at no more than the logarithm of the places', () => {
    let looks = 0;
    const found = firstIndex(1_000_000, (index) => {
      looks += 1;
      return index >= 765_432;
    });
    expect(found).toBe(765_432);
    expect(looks).toBeLessThanOrEqual(20);
  });
});
