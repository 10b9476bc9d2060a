import { describe, expect, it } from 'vitest';
import { repeatedMove } from '#renderer/state/new-target';
import { habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';
import { parseZone } from '#shared/time/zone';

const UTC = parseZone('UTC')!;
const habit = habitSchema.parse({ id: 'h', title: 'h', durationMinutes: 30, targetTime: '08:30' });
/** One day each from the 16th on: `!` = moved by hand. */
const past = (...starts: string[]) =>
  starts.map((text, index) => {
    const day = `2026-11-${16 + index}`;
    const start = `${day}T${text.replace('!', '')}:00Z`;
    return habitOccurrenceSchema.parse({
      id: `h@${day}`,
      habitId: 'h',
      day,
      state: 'done',
      start,
      end: start,
      pinned: text.endsWith('!'),
    });
  });

describe('[HABIT-47] a move that repeats', () => {
  it('is asked about after three moves to about the same time among the last six', () => {
    expect(repeatedMove(habit, past('18:00!', '08:30', '18:20!', '18:10!'), UTC)).toBe(18 * 60 + 10);
    expect(repeatedMove(habit, past('18:00!', '08:30', '18:10!'), UTC)).toBeNull();
    expect(repeatedMove(habit, past('18:00!', '12:00!', '15:00!'), UTC)).toBeNull();
    expect(repeatedMove(habit, past('18:00!', '18:00!', '08:30', '08:30', '08:30', '08:30', '18:00!'), UTC)).toBeNull();
  });

  it('is not asked about where it is the target already', () => {
    expect(repeatedMove(habit, past('08:45!', '08:40!', '08:50!'), UTC)).toBeNull();
    expect(repeatedMove(habit, [], UTC)).toBeNull();
  });
});
