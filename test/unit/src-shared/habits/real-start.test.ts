import { describe, expect, it } from 'vitest';
import { habitOccurrenceSchema } from '#shared/habits/habit';
import { realStart } from '#shared/habits/real-start';
import { formatInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const UTC = parseZone('UTC')!;
const habit = { durationMinutes: 30 };
const start = (fields: object) => {
  const at = realStart(
    habit,
    habitOccurrenceSchema.parse({
      id: 'h@2026-11-24',
      habitId: 'h',
      day: '2026-11-24',
      state: 'done',
      start: '2026-11-24T08:00:00Z',
      end: '2026-11-24T08:30:00Z',
      ...fields,
    }),
    UTC,
  );
  return at === null ? null : formatInstant(at).slice(11, 16);
};

describe('[HABIT-33] when a habit was really done', () => {
  it('is its place, unless the check-off tells another time', () => {
    expect(start({ completedAt: null })).toBe('08:00');
    expect(start({ completedAt: '2026-11-24T08:31:00Z' })).toBe('08:00');
    expect(start({ completedAt: '2026-11-24T15:00:00Z' })).toBe('08:00');
    expect(start({ completedAt: '2026-11-24T07:30:00Z' })).toBe('07:00');
    expect(start({ state: 'doneLate', completedAt: '2026-11-24T18:30:00Z' })).toBe('18:00');
    expect(start({ state: 'doneLate', completedAt: '2026-11-24T18:30:00Z', pinned: true })).toBe('08:00');
    expect(start({ start: null, completedAt: '2026-11-24T18:30:00Z' })).toBe('18:00');
  });

  it('is not told by a check-off on a later day, but by one in its own night', () => {
    expect(start({ start: null, completedAt: '2026-11-26T10:42:00Z' })).toBeNull();
    expect(start({ completedAt: '2026-11-26T10:42:00Z' })).toBe('08:00');
    expect(start({ start: null, state: 'doneLate', completedAt: '2026-11-25T01:00:00Z' })).toBe('00:30');
  });

  it('is nothing where it was not done', () => {
    expect(start({ state: 'missed' })).toBeNull();
    expect(start({ start: null, completedAt: null })).toBeNull();
  });
});
