import { describe, expect, it } from 'vitest';
import { isSlipping } from '#shared/habits/slipping';

const repeat = (done: boolean, count: number): boolean[] => Array.from({ length: count }, () => done);

describe('a slipping habit', () => {
  it('is one with two misses in a row', () => {
    expect(isSlipping([...repeat(true, 13), false, false], 7)).toBe(true);
    expect(isSlipping([...repeat(true, 13), false], 7)).toBe(false);
  });

  it('is one kept less than six times in ten of the last 15', () => {
    // 8 of 15 kept, never two misses in a row at the end.
    expect(
      isSlipping(
        [...repeat(true, 1), false, true, false, true, false, true, false, true, false, true, false, true, false, true],
        7,
      ),
    ).toBe(true);
    // A first miss is no rate yet.
    expect(isSlipping([false], 7)).toBe(false);
  });

  it('is one whose strength fell by ten points in two weeks', () => {
    // Full strength, then three of the last fourteen missed evenly: the drop stays small.
    const nearlyFull = repeat(true, 90);
    const oneInFive = [true, true, true, true, false, true, true, true, true, false, true, true, true, false];
    expect(isSlipping([...nearlyFull, ...oneInFive], 7)).toBe(true);
    expect(isSlipping([...nearlyFull, ...repeat(true, 14)], 7)).toBe(false);
  });

  it('never is one without attempts', () => {
    expect(isSlipping([], 3)).toBe(false);
  });
});
