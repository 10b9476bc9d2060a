import { expect, it } from 'vitest';
import { edgeSpeed } from '#renderer/features/tournaments/edge-scroll';

it('scrolls near an edge only, faster the nearer, and no faster beyond it', () => {
  // Edges at 100 and 500, 44 pixels of each count, 14 pixels a frame at most.
  expect([90, 100, 122, 144, 300, 456, 478, 500, 900].map((at) => edgeSpeed(at, 100, 500))).toEqual([
    -14, -14, -7, 0, 0, 0, 7, 14, 14,
  ]);
  expect(edgeSpeed(5, 10, 10)).toBe(0);
});
