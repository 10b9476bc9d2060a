import { describe, expect, it } from 'vitest';
import { bufferFactor, projectFactor, promptness } from '#shared/tasks/factors';

const DAY = 1440;

describe('factors of the preference level', () => {
  it('[TASK-17] promptness halves every seven days', () => {
    expect(promptness(0, 0)).toBe(1);
    expect(promptness(0, 7 * DAY)).toBe(0.5);
    expect(promptness(0, 14 * DAY)).toBe(0.25);
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
