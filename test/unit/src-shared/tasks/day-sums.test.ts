import { describe, expect, it } from 'vitest';
import { energySums, meanOver, partSums } from '#shared/tasks/day-sums';

describe('energy and part of day over the minutes of a day', () => {
  it('[TASK-17] energy is 1 for the exact band, 0.5 for its neighbour, 0 for the opposite, 0.5 outside all bands', () => {
    const bands = [
      { from: 9 * 60, to: 12 * 60, level: 'high' as const },
      { from: 12 * 60, to: 14 * 60, level: 'medium' as const },
      { from: 14 * 60, to: 16 * 60, level: 'low' as const },
    ];
    const high = energySums(bands, 'high');
    expect(meanOver(high, 9 * 60, 60)).toBe(1);
    expect(meanOver(high, 12 * 60, 60)).toBe(0.5);
    expect(meanOver(high, 14 * 60, 60)).toBe(0);
    expect(meanOver(high, 18 * 60, 60)).toBe(0.5);
    // Half an hour of high and half an hour of medium.
    expect(meanOver(high, 11 * 60 + 30, 60)).toBe(0.75);
    expect(meanOver(energySums(bands, null), 9 * 60, 60)).toBe(0.5);
  });

  it('[TASK-17] part of day is the share of minutes inside, also over midnight', () => {
    expect(meanOver(partSums({ from: 300, to: 720 }), 690, 60)).toBe(0.5);
    expect(meanOver(partSums({ from: 23 * 60, to: 60 }), 23 * 60 + 30, 60)).toBe(1);
    expect(meanOver(partSums(null), 690, 60)).toBe(0.5);
  });

  it('names the best any minute is worth', () => {
    expect(energySums([{ from: 540, to: 720, level: 'medium' }], 'low').most).toBe(0.5);
    expect(energySums([{ from: 540, to: 720, level: 'low' }], 'low').most).toBe(1);
    // Nothing but the opposite, all day.
    expect(energySums([{ from: 540, to: 540, level: 'high' }], 'low').most).toBe(0);
    expect(partSums(null).most).toBe(0.5);
  });

  it('remembers days, and never gives one for another', () => {
    for (let from = 0; from < 200; from += 1) partSums({ from, to: from + 60 });
    for (let from = 0; from < 200; from += 1) expect(meanOver(partSums({ from, to: from + 60 }), from, 120)).toBe(0.5);
    expect(partSums({ from: 300, to: 360 })).toBe(partSums({ from: 300, to: 360 }));
    const bands = [{ from: 540, to: 720, level: 'high' as const }];
    expect(meanOver(energySums(bands, 'high'), 540, 60)).toBe(1);
    expect(meanOver(energySums([{ ...bands[0]!, to: 570 }], 'high'), 540, 60)).toBe(0.75);
    expect(meanOver(energySums(bands, 'low'), 540, 60)).toBe(0);
  });
});
