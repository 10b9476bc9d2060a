import { describe, expect, it } from 'vitest';
import { verdict } from '#renderer/features/insights/habit-verdict';

const quality = (placed: number, meanDeltaMinutes: number) => ({
  placed,
  unplaced: 10 - placed,
  meanDeltaMinutes,
  shortGaps: 0,
  cost: 0,
});
const compared = (best: [number, number], greedy: [number, number]) => ({
  days: [],
  best: quality(...best),
  greedy: quality(...greedy),
  proven: 0,
  nearerMinutes: greedy[1] - best[1],
});

describe('what the exact method gains', () => {
  it.each([
    [compared([10, 4], [10, 12.5]), '8.5 min nearer to your targets than the simple method.'],
    [compared([10, 9], [9, 4]), '1 visit has a place that the simple method leaves out.'],
    [
      compared([10, 4], [10, 4.01]),
      'As near to your targets as the simple method: your days leave enough room for both.',
    ],
  ])('%#', (comparison, words) => {
    expect(verdict(comparison)).toBe(words);
  });
});
