import { describe, expect, it } from 'vitest';
import { attemptOf, completionsOf, meetsGoal, shareOfGoal } from '#shared/habits/attempts';
import { habitOccurrenceSchema } from '#shared/habits/habit';

const on = (day: string, state: string, amount: number | null = null) =>
  habitOccurrenceSchema.parse({ id: `h@${day}`, habitId: 'h', day, state, start: null, end: null, amount });
const atLeast = { kind: 'atLeast', amount: 20, unit: 'pages' } as const;
const atMost = { kind: 'atMost', amount: 2, unit: 'cups' } as const;

describe('attempts', () => {
  it('[HABIT-30] kept and missed days are attempts, planned and skipped ones not', () => {
    const states = ['done', 'doneLate', 'missed', 'planned', 'skipped'] as const;
    expect(states.map(attemptOf)).toEqual([true, true, false, null, null]);
  });

  it('[HABIT-31] an amount keeps a goal or is a share of it', () => {
    expect([19, 20, 25].map((amount) => meetsGoal(atLeast, amount))).toEqual([false, true, true]);
    expect([0, 2, 3].map((amount) => meetsGoal(atMost, amount))).toEqual([true, true, false]);
    expect([0, 15, 30].map((amount) => shareOfGoal(atLeast, amount))).toEqual([0, 0.75, 1]);
    expect([2, 3, 4, 9].map((amount) => shareOfGoal(atMost, amount))).toEqual([1, 0.5, 0, 0]);
  });

  it('[HABIT-31] a missed day with an amount counts its share for strength', () => {
    const habit = { goal: atLeast, history: [true, false, true, false] };
    const days = [
      on('2026-11-22', 'missed', 5),
      on('2026-11-23', 'skipped'),
      on('2026-11-24', 'done', 22),
      on('2026-11-25', 'missed'),
    ];
    expect(completionsOf(habit, days)).toEqual([1, 0.25, 1, 0]);
  });
});
