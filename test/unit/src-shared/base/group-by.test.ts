import { describe, expect, it } from 'vitest';
import { groupBy } from '#shared/base/group-by';

describe('groupBy', () => {
  it('keeps the order of first appearance, of groups and inside them', () => {
    expect([...groupBy(['pear', 'fig', 'plum', 'apple', 'fir'], (word) => word[0])]).toEqual([
      ['p', ['pear', 'plum']],
      ['f', ['fig', 'fir']],
      ['a', ['apple']],
    ]);
  });
});
