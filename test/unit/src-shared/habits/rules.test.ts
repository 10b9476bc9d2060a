import { describe, expect, it } from 'vitest';
import type { Placement, Violation } from '#shared/engine/plan';
import { habitRules } from '#shared/habits/rules';
import { verifyPlan } from '#shared/planning/verify';
import { MONDAY, monday, type ProblemFields, problemWith } from '../../../helpers/planning-problem';

function placed(id: string, from: string, to: string): Placement {
  return {
    kind: 'habit',
    id,
    day: MONDAY,
    start: monday(from),
    end: monday(to),
    score: 0,
    factors: [],
    chunk: null,
    pinned: false,
    lateMinutes: 0,
    slack: 'none',
  };
}

function placedOn(id: string, day: string): Placement {
  return { ...placed(id, '12:00', '12:30'), day, start: `${day}T12:00:00Z`, end: `${day}T12:30:00Z` };
}

function check(fields: ProblemFields, placements: Placement[]): Violation[] {
  return verifyPlan(problemWith(fields), { placements, unplaced: [] });
}

const lunch = { id: 'lunch', title: 'Lunch', start: monday('12:00'), end: monday('13:00') };

describe('hard rules of habits', () => {
  it('[HABIT-1] kept and broken: a habit lies beside an event, never over it', () => {
    const fields: ProblemFields = { events: [lunch], habits: [{ id: 'h' }] };
    expect(check(fields, [placed('h', '11:30', '12:00')])).toEqual([]);
    expect(check(fields, [placed('h', '11:45', '12:15')])).toMatchObject([
      { rule: 'habit.avoidsEvents', amount: 15, parties: ['h', 'lunch'] },
    ]);
  });

  it('[HABIT-2] kept and broken: two habits never overlap', () => {
    const fields: ProblemFields = { habits: [{ id: 'g' }, { id: 'h' }] };
    expect(check(fields, [placed('g', '12:00', '12:30'), placed('h', '12:30', '13:00')])).toEqual([]);
    expect(check(fields, [placed('g', '12:00', '12:30'), placed('h', '12:10', '12:40')])).toMatchObject([
      { rule: 'habit.avoidsOtherHabits', amount: 20 },
    ]);
  });

  it('[HABIT-3] kept and broken: a habit lies in its window', () => {
    const fields: ProblemFields = { habits: [{ id: 'h', window: ['10:00', '12:30'] }] };
    expect(check(fields, [placed('h', '12:00', '12:30')])).toEqual([]);
    expect(check(fields, [placed('h', '12:10', '12:40')])).toMatchObject([
      { rule: 'habit.staysInItsWindow', amount: 10 },
    ]);
  });

  it('[HABIT-4] kept and broken: not earlier than now plus lead', () => {
    const fields: ProblemFields = { now: monday('11:30'), settings: { leadMinutes: 15 }, habits: [{ id: 'h' }] };
    expect(check(fields, [placed('h', '11:45', '12:15')])).toEqual([]);
    expect(check(fields, [placed('h', '11:40', '12:10')])).toMatchObject([
      { rule: 'habit.startsAfterLead', amount: 5 },
    ]);
  });

  it('[HABIT-5] kept and broken: the whole length', () => {
    const fields: ProblemFields = { habits: [{ id: 'h' }] };
    expect(check(fields, [placed('h', '12:00', '12:30')])).toEqual([]);
    expect(check(fields, [placed('h', '12:00', '12:20')])).toMatchObject([
      { rule: 'habit.hasItsWholeLength', amount: 10 },
    ]);
  });

  it('[HABIT-6] kept and broken: only on due days, once', () => {
    expect(check({ habits: [{ id: 'h', days: [1] }] }, [placed('h', '12:00', '12:30')])).toEqual([]);
    expect(check({ habits: [{ id: 'h', days: [2] }] }, [placed('h', '12:00', '12:30')])).toMatchObject([
      { rule: 'habit.isDueOnce' },
    ]);
    expect(
      check({ habits: [{ id: 'h' }] }, [placed('h', '12:00', '12:30'), placed('h', '14:00', '14:30')]),
    ).toMatchObject([{ rule: 'habit.isDueOnce' }]);
  });

  it('[HABIT-7] kept and broken: a pinned occurrence stays', () => {
    const pin = {
      id: `h@${MONDAY}`,
      habitId: 'h',
      day: MONDAY as never,
      start: monday('15:00'),
      end: monday('15:30'),
      pinned: true,
    };
    const fields: ProblemFields = { habits: [{ id: 'h' }], habitOccurrences: [pin] };
    expect(check(fields, [placed('h', '15:00', '15:30')])).toEqual([]);
    expect(check(fields, [placed('h', '12:00', '12:30')])).toMatchObject([{ rule: 'habit.leavesFixedHabits' }]);
  });

  it('[HABIT-35] kept and broken: no more often a week than it asks for', () => {
    const often: ProblemFields = {
      settings: { horizonDays: 7 },
      habits: [{ id: 'h', frequency: { kind: 'perWeek', times: 2 } }],
    };
    const on = (day: number) => placedOn('h', `2026-11-${day}`);
    expect(check(often, [on(23), on(27)])).toEqual([]);
    expect(check(often, [on(23), on(25), on(27)])).toMatchObject([{ rule: 'habit.keepsItsFrequency', amount: 1 }]);
    const done = { id: 'h@2026-11-23', habitId: 'h', day: MONDAY as never, state: 'done' as const };
    expect(check({ ...often, habitOccurrences: [done] }, [on(25), on(27)])).toMatchObject([
      { rule: 'habit.keepsItsFrequency', amount: 1 },
    ]);
    expect(check(often, [])).toMatchObject([{ rule: 'plan.placesOrExplains', amount: 2 }]);
  });

  it('[HABIT-35] kept and broken: no nearer to its last time than it asks for', () => {
    const apart: ProblemFields = {
      settings: { horizonDays: 7 },
      habits: [{ id: 'h', frequency: { kind: 'betweenDays', min: 3, max: 5 } }],
    };
    expect(check(apart, [placedOn('h', '2026-11-23'), placedOn('h', '2026-11-26')])).toEqual([]);
    expect(check(apart, [placedOn('h', '2026-11-23'), placedOn('h', '2026-11-25')])).toMatchObject([
      { rule: 'habit.keepsItsFrequency', amount: 1, unit: 'days' },
    ]);
  });

  it('has one sentence and one id a rule', () => {
    expect(new Set(habitRules.map((rule) => rule.id)).size).toBe(habitRules.length);
    for (const rule of habitRules) expect(rule.sentence).toMatch(/^[A-Z].*\.$/);
  });
});
