import { describe, expect, test } from 'vitest';
import { type FocusStop, inFocusOrder, moveFocus } from '#renderer/features/calendar/grid-focus';
import type { Day } from '#shared/time/day';

const stop = (id: string, day: string, minute: number): FocusStop => ({ id, day: day as Day, minute });
const ORDERED = inFocusOrder([
  stop('wedLunch', '2026-11-25', 735),
  stop('monCall', '2026-11-23', 540),
  stop('monTrip', '2026-11-23', -1000),
  stop('monRun', '2026-11-23', 420),
  stop('wedRun', '2026-11-25', 420),
]);

describe('arrow keys between blocks', () => {
  test('the order is day, then all-day bars, then time', () => {
    expect(ORDERED.map((one) => one.id)).toEqual(['monTrip', 'monRun', 'monCall', 'wedRun', 'wedLunch']);
  });

  test.each([
    ['monRun', 'down', 'monCall'],
    ['monRun', 'up', 'monTrip'],
    ['monCall', 'down', null],
    ['monCall', 'right', 'wedRun'],
    ['wedLunch', 'left', 'monCall'],
    ['wedLunch', 'right', null],
    ['monCall', 'first', 'monTrip'],
    ['wedRun', 'last', 'wedLunch'],
  ] as const)('from %s %s leads to %s', (from, move, to) => {
    expect(moveFocus(ORDERED, from, move)).toBe(to);
  });

  test('a block that is gone leads to the first one', () => {
    expect(moveFocus(ORDERED, 'gone', 'down')).toBe('monTrip');
    expect(moveFocus([], 'gone', 'down')).toBeNull();
  });
});
