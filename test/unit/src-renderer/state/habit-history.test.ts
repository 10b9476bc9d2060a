import { describe, expect, it } from 'vitest';
import { withoutRecordedDays, withRecordedDays } from '#renderer/state/habit-history';
import { type HabitOccurrence, habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';

const run = (history: boolean[]) =>
  habitSchema.parse({ id: 'run', title: 'Run', durationMinutes: 45, targetTime: '18:00', history });

function on(day: string, state: HabitOccurrence['state'], habitId = 'run'): HabitOccurrence {
  return habitOccurrenceSchema.parse({ id: `${habitId}@${day}`, habitId, day, state, start: null, end: null });
}

const seen = (stored: boolean[], days: HabitOccurrence[]) => withRecordedDays([run(stored)], days)[0]?.history;
const kept = (history: boolean[], days: HabitOccurrence[]) => withoutRecordedDays([run(history)], days)[0]?.history;

describe('habit history', () => {
  it('shows recorded days after what came before them, by date', () => {
    const days = [on('2026-11-24', 'missed'), on('2026-11-22', 'done'), on('2026-11-23', 'skipped')];
    expect(seen([false, false, true], days)).toEqual([false, false, true, true, false]);
    expect(seen([true], [on('2026-11-24', 'done', 'read')])).toEqual([true]);
  });

  it('stores what it shows without those days, and shows it again', () => {
    const days = [on('2026-11-23', 'done'), on('2026-11-24', 'missed')];
    expect(kept([false, true, true, false], days)).toEqual([false, true]);
    expect(seen(kept([false, true, true, false], days)!, days)).toEqual([false, true, true, false]);
  });

  it('survives a document whose history is shorter than its days', () => {
    const days = [on('2026-11-23', 'done'), on('2026-11-24', 'done')];
    expect(kept([true], days)).toEqual([]);
  });
});
