import { expect, it } from 'vitest';
import { slicesOf } from '#shared/base/slices-of';

it('cuts a list into pieces, the last one shorter', () => {
  expect([...slicesOf([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
  expect([...slicesOf([1, 2], 2)]).toEqual([[1, 2]]);
  expect([...slicesOf([], 2)]).toEqual([]);
});
