import { describe, expect, it } from 'vitest';
import { sparklinePoints } from '#renderer/ui/sparkline-points';

describe('a sparkline', () => {
  it('runs from left to right, the least value at the foot', () => {
    expect(sparklinePoints([2, 4, 3])).toEqual([
      { x: 3, y: 15 },
      { x: 30, y: 3 },
      { x: 57, y: 9 },
    ]);
  });

  it('is a flat line of equal values, and a point of one', () => {
    expect(sparklinePoints([0, 0]).map(({ y }) => y)).toEqual([15, 15]);
    expect(sparklinePoints([5])).toEqual([{ x: 57, y: 15 }]);
  });
});
