import { describe, expect, it } from 'vitest';
import { EMPTY_TASK_FORM, readTaskForm, type TaskForm, taskFormOf, waitsFor } from '#renderer/features/tasks/task-form';
import { taskSchema } from '#shared/tasks/task';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const read = (patch: Partial<TaskForm>, wouldLoop = false) =>
  readTaskForm({ ...EMPTY_TASK_FORM, title: 'Report', ...patch }, BERLIN, () => wouldLoop);

function problemsOf(patch: Partial<TaskForm>, wouldLoop = false) {
  const result = read(patch, wouldLoop);
  return result.ok ? null : result.error;
}

describe('[TASK-98] the rule by which it repeats', () => {
  it('is counted from the first day said, and keeps the day it was counted from while it stays', () => {
    const repeat = (patch: Partial<TaskForm>) => {
      const result = read({ dueDay: '2026-11-27', ...patch });
      return result.ok ? result.value.draft.repeat : result.error;
    };
    expect(repeat({})).toBeNull();
    expect(repeat({ repeat: 'FREQ=WEEKLY' })).toEqual({ rule: 'FREQ=WEEKLY', from: '2026-11-27' });
    expect(repeat({ repeat: 'FREQ=WEEKLY', repeatFrom: '2026-11-20' })).toEqual({
      rule: 'FREQ=WEEKLY',
      from: '2026-11-20',
    });
    expect(repeat({ repeat: 'own', ownRule: ' freq=monthly;byday=1mo ' })).toEqual({
      rule: 'FREQ=MONTHLY;BYDAY=1MO',
      from: '2026-11-27',
    });
  });

  it('needs a day and a rule that can be read', () => {
    expect(problemsOf({ repeat: 'FREQ=DAILY' })).toEqual({ dueDay: 'Choose the day of the first one.' });
    expect(problemsOf({ repeat: 'own', ownRule: 'each day', dueDay: '2026-11-27' })).toEqual({
      ownRule: 'Write a rule of days such as FREQ=MONTHLY;BYDAY=1MO.',
    });
  });
});

describe('the task editor', () => {
  it('gives back every field of a task it was opened with', () => {
    const task = taskSchema.parse({
      id: 't',
      title: 'Board deck',
      durationMinutes: 90,
      priority: 1,
      energy: 'high',
      dueAt: '2026-11-26T16:00:00Z',
      dueHard: true,
      notBefore: '2026-11-24T08:00:00Z',
      partOfDay: { from: '09:00', to: '11:30' },
      projectId: 'p',
      dependsOn: ['other'],
      pinnedStart: '2026-11-25T08:30:00Z',
      split: { minMinutes: 30, maxMinutes: 60 },
      doneMinutes: 20,
      repeat: { rule: 'FREQ=WEEKLY;BYDAY=TH', from: '2026-11-19' },
      notes: 'Slides 3 to 5',
      tags: ['board'],
    });
    const result = readTaskForm(taskFormOf(task, 'Q4 board', BERLIN), BERLIN, () => false);
    expect(result.ok && result.value).toEqual({
      projectName: 'Q4 board',
      draft: {
        title: 'Board deck',
        durationMinutes: 90,
        priority: 1,
        energy: 'high',
        dueAt: '2026-11-26T16:00:00Z',
        dueHard: true,
        notBefore: '2026-11-24T08:00:00Z',
        partOfDay: { from: '09:00', to: '11:30' },
        projectId: null,
        dependsOn: ['other'],
        pinnedStart: '2026-11-25T08:30:00Z',
        split: { minMinutes: 30, maxMinutes: 60 },
        doneMinutes: 20,
        repeat: { rule: 'FREQ=WEEKLY;BYDAY=TH', from: '2026-11-19' },
        notes: 'Slides 3 to 5',
        tags: ['board'],
      },
    });
  });

  it('takes a due day without a time as its end, and drops hardness without a due', () => {
    const result = read({ dueDay: '2026-11-26', dueHard: true });
    expect(result.ok && result.value.draft).toMatchObject({ dueAt: '2026-11-26T23:00:00Z', dueHard: true });
    const without = read({ dueHard: true });
    expect(without.ok && without.value.draft).toMatchObject({ dueAt: null, dueHard: false });
  });

  it('says what is wrong at the field', () => {
    expect(problemsOf({ title: ' ' })).toEqual({ title: 'A task needs a title.' });
    expect(problemsOf({ length: 'long' })).toHaveProperty('length');
    expect(problemsOf({ length: '0' })).toHaveProperty('length');
    expect(problemsOf({ dueTime: '16:00' })).toHaveProperty('dueDay');
    expect(problemsOf({ dueDay: '2026-11-26', dueTime: 'late' })).toHaveProperty('dueTime');
    expect(problemsOf({ dueDay: '2026-11-26', notBeforeDay: '2026-11-28' })).toHaveProperty('notBeforeDay');
    expect(problemsOf({ pinDay: '2026-11-26' })).toHaveProperty('pinTime');
    expect(problemsOf({ part: 'own', ownFrom: '9:00', ownTo: '9:00' })).toHaveProperty('ownFrom');
    expect(problemsOf({ splits: true, splitMin: '2 min' })).toHaveProperty('splitMin');
    expect(problemsOf({ splits: true, splitMin: '60 min', splitMax: '30 min' })).toHaveProperty('splitMax');
    expect(problemsOf({ doneLength: 'half' })).toHaveProperty('doneLength');
    expect(problemsOf({ dependsOn: ['x'] }, true)).toHaveProperty('dependsOn');
  });

  it('sees circles of waiting', () => {
    const task = (id: string, dependsOn: string[]) =>
      taskSchema.parse({ id, title: id, durationMinutes: 30, dependsOn });
    const tasks = [task('a', ['b']), task('b', ['c']), task('c', []), task('d', ['d'])];
    expect(waitsFor(tasks, 'a', 'c')).toBe(true);
    expect(waitsFor(tasks, 'c', 'a')).toBe(false);
    expect(waitsFor(tasks, 'd', 'x')).toBe(false);
  });
});
