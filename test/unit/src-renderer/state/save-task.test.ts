import { afterEach, describe, expect, it } from 'vitest';
import { undo } from '#renderer/state/edit';
import { saveTask } from '#renderer/state/save-task';
import { workspaceNow } from '#renderer/state/workspace';
import { closePage, start } from '../../../helpers/started-workspace';

const task = (id: string) => workspaceNow().tasks.find((one) => one.id === id);

describe('saving a task', () => {
  afterEach(closePage);

  it('adds it with a project it names for the first time, as one step', async () => {
    await start();
    const saved = await saveTask({ title: ' Report ', durationMinutes: 90 }, { projectName: 'Work' });
    expect(saved.ok).toBe(true);
    const [added] = workspaceNow().tasks;
    expect(added).toMatchObject({ title: 'Report', durationMinutes: 90, createdAt: '2026-11-24T09:42:00Z' });
    expect(workspaceNow().projects).toEqual([{ id: added!.projectId, name: 'Work' }]);
    await undo();
    expect(workspaceNow().tasks).toEqual([]);
    expect(workspaceNow().projects).toEqual([]);
  });

  it('finds a known project whatever its case, and keeps fields the draft does not say', async () => {
    await start();
    await saveTask({ id: 'a', title: 'A', durationMinutes: 30, notes: 'keep' }, { projectName: 'Work' });
    await saveTask({ title: 'B', durationMinutes: 30 }, { id: 'a', projectName: 'work' });
    expect(workspaceNow().projects).toHaveLength(1);
    expect(task('a')).toMatchObject({ title: 'B', notes: 'keep', projectId: workspaceNow().projects[0]!.id });
  });

  it('shows a fixed start in the plan at once, and lets it go again', async () => {
    await start();
    await saveTask({ id: 'a', title: 'A', durationMinutes: 90, dueAt: '2026-11-24T15:00:00Z' });
    expect(workspaceNow().placements).toEqual([]);
    await saveTask({ title: 'A', durationMinutes: 90, pinnedStart: '2026-11-24T14:00:00Z' }, { id: 'a' });
    expect(workspaceNow().placements).toMatchObject([
      {
        id: 'a',
        start: '2026-11-24T14:00:00Z',
        end: '2026-11-24T15:30:00Z',
        pinned: true,
        slack: 'late',
        lateMinutes: 30,
      },
    ]);
    await saveTask({ title: 'A', durationMinutes: 90, pinnedStart: null }, { id: 'a' });
    expect(workspaceNow().placements).toMatchObject([{ id: 'a', start: '2026-11-24T14:00:00Z', pinned: false }]);
  });

  it('stores nothing when it is refused', async () => {
    await start();
    expect(await saveTask({ title: '  ', durationMinutes: 30 })).toMatchObject({ ok: false });
    expect(await saveTask({ title: 'A', durationMinutes: 30 }, { id: 'gone' })).toEqual({
      ok: false,
      error: 'There is no task gone.',
    });
    expect(workspaceNow().tasks).toEqual([]);
    expect(workspaceNow().undoLabel).toBeNull();
  });
});
