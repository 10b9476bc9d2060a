import { describe, expect, it } from 'vitest';
import { amountsOf, goalWords, meanAmount } from '#renderer/features/habits/amounts';
import { habitOccurrenceSchema } from '#shared/habits/habit';

const noted = (day: string, amount: number | null) =>
  habitOccurrenceSchema.parse({
    id: `h@${day}`,
    habitId: 'h',
    day,
    state: 'planned',
    start: null,
    end: null,
    amount,
  });
const pages = { kind: 'atLeast' as const, amount: 20, unit: 'pages' };

describe('[HABIT-50] the amounts of a countable goal', () => {
  it('are the noted days, oldest first, with whether they kept the goal', () => {
    const days = [noted('2026-11-24', 20), noted('2026-11-22', 12.5), noted('2026-11-23', null)];
    expect(amountsOf(pages, days)).toEqual([
      { day: '2026-11-22', amount: 12.5, kept: false },
      { day: '2026-11-24', amount: 20, kept: true },
    ]);
    const most = { ...pages, kind: 'atMost' as const };
    expect(amountsOf(most, days).map((one) => one.kept)).toEqual([true, true]);
    expect(amountsOf({ ...most, amount: 15 }, days).map((one) => one.kept)).toEqual([true, false]);
  });

  it('are at most 24 days, with their mean', () => {
    const days = Array.from({ length: 30 }, (_, index) =>
      noted(`2026-11-${String(index + 1).padStart(2, '0')}`, index),
    );
    const shown = amountsOf(pages, days);
    expect([shown.length, shown[0]!.amount, meanAmount(shown)]).toEqual([24, 6, 17.5]);
    expect([meanAmount([]), goalWords(pages), goalWords({ kind: 'atMost', amount: 2, unit: '' })]).toEqual([
      null,
      'at least 20 pages',
      'at most 2',
    ]);
  });
});
