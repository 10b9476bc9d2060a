import { describe, expect, it } from 'vitest';
import { habitSchema } from '#shared/habits/habit';
import { withTarget } from '#shared/habits/with-target';

const habit = habitSchema.parse({
  id: 'h',
  title: 'h',
  durationMinutes: 30,
  targetTime: '08:30',
  window: ['08:00', '12:00'],
  weekdayTargets: { '1': '09:00' },
});

describe('another target', () => {
  it('keeps a window that holds it, and opens the nearer side of one that does not', () => {
    const to = (minutes: number) => {
      const { targetTime, window, weekdayTargets } = withTarget(habit, minutes);
      return [targetTime, ...window, Object.keys(weekdayTargets).length];
    };
    expect(to(11 * 60 + 30)).toEqual(['11:30', '08:00', '12:00', 0]);
    expect(to(17 * 60)).toEqual(['17:00', '08:00', '17:30', 0]);
    expect(to(7 * 60)).toEqual(['07:00', '07:00', '12:00', 0]);
  });
});
