import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { practiceWhenQuiet, practisePlanning } from '#main/services/planning/practice';

describe('practice', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits for the first question and then for quiet, and begins its wait anew with each question', async () => {
    const seen: unknown[] = [];
    const practice = practiceWhenQuiet(async (before: number | null) => {
      seen.push(before);
      return (before ?? 0) + 1;
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toEqual([]);
    practice.stirred();
    await vi.advanceTimersByTimeAsync(2_499);
    practice.stirred();
    await vi.advanceTimersByTimeAsync(2_499);
    expect(seen).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toEqual([null]);
    await vi.advanceTimersByTimeAsync(30);
    expect(seen).toEqual([null, 1]);
    practice.stirred();
    await vi.advanceTimersByTimeAsync(2_499);
    expect(seen).toEqual([null, 1]);
    await vi.advanceTimersByTimeAsync(1);
    expect(seen).toEqual([null, 1, 2]);
  });

  it('ends at a round that fails, even where something stirred meanwhile', async () => {
    let rounds = 0;
    const practice = practiceWhenQuiet(async () => {
      rounds += 1;
      practice.stirred();
      throw new Error('a bug');
    });
    practice.stirred();
    await vi.advanceTimersByTimeAsync(60_000);
    practice.stirred();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(rounds).toBe(1);
  });

  it('ends after thirty rounds, and before when it is told', async () => {
    let rounds = 0;
    const practise = async () => {
      rounds += 1;
    };
    const practice = practiceWhenQuiet(practise);
    practice.stirred();
    await vi.advanceTimersByTimeAsync(10_000);
    practice.stirred();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(rounds).toBe(30);
    const other = practiceWhenQuiet(practise);
    other.stirred();
    other.end();
    other.stirred();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(rounds).toBe(30);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends, and nothing else with it, when a round fails', async () => {
    let rounds = 0;
    const practice = practiceWhenQuiet(async () => {
      rounds += 1;
      throw new Error('no plan');
    });
    practice.stirred();
    await vi.advanceTimersByTimeAsync(10_000);
    practice.stirred();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(rounds).toBe(1);
  });
});

it('practises with a problem that is planned in full, from nothing and around a plan in turn', async () => {
  const first = await practisePlanning(null);
  // Eleven whole tasks and one of 75 minutes in two pieces; two habits on each of three days, as the fourth day is the horizon's end.
  expect(new Set(first.filter(({ kind }) => kind === 'task').map(({ id }) => id)).size).toBe(12);
  expect(first.filter(({ kind }) => kind === 'habit').length).toBe(6);
  expect(await practisePlanning(first)).toEqual([]);
  expect(await practisePlanning([])).toEqual(first);
});
