import { describe, expect, it } from 'vitest';
import { planProblem } from '#shared/planning/plan';
import { verifyPlan } from '#shared/planning/verify';
import { type ProblemFields, problemWith } from '../../../helpers/planning-problem';

async function days(fields: ProblemFields): Promise<string[]> {
  const problem = problemWith({ ...fields, options: { only: ['habits'] } });
  const plan = await planProblem(problem);
  expect(verifyPlan(problem, plan)).toEqual([]);
  return [...plan.placements, ...plan.unplaced.map((one) => ({ ...one, start: 'no' }))]
    .map((one) => `${one.id} ${one.day?.slice(8)} ${one.start.slice(11, 16) || 'no room'}`)
    .sort();
}
const done = (date: number, state: 'done' | 'skipped' | 'missed' = 'done') => ({
  id: `h@2026-11-${date}`,
  habitId: 'h',
  day: `2026-11-${date}` as never,
  state,
});
const busy = (date: number, from = '00:00', to = '23:59') => ({
  id: `e${date}`,
  start: `2026-11-${date}T${from}:00Z`,
  end: `2026-11-${date}T${to}:00Z`,
});
const thrice = { id: 'h', frequency: { kind: 'perWeek' as const, times: 3 } };

describe('days that planning chooses', () => {
  it('[HABIT-25] three times a week lie two days apart, and a full day is avoided', async () => {
    expect(await days({ settings: { horizonDays: 7 }, habits: [thrice] })).toEqual([
      'h 23 12:00',
      'h 25 12:00',
      'h 27 12:00',
    ]);
    expect(await days({ settings: { horizonDays: 7 }, habits: [thrice], events: [busy(25)] })).toEqual([
      'h 23 12:00',
      'h 26 12:00',
      'h 28 12:00',
    ]);
  });

  it('[HABIT-25] what is recorded counts, in the week it lies in', async () => {
    // Thursday 26 November: once kept and once skipped, so one is left.
    const now = '2026-11-26T08:00:00Z';
    const habitOccurrences = [done(23), done(24, 'skipped')];
    expect(await days({ now, settings: { horizonDays: 4 }, habits: [thrice], habitOccurrences })).toEqual([
      'h 26 12:00',
    ]);
    // Nothing kept until Friday: Friday, Saturday and Sunday are left, and all are taken.
    const friday = '2026-11-27T08:00:00Z';
    expect(await days({ now: friday, settings: { horizonDays: 3 }, habits: [thrice] })).toEqual([
      'h 27 12:00',
      'h 28 12:00',
      'h 29 12:00',
    ]);
  });

  it('[HABIT-25] a week without room says so', async () => {
    const events = [23, 24, 25, 26, 27, 28].map((date) => busy(date));
    const chosen = await days({
      settings: { horizonDays: 7 },
      habits: [{ ...thrice, frequency: { kind: 'perWeek', times: 2 } }],
      events,
    });
    expect(chosen).toHaveLength(2);
    expect(chosen).toContain('h 29 12:00');
  });

  it('[HABIT-25] two habits with the same hour do not crowd one evening', async () => {
    // 12:00 holds one of them; beside it the other would be half an hour off, on the next day not at all.
    const twice = (id: string) => ({ id, frequency: { kind: 'perWeek' as const, times: 1 } });
    expect(await days({ settings: { horizonDays: 7 }, habits: [twice('g'), twice('h')] })).toEqual([
      'g 23 12:00',
      'h 24 12:00',
    ]);
  });

  it('[HABIT-26] so many days after the last time, and at once when overdue', async () => {
    const apart = { id: 'h', frequency: { kind: 'betweenDays' as const, min: 3, max: 5 } };
    // Last on Saturday 21: Tuesday to Thursday, Wednesday is the middle; then Saturday to Monday, Sunday.
    expect(await days({ settings: { horizonDays: 7 }, habits: [apart], habitOccurrences: [done(21)] })).toEqual([
      'h 25 12:00',
      'h 29 12:00',
    ]);
    expect(await days({ settings: { horizonDays: 3 }, habits: [apart], habitOccurrences: [done(10)] })).toEqual([
      'h 23 12:00',
    ]);
  });

  it('[HABIT-24] a target of its weekday is kept', async () => {
    const habit = { id: 'h', days: [1, 2], weekdayTargets: { '2': '15:00' } };
    expect(await days({ settings: { horizonDays: 7 }, habits: [habit] })).toEqual(['h 23 12:00', 'h 24 15:00']);
  });
});
