import { expect, it } from 'vitest';
import { seededRandom } from '#shared/base/seeded-random';
import { LongestRunTree } from '#shared/engine/longest-run-tree';

it('[TASK-18] finds the next run that is long enough', () => {
  const tree = new LongestRunTree([10, 50, 20, 60]);
  expect(tree.nextAtLeast(0, 5)).toBe(0);
  expect(tree.nextAtLeast(0, 30)).toBe(1);
  expect(tree.nextAtLeast(2, 30)).toBe(3);
  expect(tree.nextAtLeast(0, 61)).toBe(-1);
  expect(tree.nextAtLeast(4, 1)).toBe(-1);
  expect(tree.longestOfAll()).toBe(60);
});

it('[TASK-18] agrees with a plain scan while runs change', () => {
  const random = seededRandom(7);
  const lengths = Array.from({ length: 37 }, () => random.below(100));
  const tree = new LongestRunTree(lengths);
  for (let round = 0; round < 500; round += 1) {
    const at = random.below(37);
    lengths[at] = random.below(100);
    tree.set(at, lengths[at]!);
    const from = random.below(38);
    const wanted = 1 + random.below(100);
    expect(tree.nextAtLeast(from, wanted)).toBe(
      lengths.findIndex((length, index) => index >= from && length >= wanted),
    );
  }
});

it('is empty without runs', () => {
  expect(new LongestRunTree([]).nextAtLeast(0, 1)).toBe(-1);
});
