import { describe, expect, it } from 'vitest';
import { smoothed } from '#shared/posts/adaptive/smoothing';

describe('smoothing', () => {
  it('[POST-73] gives the newest value a fifth', () => {
    expect(smoothed(null, 7, 0.2)).toBe(7);
    expect(smoothed(10, 20, 0.2)).toBe(12);
    expect(smoothed(12, 2, 0.2)).toBe(10);
  });
});
