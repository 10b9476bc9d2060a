import { describe, expect, it } from 'vitest';
import { habitsOfDay } from '#renderer/features/today/habits-of-day';
import { placementSchema } from '#shared/engine/plan';
import { habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { type Day, parseDay } from '#shared/time/day';
import { formatInstant, parseInstant } from '#shared/time/instant';

const TUESDAY = parseDay('2026-11-24') as Day;
const NOON = parseInstant('2026-11-24T11:00:00Z')!;
const habit = (id: string, fields: object = {}) =>
  habitSchema.parse({ id, title: id, durationMinutes: 30, targetTime: '12:15', ...fields });
const WORLD = {
  habits: [habit('walk'), habit('read'), habit('run', { days: [1, 3, 5] }), habit('old', { status: 'paused' })],
  habitOccurrences: [
    habitOccurrenceSchema.parse({
      id: 'read@2026-11-24',
      habitId: 'read',
      day: TUESDAY,
      state: 'done',
      start: null,
      end: null,
    }),
  ],
  placements: [
    placementSchema.parse({
      kind: 'habit',
      id: 'walk',
      day: '2026-11-24',
      start: '2026-11-24T11:15:00Z',
      end: '2026-11-24T11:45:00Z',
    }),
  ],
  unplaced: [],
  settings: { vacations: [] },
};

describe('the habits of a day', () => {
  it('are the active ones due on it, by time', () => {
    const habits = habitsOfDay(WORLD, TUESDAY, NOON);
    expect(habits.map((one) => [one.habit.id, one.state])).toEqual([
      ['walk', 'planned'],
      ['read', 'done'],
    ]);
    expect(formatInstant(habits[0]!.start!)).toBe('2026-11-24T11:15:00Z');
    expect(habits[0]!.passed).toBe(false);
    const later = parseInstant('2026-11-24T11:46:00Z')!;
    expect(habitsOfDay(WORLD, TUESDAY, later).map((one) => one.passed)).toEqual([true, false]);
  });

  it('include a day that was marked although it is not due', () => {
    const marked = habitOccurrenceSchema.parse({
      id: 'run@2026-11-24',
      habitId: 'run',
      day: TUESDAY,
      state: 'done',
      start: null,
      end: null,
    });
    const habits = habitsOfDay({ ...WORLD, habitOccurrences: [marked] }, TUESDAY, NOON);
    expect(habits.map((one) => one.habit.id)).toContain('run');
  });

  it('rest on vacation', () => {
    const vacations = [{ from: TUESDAY, to: TUESDAY }];
    expect(
      habitsOfDay({ ...WORLD, placements: [], habitOccurrences: [], settings: { vacations } }, TUESDAY, NOON),
    ).toEqual([]);
  });

  it('say why one has no place', () => {
    const unplaced = [
      { kind: 'habit' as const, id: 'read', day: '2026-11-24', reason: 'noFreeRunInWindow' as const, detail: 'full' },
    ];
    expect(habitsOfDay({ ...WORLD, unplaced }, TUESDAY, NOON).map((one) => one.unplaced)).toEqual([null, 'full']);
  });
});
