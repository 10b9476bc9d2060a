import { expect, test } from 'vitest';
import { breather } from '#renderer/state/breathe';
import { sortInSlices } from '#renderer/state/sort-in-slices';
import { by } from '#shared/base/ordering';
import { seededRandom } from '#shared/base/seeded-random';

test('sorts like sort, and keeps the order of equals', async () => {
  const random = seededRandom(11);
  const list = Array.from({ length: 25_000 }, (_, index) => ({ key: random.below(500), index }));
  const sorted = await sortInSlices(
    list,
    by((entry) => entry.key),
    breather(),
  );
  expect(sorted).toEqual([...list].sort((a, b) => a.key - b.key));
});

test('a short list and an empty one', async () => {
  const order = by((value: number) => value);
  expect(await sortInSlices([3, 1, 2], order, breather())).toEqual([1, 2, 3]);
  expect(await sortInSlices([], order, breather())).toEqual([]);
});
