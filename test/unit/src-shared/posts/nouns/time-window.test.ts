import { describe, expect, it } from 'vitest';
import { isInWindow, minutesInWindows } from '#shared/posts/nouns/time-window';

const MONDAY_TEN = 600;

describe('time windows', () => {
  it.each([
    [{ days: [1], from: '10:00', to: '11:00' }, MONDAY_TEN, true],
    [{ days: [1], from: '09:00', to: '10:00' }, MONDAY_TEN, false],
    [{ days: [7], from: '22:00', to: '11:00' }, MONDAY_TEN, true],
    [{ days: [7], from: '22:00', to: '10:00' }, MONDAY_TEN, false],
    [{ days: [1], from: '00:00', to: '24:00' }, 1439, true],
    [{ days: [1], from: '00:00', to: '24:00' }, 1440, false],
    [{ days: [1], from: '10:00', to: '10:00' }, 1440 + 599, true],
  ])('[POST-24] %o at minute %i of the week: %s', (window, minute, inside) => {
    expect(isInWindow(window, minute)).toBe(inside);
    expect(minutesInWindows([window])[minute]).toBe(inside ? 1 : 0);
  });
});
