import { describe, expect, it } from 'vitest';
import { attemptOf, historyAfter, successOf } from '#renderer/state/habit-history';
import { type HabitOccurrence, habitOccurrenceSchema, habitSchema } from '#shared/habits/habit';

const run = (history: boolean[]) =>
  habitSchema.parse({ id: 'run', title: 'Run', durationMinutes: 45, targetTime: '18:00', history });

function on(day: string, state: HabitOccurrence['state'], habitId = 'run'): HabitOccurrence {
  return habitOccurrenceSchema.parse({ id: `${habitId}@${day}`, habitId, day, state, start: null, end: null });
}

describe('habit history', () => {
  it('counts kept and missed as attempts, planned and skipped not', () => {
    expect(['done', 'doneLate', 'missed', 'planned', 'skipped'].map((state) => attemptOf(state as never))).toEqual([
      true,
      true,
      false,
      null,
      null,
    ]);
  });

  it('keeps what came with the document before the recorded days', () => {
    const before = [on('2026-11-23', 'done')];
    const after = [...before, on('2026-11-24', 'missed')];
    expect(historyAfter(run([false, false, true]), before, after)).toEqual([false, false, true, false]);
  });

  it('orders recorded days by date and leaves other habits out', () => {
    const after = [on('2026-11-24', 'done'), on('2026-11-22', 'missed'), on('2026-11-23', 'done', 'read')];
    expect(historyAfter(run([]), [], after)).toEqual([false, true]);
  });

  it('survives a document whose history is shorter than its days', () => {
    const days = [on('2026-11-23', 'done'), on('2026-11-24', 'done')];
    expect(historyAfter(run([true]), days, days)).toEqual([true, true]);
  });

  it('gives success over the last 15 attempts', () => {
    expect(successOf(run([]))).toBeNull();
    expect(successOf(run([false, false, ...Array<boolean>(12).fill(true), false, false, false]))).toBe(0.8);
  });
});
