import { describe, expect, it } from 'vitest';
import { slippingToday } from '#renderer/features/today/slipping-habit';
import { habitSchema } from '#shared/habits/habit';
import type { OpenHabit } from '#shared/habits/open-habit';
import type { Day } from '#shared/time/day';

const habit = (id: string, history: boolean[] = [true]) =>
  habitSchema.parse({ id, title: id, durationMinutes: 30, targetTime: '08:00', history });
const open = (habitId: string, more: Partial<OpenHabit> = {}): OpenHabit => ({
  habitId,
  day: '2026-11-24' as Day,
  title: habitId,
  minutes: 30,
  minMinutes: null,
  notify: 'all',
  place: { start: 900, end: 930 },
  free: [{ start: 480, end: 1200 }],
  windowEnd: 1200,
  ...more,
});

describe('the habits that slip today', () => {
  it('are those without room, at their last call, gone by, or slipping across days, the most urgent first', () => {
    const habits = ['calm', 'passed', 'last', 'full']
      .map((id) => habit(id))
      .concat(habit('across', [true, false, false]));
    const found = slippingToday(
      habits,
      [],
      [
        open('calm'),
        open('passed', { place: { start: 600, end: 630 } }),
        open('across'),
        open('last', { place: null, free: [{ start: 480, end: 710 }] }),
        open('full', { place: null, free: [] }),
      ],
      15,
      670,
    );
    expect(found.map((one) => `${one.habit.id} ${one.state.kind}`)).toEqual([
      'full slipped',
      'last lastCall',
      'passed calm',
      'across calm',
    ]);
    expect(found.at(-1)).toMatchObject({ sign: { kind: 'missesInARow', misses: 2 }, recent: [true, false, false] });
  });

  it('are not those under way, nor tight ones with a place ahead', () => {
    const tight = { free: [{ start: 480, end: 720 }] };
    const one = (more: Partial<OpenHabit>) => slippingToday([habit('h')], [], [open('h', more)], 15, 665).length;
    expect(one({ place: { start: 660, end: 690 } })).toBe(0);
    expect(one({ ...tight, place: { start: 675, end: 705 } })).toBe(0);
    expect(one({ ...tight, place: null })).toBe(1);
  });
});
