import { afterEach, describe, expect, it } from 'vitest';
import { undo, updateSettings } from '#renderer/state/edit';
import { storePlan } from '#renderer/state/planning';
import { saveTask } from '#renderer/state/save-task';
import { workspaceNow } from '#renderer/state/workspace';
import { parseZone } from '#shared/time/zone';
import { placed, planOf } from '../../../helpers/sample-plan';
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

  it('[TASK-78] a start fixed in the editor teaches and pushes like a drag, in one step', async () => {
    await start({ at: '2026-11-24T08:00:00Z' });
    await updateSettings({
      timeZone: parseZone('UTC')!,
      bufferMinutes: 0,
      horizonDays: 1,
      workingHours: { '2': [['09:00', '17:00']] },
    });
    for (const id of ['a', 'b']) await saveTask({ id, title: id, durationMinutes: 60, tags: ['desk'] });
    await storePlan(
      planOf('p1', [
        placed('task', 'a', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'),
        placed('task', 'b', '2026-11-24T14:00:00Z', '2026-11-24T15:00:00Z'),
      ]),
      'test',
    );
    const starts = () => workspaceNow().placements.map((one) => `${one.id} ${one.start.slice(11, 16)}`);
    await saveTask({ title: 'a', durationMinutes: 60, pinnedStart: '2026-11-24T14:00:00Z' }, { id: 'a' });
    expect(starts()).toEqual(['b 09:00', 'a 14:00']);
    expect(workspaceNow().settings.learned).toMatchObject({ 'tag:desk': { moves: 1, parts: { afternoon: 0.25 } } });
    // Saving it again with the same start is no move.
    await saveTask({ title: 'A', durationMinutes: 60, pinnedStart: '2026-11-24T14:00:00Z' }, { id: 'a' });
    expect(workspaceNow().settings.learned?.['tag:desk']?.moves).toBe(1);
    await undo();
    await undo();
    expect(starts()).toEqual(['a 09:00', 'b 14:00']);
    expect(workspaceNow().settings.learned).toBeUndefined();
    // A new one is named in the record of what it did to the plan.
    await saveTask({ title: 'Dentist', durationMinutes: 60, pinnedStart: '2026-11-24T14:00:00Z' });
    expect(workspaceNow().lastRun).toMatchObject({ why: 'You fixed Dentist', moved: 1 });
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
