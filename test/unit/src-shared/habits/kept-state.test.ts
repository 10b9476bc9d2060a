import { describe, expect, it } from 'vitest';
import { habitSchema } from '#shared/habits/habit';
import { keptStateAt } from '#shared/habits/kept-state';
import { parseDay } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { problemWith } from '../../../helpers/planning-problem';

const { settings } = problemWith({ settings: { timeZone: 'Europe/Berlin' } });
const habit = habitSchema.parse({
  id: 'h',
  title: 'h',
  durationMinutes: 30,
  targetTime: '08:00',
  window: ['07:00', '10:00'],
});
/** 10:00 in Berlin is 09:00 in UTC. */
const at = (iso: string) => keptStateAt(habit, parseDay('2026-11-24')!, parseInstant(iso)!, settings);

describe('[HABIT-32] a check-off', () => {
  it('is in time up to the end of the window, and late until 4:00', () => {
    expect(at('2026-11-24T09:00:00Z')).toBe('done');
    expect(at('2026-11-24T09:01:00Z')).toBe('doneLate');
    expect(at('2026-11-25T02:59:00Z')).toBe('doneLate');
  });

  it('on a later day says what was', () => {
    expect(at('2026-11-25T03:00:00Z')).toBe('done');
  });
});
