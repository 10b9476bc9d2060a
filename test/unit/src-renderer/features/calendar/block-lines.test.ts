import { describe, expect, test } from 'vitest';
import { blockLines } from '#renderer/features/calendar/block-lines';

describe('what a block of 52 px an hour has room for', () => {
  test.each([
    [15, false, { title: 1, meta: 'none', tiny: true }],
    [30, true, { title: 1, meta: 'none', tiny: false }],
    [45, false, { title: 1, meta: 'start', tiny: false }],
    [60, true, { title: 2, meta: 'start', tiny: false }],
    [75, false, { title: 3, meta: 'range', tiny: false }],
    [90, true, { title: 3, meta: 'rangeAndPlace', tiny: false }],
  ] as const)('%d min, place %s', (minutes, hasPlace, lines) => {
    expect(blockLines(minutes, 52, hasPlace)).toEqual(lines);
  });
});
