import { describe, expect, it } from 'vitest';
import { bufferFactor, energySums, meanOver, partSums, projectFactor, promptness } from '#shared/tasks/factors';

const DAY = 1440;

describe('factors of the preference level', () => {
  it('[TASK-17] promptness halves every seven days', () => {
    expect(promptness(0, 0)).toBe(1);
    expect(promptness(0, 7 * DAY)).toBe(0.5);
    expect(promptness(0, 14 * DAY)).toBe(0.25);
  });

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

  it('[TASK-17] buffer is the free minutes on both sides against twice the buffer, at most 1', () => {
    expect(bufferFactor(0, 10, 10)).toBe(0.5);
    expect(bufferFactor(10, 10, 10)).toBe(1);
    expect(bufferFactor(300, 0, 10)).toBe(1);
    expect(bufferFactor(0, 0, 0)).toBe(1);
  });

  it('[TASK-17] project fades with the hours to its nearest block', () => {
    expect(projectFactor(0)).toBe(1);
    expect(projectFactor(240)).toBeCloseTo(Math.exp(-1), 12);
    expect(projectFactor(null)).toBe(0.5);
  });
});
