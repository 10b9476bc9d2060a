import { describe, expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';

describe('seeded random', () => {
  it('gives the published first numbers of Mulberry32 for seed 1', () => {
    // Independent reference: the algorithm evaluated with Python's arbitrary-precision integers masked to 32 bits.
    const random = seededRandom(1);
    expect([random.next(), random.next(), random.next()]).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522,
    ]);
  });

  it('stays inside its limits', () => {
    const random = seededRandom(7);
    const drawn = Array.from({ length: 1000 }, () => random.below(6));
    expect(new Set(drawn)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  });

  it('tells seeds apart', () => {
    expect(seededRandom(2).next()).not.toBe(seededRandom(3).next());
  });
});
