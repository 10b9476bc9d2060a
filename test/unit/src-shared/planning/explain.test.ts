import { describe, expect, it } from 'vitest';
import { explainPlacement, explainUnplaced } from '#shared/planning/explain';
import { planProblem } from '#shared/planning/plan';
import { verifyPlan } from '#shared/planning/verify';
import { formatInstant } from '#shared/time/instant';
import { daily, MONDAY, monday, type ProblemFields, problemWith } from '../../../helpers/planning-problem';

async function explained(fields: ProblemFields, kind: 'task' | 'habit', id: string) {
  const problem = problemWith(fields);
  const plan = await planProblem(problem);
  return { problem, plan, explanation: explainPlacement(problem, plan, { kind, id })! };
}

async function suggestion(fields: ProblemFields, id: string, kind: 'task' | 'habit' = 'task'): Promise<string> {
  const problem = problemWith(fields);
  const explanation = await explainUnplaced(problem, await planProblem(problem), { kind, id });
  return explanation!.suggestion;
}

const dentist = { id: 'dentist', title: 'Dentist', start: monday('09:00'), end: monday('10:30') };

describe('why here', () => {
  it('[TASK-50] gives every factor with its sentence, and their weighted mean as the score', async () => {
    const { explanation } = await explained(
      { events: [dentist], tasks: [{ id: 'a', partOfDay: 'morning' }] },
      'task',
      'a',
    );
    expect(explanation.factors.map((factor) => factor.name)).toEqual([
      'promptness',
      'energy',
      'partOfDay',
      'buffer',
      'project',
    ]);
    expect(explanation.factors[2]!.detail).toBe('All in the morning');
    const sum = explanation.factors.reduce((total, factor) => total + factor.value * factor.weight, 0);
    expect(explanation.score).toBeCloseTo(sum / 7, 12);
  });

  it('[TASK-51] names what blocks a better slot and the score it would have had', async () => {
    const { explanation } = await explained({ events: [dentist], tasks: [{ id: 'a' }] }, 'task', 'a');
    expect(explanation.blocked).toHaveLength(1);
    expect(explanation.blocked[0]).toMatchObject({ by: { kind: 'event', id: 'dentist', title: 'Dentist' } });
    expect(formatInstant(explanation.blocked[0]!.start)).toBe(monday('09:00'));
    expect(explanation.blocked[0]!.score).toBeGreaterThan(explanation.score);
  });

  it('[TASK-52] offers no other place to work under way, which stays', async () => {
    const present = [{ kind: 'task' as const, id: 'a', start: monday('09:00'), end: monday('10:00') }];
    const { explanation } = await explained({ now: monday('09:20'), tasks: [{ id: 'a' }], present }, 'task', 'a');
    expect(explanation).toMatchObject({ blocked: [], alternatives: [], candidates: 0 });
    expect(explanation.score).toBeGreaterThan(0);
  });

  it('[TASK-52] offers up to five legal places with score and reason', async () => {
    const fields: ProblemFields = {
      events: [dentist],
      tasks: [
        { id: 'a', dueAt: monday('16:30') },
        { id: 'b', priority: 1 },
      ],
    };
    const { problem, plan, explanation } = await explained(fields, 'task', 'a');
    expect(explanation.alternatives.length).toBeGreaterThan(0);
    expect(explanation.alternatives.length).toBeLessThanOrEqual(5);
    for (const alternative of explanation.alternatives) {
      const moved = plan.placements.map((placement) =>
        placement.id === 'a'
          ? { ...placement, start: formatInstant(alternative.start), end: formatInstant(alternative.end) }
          : placement,
      );
      expect(verifyPlan(problem, { placements: moved, unplaced: [] })).toEqual([]);
      expect(alternative.detail).toMatch(/^[A-Z0-9].*(before due|late)$/);
    }
  });

  it('[TASK-52] says after what an alternative comes', async () => {
    const fields: ProblemFields = {
      settings: { workingHours: daily(['08:00', '12:00']) },
      events: [{ ...dentist, start: monday('10:00'), end: monday('11:00') }],
      tasks: [{ id: 'a', dueAt: monday('12:30') }],
    };
    const { explanation } = await explained(fields, 'task', 'a');
    expect(explanation.alternatives.map((alternative) => alternative.detail)).toContain(
      'After "Dentist", ends 30 min before due',
    );
  });

  it('[HABIT-22] explains a habit by its target, its blockers and other places of its day', async () => {
    const fields: ProblemFields = {
      events: [{ ...dentist, start: monday('12:00'), end: monday('13:00') }],
      habits: [{ id: 'h' }],
    };
    const { explanation } = await explained(fields, 'habit', 'h');
    expect(explanation.factors[0]!.detail).toMatch(/^30 min before its target 12:00\./);
    expect(explanation.blocked).toMatchObject([{ by: { id: 'dentist' }, score: 1 }]);
    expect(explanation.alternatives[0]!.detail).toBe('After "Dentist", 60 min after its target');
  });

  it('[TASK-50] is null for what has no place', async () => {
    const problem = problemWith({ tasks: [{ id: 'a', durationMinutes: 600 }] });
    expect(explainPlacement(problem, await planProblem(problem), { kind: 'task', id: 'a' })).toBeNull();
  });
});

describe('one change that makes it fit', () => {
  it('[TASK-53] splitting', async () => {
    const settings = { workingHours: daily(['09:00', '10:00'], ['12:00', '13:00']) };
    expect(await suggestion({ settings, tasks: [{ id: 'a', durationMinutes: 120 }] }, 'a')).toBe(
      'Let it be split into pieces of 30 to 60 min.',
    );
  });

  it('[TASK-53] a longer horizon', async () => {
    const tasks = [{ id: 'a', durationMinutes: 30, notBefore: '2026-11-24T09:00:00Z' }];
    expect(await suggestion({ tasks }, 'a')).toBe('Plan 2 days ahead instead of 1.');
  });

  it('[TASK-53] all-day events that do not block', async () => {
    const fair = { id: 'fair', start: monday('00:00'), end: '2026-11-30T00:00:00Z', allDay: true };
    expect(await suggestion({ events: [fair], tasks: [{ id: 'a', durationMinutes: 30 }] }, 'a')).toBe(
      'Let all-day events not block your time.',
    );
  });

  it('[TASK-53] a duration', async () => {
    expect(await suggestion({ tasks: [{ id: 'a', durationMinutes: 0 }] }, 'a')).toBe(
      'Give it a duration, such as 30 min.',
    );
  });

  it('[HABIT-22] the short version of a habit', async () => {
    const habit = { id: 'h', durationMinutes: 60, minMinutes: 20, window: ['12:00', '12:30'] as [string, string] };
    expect(await suggestion({ habits: [habit] }, 'h', 'habit')).toBe('Do the short version: 20 min.');
    expect(MONDAY).toBe('2026-11-23');
  });
});
