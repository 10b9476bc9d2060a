import { describe, expect, it } from 'vitest';
import { groupKeyOf, patchForGroup, taskGroups } from '#renderer/features/tasks/task-groups';
import { taskRows } from '#renderer/features/tasks/task-list';
import { type Task, taskSchema } from '#shared/tasks/task';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import type { ZoneId } from '#shared/time/zone';
import { placed } from '../../../../helpers/sample-plan';

/** Tuesday 24 November 2026, 10:42 in Berlin. */
const now = parseInstant('2026-11-24T09:42:00Z')!;
const projects = [
  { id: 'p1', name: 'Aster' },
  { id: 'p2', name: 'Finance' },
];
const context = { projects, zone: 'Europe/Berlin' as ZoneId, today: '2026-11-24' as Day };
const task = (id: string, more: Partial<Task> = {}) =>
  taskSchema.parse({ id, title: id, durationMinutes: 60, ...more });
const rowsOf = (...tasks: Task[]) =>
  taskRows({
    tasks,
    projects,
    placements: [placed('task', 'set', '2026-11-24T12:00:00Z', '2026-11-24T13:00:00Z')],
    unplaced: [],
    now,
  });
const shape = (groups: ReturnType<typeof taskGroups>) =>
  groups.map((group) => [group.title, group.rows.map((row) => row.task.id), group.minutes]);

describe('tasks in groups', () => {
  it('stand under their project, those without one first; work still to do is added up', () => {
    const rows = rowsOf(task('a', { projectId: 'p2' }), task('b'), task('c', { projectId: 'p2', doneMinutes: 20 }));
    expect(shape(taskGroups(rows, 'project', context, 'keep'))).toEqual([
      ['No project', ['b'], 60],
      ['Aster', [], 0],
      ['Finance', ['a', 'c'], 100],
    ]);
    expect(taskGroups(rows, 'project', context, 'drop').map((group) => group.title)).toEqual(['No project', 'Finance']);
  });

  it('of a board let the projects go first while every task has one', () => {
    const rows = rowsOf(task('a', { projectId: 'p2' }));
    expect(shape(taskGroups(rows, 'project', context, 'keep'))).toEqual([
      ['Aster', [], 0],
      ['Finance', ['a'], 60],
      ['No project', [], 0],
    ]);
  });

  it('keep a task whose project is gone', () => {
    const [row] = rowsOf(task('a', { projectId: 'deleted' }));
    expect(groupKeyOf(row!, 'project', context)).toBe('');
  });

  it.each([
    ['2026-11-23T23:00:00Z', 'Overdue'],
    ['2026-11-24T16:00:00Z', 'Today'],
    // The end of Wednesday.
    ['2026-11-25T23:00:00Z', 'Tomorrow'],
    ['2026-11-30T16:00:00Z', 'Within a week'],
    ['2026-12-01T16:00:00Z', 'Later'],
    [null, 'No date'],
  ])('due %s is %s', (dueAt, key) => {
    expect(groupKeyOf(rowsOf(task('a', { dueAt }))[0]!, 'due', context)).toBe(key);
  });

  it('stand under their status', () => {
    const rows = rowsOf(task('set'), task('none'), task('over', { status: 'done' }));
    expect(shape(taskGroups(rows, 'standing', context, 'drop'))).toEqual([
      ['To place', ['none'], 60],
      ['Planned', ['set'], 60],
      ['Done', ['over'], 60],
    ]);
  });
});

describe('a task put under another heading', () => {
  it.each([
    ['project', 'p1', { projectId: 'p1' }],
    ['project', '', { projectId: null }],
    ['priority', '1', { priority: 1 }],
    ['standing', 'done', { status: 'done' }],
    // Whether an open task is placed is the plan's matter; a date is given in its own field.
    ['standing', 'placed', null],
    ['due', 'Today', null],
  ] as const)('%s %s', (grouping, key, patch) => {
    expect(patchForGroup(task('a', { projectId: 'p2' }), grouping, key)).toEqual(patch);
  });

  it('is open again when it leaves Done', () => {
    expect(patchForGroup(task('a', { status: 'done' }), 'standing', 'toPlace')).toEqual({ status: 'open' });
  });
});
