import { beforeEach, describe, expect, it } from 'vitest';
import { redo, undo } from '#renderer/state/commit';
import { addProject, addTask, completeTask, removeTasks, updateTask, updateTasks } from '#renderer/state/edit-tasks';
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
