import { describe, expect, it } from 'vitest';
import { filterCounts, matchesFilter, matchesSearch, sortTasks, taskRows } from '#renderer/features/tasks/task-list';
import { placementSchema } from '#shared/engine/plan';
import { taskSchema } from '#shared/tasks/task';
import { instant } from '#shared/time/instant';

const NOW = instant(Date.parse('2026-11-24T09:42:00Z'));
const task = (id: string, fields: object = {}) => taskSchema.parse({ id, title: id, durationMinutes: 60, ...fields });
const placed = (id: string, start: string, fields: object = {}) =>
  placementSchema.parse({ kind: 'task', id, start, end: '2026-12-31T00:00:00Z', ...fields });

const ROWS = taskRows({
  tasks: [
    task('done', { status: 'done' }),
    task('placed', { priority: 2, dueAt: '2026-11-27T16:00:00Z', projectId: 'p' }),
    task('late', { dueAt: '2026-11-25T16:00:00Z', tags: ['writing'] }),
    task('overdue', { dueAt: '2026-11-20T16:00:00Z', notes: 'Ask Lena first' }),
    task('waiting', { durationMinutes: 15, energy: 'low' }),
  ],
  projects: [{ id: 'p', name: 'Aster rebrand' }],
  placements: [
    placed('late', '2026-11-26T08:00:00Z', { lateMinutes: 30, slack: 'late' }),
    placed('placed', '2026-11-25T13:00:00Z', { chunk: { index: 1, of: 2 } }),
    placed('placed', '2026-11-25T08:00:00Z', { chunk: { index: 0, of: 2 } }),
    { ...placed('waiting', '2026-11-25T08:00:00Z'), kind: 'habit' },
  ],
  unplaced: [{ kind: 'task', id: 'waiting', reason: 'noWorkingHours', detail: 'no working hours' }],
  now: NOW,
});
const ids = (rows: typeof ROWS) => rows.map((row) => row.task.id);

describe('task rows', () => {
  it('know how each task stands', () => {
    expect(ROWS.map((row) => row.standing)).toEqual(['done', 'placed', 'late', 'late', 'toPlace']);
  });

  it('hold placements in order of time, and the reason of a task without one', () => {
    expect(ROWS[1]!.placements.map((one) => one.chunk?.index)).toEqual([0, 1]);
    expect(ROWS[4]!.unplaced?.reason).toBe('noWorkingHours');
    expect(ROWS[1]!.projectName).toBe('Aster rebrand');
  });

  it('are filtered; a late task without a place is also one to place', () => {
    const by = (filter: 'open' | 'toPlace' | 'late' | 'done') => ids(ROWS.filter((row) => matchesFilter(row, filter)));
    expect(by('open')).toEqual(['placed', 'late', 'overdue', 'waiting']);
    expect(by('toPlace')).toEqual(['overdue', 'waiting']);
    expect(by('late')).toEqual(['late', 'overdue']);
    expect(by('done')).toEqual(['done']);
    expect(filterCounts(ROWS)).toEqual({ open: 4, toPlace: 2, late: 2, done: 1 });
  });

  it('are found by title, project, tag and notes, every word', () => {
    const found = (query: string) => ids(ROWS.filter((row) => matchesSearch(row, query)));
    expect(found('')).toHaveLength(5);
    expect(found('ASTER plac')).toEqual(['placed']);
    expect(found('#writing')).toEqual(['late']);
    expect(found('lena')).toEqual(['overdue']);
    expect(found('lena aster')).toEqual([]);
  });

  it('are sorted, rows without the value last in both directions', () => {
    const sorted = (key: 'due' | 'duration' | 'energy' | 'placed', descending = false) =>
      ids(sortTasks(ROWS, { key, descending }));
    expect(sorted('due')).toEqual(['overdue', 'late', 'placed', 'done', 'waiting']);
    expect(sorted('due', true)).toEqual(['placed', 'late', 'overdue', 'done', 'waiting']);
    expect(sorted('duration')[0]).toBe('waiting');
    expect(sorted('energy')[0]).toBe('waiting');
    expect(sorted('placed').slice(0, 2)).toEqual(['placed', 'late']);
  });
});
