import { describe, expect, it } from 'vitest';
import { habitSchema } from '#shared/habits/habit';
import { weekQuota, weekStartOf } from '#shared/habits/week-quota';
import type { Day } from '#shared/time/day';

const MONDAY = '2026-11-23' as Day;
const habit = habitSchema.parse({ id: 'h', title: 'h', durationMinutes: 30, targetTime: '12:00' });

describe('[HABIT-25] the times of a week', () => {
  it('are all of them in a whole week, and never more than its days', () => {
    expect(weekQuota(habit, 3, MONDAY, { vacations: [] }, null)).toBe(3);
    expect(weekQuota({ ...habit, days: [1, 2] }, 3, MONDAY, { vacations: [] }, null)).toBe(2);
  });

  it('are a share of them where days are missing: 3 of 7 days at 4 a week are 1.7, so 2', () => {
    expect(weekQuota(habit, 4, MONDAY, { vacations: [] }, '2026-11-27' as Day)).toBe(2);
    const away = { vacations: [{ from: '2026-11-23', to: '2026-11-26' }] as never };
    expect(weekQuota(habit, 4, MONDAY, away, null)).toBe(2);
    expect(weekQuota(habit, 1, MONDAY, away, null)).toBe(1);
    expect(weekQuota(habit, 4, MONDAY, { vacations: [] }, '2026-12-01' as Day)).toBe(0);
  });

  it('belong to the week as the user begins it', () => {
    expect(weekStartOf('2026-11-29' as Day, 1)).toBe('2026-11-23');
    expect(weekStartOf('2026-11-29' as Day, 7)).toBe('2026-11-29');
  });
});
