import { describe, expect, it } from 'vitest';
import { batchSizeOf } from '#shared/tournaments/classic/batch-size';

describe('the batch size', () => {
  it('[TRN-18] is the least of courts, umpires and override', () => {
    // The source's example: 3 courts, 5 umpires, no override.
    expect(batchSizeOf(3, 5, null)).toBe(3);
    expect(batchSizeOf(5, 3, null)).toBe(3);
    expect(batchSizeOf(5, 3, 2)).toBe(2);
    expect(batchSizeOf(5, 3, 4)).toBe(3);
  });

  it('[TRN-18] is not limited by an empty list, or an override of null or 0', () => {
    expect(batchSizeOf(4, 0, null)).toBe(4);
    expect(batchSizeOf(0, 6, null)).toBe(6);
    expect(batchSizeOf(4, 6, 0)).toBe(4);
    expect(batchSizeOf(0, 0, 3)).toBe(3);
    expect(batchSizeOf(0, 0, null)).toBe(Number.POSITIVE_INFINITY);
  });
});
