import { describe, expect, it } from 'vitest';
import { listOf } from '#shared/base/list-of';

describe('listOf', () => {
  it('makes entry after entry, and none of none', () => {
    expect(listOf(4, (index) => index * index)).toEqual([0, 1, 4, 9]);
    expect(listOf(0, () => 'never')).toEqual([]);
  });
});
