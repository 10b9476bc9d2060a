import { describe, expect, it } from 'vitest';
import { smoothed, smoothedSeries } from '#shared/posts/adaptive/smoothing';

describe('smoothing', () => {
  it('[POST-73] gives the newest value a fifth and carries on over silence', () => {
    expect(smoothed(null, 7, 0.2)).toBe(7);
    expect(smoothed(10, 20, 0.2)).toBe(12);
    expect(smoothedSeries([10, 20, null, 2], 0.2)).toEqual([10, 12, 12, 10]);
  });
});
