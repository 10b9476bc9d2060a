import { beforeEach, describe, expect, it } from 'vitest';
import { redo, undo } from '#renderer/state/commit';
import {
  addProject,
  addTask,
  completeTask,
  completeTasks,
  removeTasks,
  skipTask,
  type TaskDraft,
  updateTask,
  updateTasks,
} from '#renderer/state/edit-tasks';
import { workspaceNow } from '#renderer/state/workspace';
import { closePage, type Started, start } from '../../../helpers/started-workspace';

let started: Started;

beforeEach(async () => {
  started = await start();
});

describe('tasks', () => {
  it('adds a task with defaults, in memory and on disk', async () => {
    expect(await addTask({ title: '  Report ', durationMinutes: 90 })).toEqual({ ok: true, value: 'task-1' });
    expect(workspaceNow().tasks).toMatchObject([
      {
        id: 'task-1',
        title: 'Report',
        durationMinutes: 90,
        priority: 3,
        status: 'open',
        createdAt: '2026-11-24T09:42:00Z',
      },
    ]);
    expect(workspaceNow().undoLabel).toBe('Add “Report”');
    closePage();
    await start({ disk: started.disk });
    expect(workspaceNow().tasks).toMatchObject([{ id: 'task-1', title: 'Report' }]);
    expect(workspaceNow().undoLabel).toBe('Add “Report”');
  });

  it('refuses what the document could not hold, and stores nothing', async () => {
    const refused = await addTask({ title: '', durationMinutes: 90 });
    expect(refused.ok).toBe(false);
    expect(!refused.ok && refused.error).toContain('title is ""');
    expect(workspaceNow().tasks).toEqual([]);
    expect(await updateTask('nobody', { title: 'x' })).toEqual({ ok: false, error: 'There is no task nobody.' });
  });

  it('changes several tasks in one step', async () => {
    await addTask({ title: 'A', durationMinutes: 30 });
    await addTask({ title: 'B', durationMinutes: 30 });
    await updateTasks(['task-1', 'task-2'], { priority: 1 });
    expect(workspaceNow().tasks.map((task) => task.priority)).toEqual([1, 1]);
    await undo();
    expect(workspaceNow().tasks.map((task) => task.priority)).toEqual([3, 3]);
    await redo();
    expect(workspaceNow().tasks.map((task) => task.priority)).toEqual([1, 1]);
  });

  it('[TASK-98] a repeating task done is followed by the next one, in one undo step, and hands its rule on', async () => {
    const repeat = { rule: 'FREQ=WEEKLY;BYDAY=FR', from: '2026-11-27' } as const;
    await addTask({ title: 'Report', durationMinutes: 30, dueAt: '2026-11-27T15:00:00Z', repeat } as TaskDraft);
    const seen = () => workspaceNow().tasks.map((task) => [task.id, task.status, task.dueAt, task.repeat ?? null]);
    const before = seen();
    await completeTask('task-1', true);
    expect(seen()).toEqual([
      ['task-1', 'done', '2026-11-27T15:00:00Z', null],
      ['task-2', 'open', '2026-12-04T15:00:00Z', repeat],
    ]);
    // Nor does a second click, or another tab, that comes too late: it is no step of its own.
    await completeTask('task-1', true);
    expect(workspaceNow().tasks).toHaveLength(2);
    // Opened again it does not repeat a second time.
    await completeTask('task-1', false);
    await completeTask('task-1', true);
    expect(workspaceNow().tasks).toHaveLength(2);
    await undo();
    await undo();
    await undo();
    expect(seen()).toEqual(before);
  });

  it('[TASK-98] several at once, of which only the open ones count', async () => {
    const repeat = { rule: 'FREQ=DAILY', from: '2026-11-24' } as const;
    await addTask({ title: 'A', durationMinutes: 30, repeat, dueAt: '2026-11-24T23:00:00Z' } as TaskDraft);
    await addTask({ title: 'B', durationMinutes: 30 });
    await completeTask('task-2', true);
    await completeTasks(['task-1', 'task-2']);
    expect(workspaceNow().tasks.map((task) => [task.title, task.status, task.dueAt])).toEqual([
      ['A', 'done', '2026-11-24T23:00:00Z'],
      ['B', 'done', null],
      ['A', 'open', '2026-11-25T23:00:00Z'],
    ]);
    expect(workspaceNow().undoLabel).toBe('Complete 2 tasks');
  });

  it('[TASK-98] the next one of a fixed start stands in the week at once', async () => {
    const repeat = { rule: 'FREQ=WEEKLY', from: '2026-11-25' } as const;
    const gym = { title: 'Gym', durationMinutes: 60, repeat, pinnedStart: '2026-11-25T17:00:00Z' } as TaskDraft;
    await addTask(gym);
    await completeTask('task-1', true);
    expect(workspaceNow().placements).toMatchObject([
      { id: 'task-2', start: '2026-12-02T17:00:00Z', end: '2026-12-02T18:00:00Z', pinned: true },
    ]);
    await undo();
    expect(workspaceNow().placements).toEqual([]);
  });

  it('[TASK-98] one that is skipped goes on to its next time, undone and without its place', async () => {
    const repeat = { rule: 'FREQ=WEEKLY', from: '2026-11-25' } as const;
    const gym = { title: 'Gym', durationMinutes: 60, repeat, pinnedStart: '2026-11-25T17:00:00Z' } as TaskDraft;
    await addTask(gym);
    await skipTask('task-1');
    expect(workspaceNow().tasks).toMatchObject([
      { id: 'task-1', status: 'open', pinnedStart: '2026-12-02T17:00:00Z', createdAt: '2026-11-24T09:42:00Z' },
    ]);
    expect(workspaceNow().placements).toMatchObject([{ id: 'task-1', start: '2026-12-02T17:00:00Z' }]);
    await addTask({ title: 'Once', durationMinutes: 60 });
    expect(await skipTask('task-2')).toEqual({ ok: false, error: 'It does not come again.' });
  });

  it('removes a task, and nothing waits for it any more', async () => {
    await addTask({ title: 'A', durationMinutes: 30 });
    await addTask({ title: 'B', durationMinutes: 30, dependsOn: ['task-1'] });
    await removeTasks(['task-1']);
    expect(workspaceNow().tasks.map((task) => [task.id, task.dependsOn])).toEqual([['task-2', []]]);
    await undo();
    expect(workspaceNow().tasks.map((task) => [task.id, task.dependsOn])).toEqual([
      ['task-1', []],
      ['task-2', ['task-1']],
    ]);
  });

  it('completes and reopens', async () => {
    await addTask({ title: 'A', durationMinutes: 30 });
    await completeTask('task-1', true);
    expect(workspaceNow().tasks[0]).toMatchObject({ status: 'done', doneAt: '2026-11-24T09:42:00Z' });
    await completeTask('task-1', false);
    expect(workspaceNow().tasks[0]).toMatchObject({ status: 'open', doneAt: null });
  });

  it('keeps edits apart that are asked at once', async () => {
    await addTask({ title: 'A', durationMinutes: 30 });
    await Promise.all([updateTask('task-1', { title: 'B' }), updateTask('task-1', { durationMinutes: 45 })]);
    expect(workspaceNow().tasks[0]).toMatchObject({ title: 'B', durationMinutes: 45 });
  });

  it('meets a project of the same name again', async () => {
    expect(await addProject('Aster')).toEqual({ ok: true, value: 'project-1' });
    expect(await addProject(' aster ')).toEqual({ ok: true, value: 'project-1' });
    expect((await addProject(' ')).ok).toBe(false);
  });
});
