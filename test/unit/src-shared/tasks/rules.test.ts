import { describe, expect, it } from 'vitest';
import type { Placement, Violation } from '#shared/engine/plan';
import { verifyPlan } from '#shared/planning/verify';
import { taskRules } from '#shared/tasks/rules';
import { daily, monday, type ProblemFields, problemWith } from '../../../helpers/planning-problem';

function placed(id: string, from: string, to: string, more: Partial<Placement> = {}): Placement {
  return {
    kind: 'task',
    id,
    start: monday(from),
    end: monday(to),
    score: 0,
    factors: [],
    chunk: null,
    pinned: false,
    lateMinutes: 0,
    slack: 'none',
    ...more,
  };
}

function check(fields: ProblemFields, placements: Placement[]): Violation[] {
  return verifyPlan(problemWith(fields), { placements, unplaced: [] });
}

const meeting = { id: 'meeting', title: 'Meeting', start: monday('10:00'), end: monday('11:00') };

describe('hard rules of tasks', () => {
  it('[TASK-1] kept: a task may touch an event', () => {
    expect(check({ events: [meeting], tasks: [{ id: 'a' }] }, [placed('a', '11:00', '12:00')])).toEqual([]);
  });

  it('[TASK-1] broken: a task overlaps an event by 30 minutes', () => {
    expect(check({ events: [meeting], tasks: [{ id: 'a' }] }, [placed('a', '10:30', '11:30')])).toEqual([
      {
        rule: 'task.avoidsBusyTime',
        amount: 30,
        unit: 'min',
        parties: ['a', 'meeting'],
        message: '"Task a" overlaps "Meeting" by 30 min.',
      },
    ]);
  });

  it('[TASK-1] broken: an event that lies wholly inside a task counts too', () => {
    const short = { ...meeting, start: monday('10:15'), end: monday('10:30') };
    expect(check({ events: [short], tasks: [{ id: 'a' }] }, [placed('a', '10:00', '11:00')])[0]).toMatchObject({
      rule: 'task.avoidsBusyTime',
      amount: 15,
    });
  });

  it('[TASK-2] kept: two tasks may touch', () => {
    expect(
      check({ tasks: [{ id: 'a' }, { id: 'b' }] }, [placed('a', '09:00', '10:00'), placed('b', '10:00', '11:00')]),
    ).toEqual([]);
  });

  it('[TASK-2] broken: two tasks overlap, told once', () => {
    const found = check({ tasks: [{ id: 'a' }, { id: 'b' }] }, [
      placed('a', '09:00', '10:00'),
      placed('b', '09:45', '10:45'),
    ]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ rule: 'task.avoidsOtherTasks', amount: 15, parties: ['b', 'a'] });
  });

  it('[TASK-3] kept: a task may end when the window closes', () => {
    expect(check({ tasks: [{ id: 'a' }] }, [placed('a', '16:00', '17:00')])).toEqual([]);
  });

  it('[TASK-3] broken: one minute after closing is one minute outside', () => {
    expect(check({ tasks: [{ id: 'a' }] }, [placed('a', '16:01', '17:01')])).toMatchObject([
      { rule: 'task.staysInWorkingHours', amount: 1 },
    ]);
  });

  it("[TASK-3] broken: hours are read in the user's zone", () => {
    const fields: ProblemFields = { tasks: [{ id: 'a' }], settings: { timeZone: 'America/New_York' } };
    expect(check(fields, [placed('a', '09:00', '10:00')])).toMatchObject([
      { rule: 'task.staysInWorkingHours', amount: 60 },
    ]);
    expect(check(fields, [placed('a', '14:00', '15:00')])).toEqual([]);
  });

  it('[TASK-4] kept: a start at now plus lead', () => {
    expect(
      check({ now: monday('09:00'), settings: { leadMinutes: 15 }, tasks: [{ id: 'a' }] }, [
        placed('a', '09:15', '10:15'),
      ]),
    ).toEqual([]);
  });

  it('[TASK-4] broken: a start inside the lead time', () => {
    expect(
      check({ now: monday('09:00'), settings: { leadMinutes: 15 }, tasks: [{ id: 'a' }] }, [
        placed('a', '09:05', '10:05'),
      ]),
    ).toMatchObject([{ rule: 'task.startsAfterLead', amount: 10 }]);
  });

  it('[TASK-5] kept and broken: the earliest start', () => {
    const fields: ProblemFields = { tasks: [{ id: 'a', notBefore: monday('12:00') }] };
    expect(check(fields, [placed('a', '12:00', '13:00')])).toEqual([]);
    expect(check(fields, [placed('a', '11:30', '12:30')])).toMatchObject([
      { rule: 'task.startsAfterEarliestStart', amount: 30 },
    ]);
  });

  it('[TASK-6] kept and broken: a dependency ends first', () => {
    const fields: ProblemFields = { tasks: [{ id: 'a' }, { id: 'b', dependsOn: ['a'] }] };
    expect(check(fields, [placed('a', '09:00', '10:00'), placed('b', '10:00', '11:00')])).toEqual([]);
    expect(check(fields, [placed('a', '11:00', '12:00'), placed('b', '09:00', '10:00')])).toMatchObject([
      { rule: 'task.startsAfterDependencies', amount: 180, parties: ['b', 'a'] },
    ]);
  });

  it('[TASK-6] broken: the dependency has no place at all', () => {
    const problem = problemWith({ tasks: [{ id: 'a' }, { id: 'b', dependsOn: ['a'] }] });
    const unplaced = [{ kind: 'task' as const, id: 'a', reason: 'longerThanAnyFreeRun' as const, detail: '' }];
    expect(verifyPlan(problem, { placements: [placed('b', '09:00', '10:00')], unplaced })).toMatchObject([
      { rule: 'task.startsAfterDependencies', unit: 'dependency' },
    ]);
  });

  it('[TASK-7] kept and broken: the pieces add up to what is left to do', () => {
    const fields: ProblemFields = { tasks: [{ id: 'a', durationMinutes: 90, doneMinutes: 30 }] };
    expect(check(fields, [placed('a', '09:00', '10:00')])).toEqual([]);
    expect(check(fields, [placed('a', '09:00', '10:30')])).toMatchObject([
      { rule: 'task.hasItsWholeDuration', amount: 30 },
    ]);
  });

  it('[TASK-8] kept and broken: pieces between the shortest and the longest length', () => {
    const fields: ProblemFields = {
      tasks: [{ id: 'a', durationMinutes: 90, split: { minMinutes: 30, maxMinutes: 60 } }],
    };
    expect(check(fields, [placed('a', '09:00', '10:00'), placed('a', '11:00', '11:30')])).toEqual([]);
    expect(check(fields, [placed('a', '09:00', '10:15'), placed('a', '11:00', '11:15')])).toMatchObject([
      { rule: 'task.keepsChunkLengths', amount: 15 },
      { rule: 'task.keepsChunkLengths', amount: 15 },
    ]);
  });

  it('[TASK-8] broken: a task that may not be split is in two pieces', () => {
    expect(
      check({ tasks: [{ id: 'a' }] }, [placed('a', '09:00', '09:30'), placed('a', '11:00', '11:30')]),
    ).toMatchObject([{ rule: 'task.keepsChunkLengths', amount: 1, unit: 'pieces' }]);
  });

  it('[TASK-9] kept and broken: the buffer to events and to tasks', () => {
    const fields: ProblemFields = {
      settings: { bufferMinutes: 10 },
      events: [meeting],
      tasks: [{ id: 'a' }, { id: 'b' }],
    };
    expect(check(fields, [placed('a', '11:10', '12:10'), placed('b', '12:20', '13:20')])).toEqual([]);
    expect(check(fields, [placed('a', '11:05', '12:05'), placed('b', '12:09', '13:09')])).toMatchObject([
      { rule: 'task.keepsBuffer', amount: 5, parties: ['a', 'meeting'] },
      { rule: 'task.keepsBuffer', amount: 6, parties: ['b', 'a'] },
    ]);
  });

  it('[TASK-10] kept and broken: a pin stays where it is', () => {
    const fields: ProblemFields = { tasks: [{ id: 'a', pinnedStart: monday('13:00') }] };
    expect(check(fields, [placed('a', '13:00', '14:00', { pinned: true })])).toEqual([]);
    expect(check(fields, [placed('a', '14:00', '15:00')]).map((item) => item.rule)).toContain('task.leavesFixedWork');
  });

  it('[TASK-10] kept and broken: work under way stays where it is', () => {
    const present = [placed('a', '09:00', '10:00')];
    const fields: ProblemFields = { now: monday('09:30'), tasks: [{ id: 'a' }], present };
    expect(check(fields, present)).toEqual([]);
    expect(check(fields, [placed('a', '10:00', '11:00')]).map((item) => item.rule)).toContain('task.leavesFixedWork');
  });

  it('[TASK-11] a pin over an event is not reported, because planning could not avoid it', () => {
    const fields: ProblemFields = {
      events: [meeting],
      tasks: [{ id: 'a', pinnedStart: monday('10:00') }],
      settings: { workingHours: daily(['12:00', '13:00']) },
    };
    expect(check(fields, [placed('a', '10:00', '11:00', { pinned: true })])).toEqual([]);
  });

  it('has one sentence and one id a rule', () => {
    expect(new Set(taskRules.map((rule) => rule.id)).size).toBe(taskRules.length);
    for (const rule of taskRules) expect(rule.sentence).toMatch(/^[A-Z].*\.$/);
  });
});
