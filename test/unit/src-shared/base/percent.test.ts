import { describe, expect, it } from 'vitest';
import { percent } from '#shared/base/percent';

describe('percent', () => {
  it('is a whole number close to its sign', () => {
    expect([0, 0.005, 0.874, 1].map((share) => percent(share))).toEqual(['0%', '1%', '87%', '100%']);
  });

  it('keeps the decimals that are asked for', () => {
    expect([percent(0.004, 1), percent(0.3, 1)]).toEqual(['0.4%', '30.0%']);
  });
});
