import { beforeEach, describe, expect, it } from 'vitest';
import { undo } from '#renderer/state/commit';
import { addHabit } from '#renderer/state/edit-habits';
import { moveUnplacedTask, pinPlacement, unpinPlacement } from '#renderer/state/edit-placements';
import { updateSettings } from '#renderer/state/edit-settings';
import { addTask, updateTask } from '#renderer/state/edit-tasks';
import { storePlan } from '#renderer/state/planning';
import { workspaceNow } from '#renderer/state/workspace';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { placed, planOf } from '../../../helpers/sample-plan';
import { start } from '../../../helpers/started-workspace';

const at = (text: string) => parseInstant(text)!;

beforeEach(async () => {
  await start();
  await updateSettings({ timeZone: parseZone('Europe/Berlin')! });
  await addTask({ title: 'Report', durationMinutes: 90, dueAt: '2026-11-24T16:00:00Z' });
  await addHabit({ id: 'run', title: 'Run', durationMinutes: 45, targetTime: '18:00' });
});

describe('pinning', () => {
  it('drops a task that has no place on the grid', async () => {
    expect(await moveUnplacedTask('task-1', at('2026-11-24T13:00:00Z'))).toEqual({ ok: true, value: undefined });
    expect(workspaceNow().tasks[0]?.pinnedStart).toBe('2026-11-24T13:00:00Z');
    expect(workspaceNow().placements).toMatchObject([
      {
        kind: 'task',
        id: 'task-1',
        start: '2026-11-24T13:00:00Z',
        end: '2026-11-24T14:30:00Z',
        pinned: true,
        slack: 'ample',
      },
    ]);
    expect(workspaceNow().undoLabel).toBe('Move “Report”');
    await undo();
    expect(workspaceNow().placements).toEqual([]);
    expect(workspaceNow().tasks[0]?.pinnedStart).toBeNull();
  });

  it('says how late a pinned task is', async () => {
    await pinPlacement({ kind: 'task', id: 'task-1' }, at('2026-11-24T15:00:00Z'));
    expect(workspaceNow().placements[0]).toMatchObject({ slack: 'late', lateMinutes: 30 });
    await pinPlacement({ kind: 'task', id: 'task-1' }, at('2026-11-24T14:25:00Z'));
    expect(workspaceNow().placements[0]).toMatchObject({ slack: 'tight', lateMinutes: 0 });
  });

  it('changes the length of a task that is resized', async () => {
    await pinPlacement({ kind: 'task', id: 'task-1' }, at('2026-11-24T13:00:00Z'), 120);
    expect(workspaceNow().tasks[0]?.durationMinutes).toBe(120);
    expect(workspaceNow().placements[0]?.end).toBe('2026-11-24T15:00:00Z');
  });

  it('keeps to what is left of a task that was begun', async () => {
    await updateTask('task-1', { doneMinutes: 30 });
    await moveUnplacedTask('task-1', at('2026-11-24T13:00:00Z'));
    expect(workspaceNow().placements[0]?.end).toBe('2026-11-24T14:00:00Z');
    await pinPlacement({ kind: 'task', id: 'task-1' }, at('2026-11-24T13:00:00Z'), 90);
    expect(workspaceNow().tasks[0]?.durationMinutes).toBe(120);
  });

  it('refuses to lock one piece of a split task, because the planner could not keep it', async () => {
    const piece = placed('task', 'task-1', '2026-11-24T10:00:00Z', '2026-11-24T10:45:00Z', {
      chunk: { index: 1, of: 2 },
    });
    await storePlan(planOf('p1', [piece]), 'Plan');
    expect(await pinPlacement({ kind: 'task', id: 'task-1', chunk: 1 }, at('2026-11-24T13:00:00Z'))).toEqual({
      ok: false,
      error: '“Report” is in 2 pieces. Turn splitting off to put it somewhere yourself.',
    });
  });

  it('moves a habit within its day only', async () => {
    expect((await pinPlacement({ kind: 'habit', id: 'run', day: '2026-11-24' }, at('2026-11-24T17:30:00Z'))).ok).toBe(
      true,
    );
    expect(workspaceNow().habitOccurrences).toMatchObject([
      { day: '2026-11-24', start: '2026-11-24T17:30:00Z', end: '2026-11-24T18:15:00Z', pinned: true, state: 'planned' },
    ]);
    const refused = await pinPlacement({ kind: 'habit', id: 'run', day: '2026-11-24' }, at('2026-11-24T23:30:00Z'));
    expect(refused).toEqual({ ok: false, error: '“Run” stays on its day; each due day has its own.' });
    await unpinPlacement({ kind: 'habit', id: 'run', day: '2026-11-24' });
    expect(workspaceNow().habitOccurrences[0]?.pinned).toBe(false);
    expect(workspaceNow().placements[0]).toMatchObject({ pinned: false, start: '2026-11-24T17:30:00Z' });
  });

  it('unlocks a task where it is', async () => {
    await moveUnplacedTask('task-1', at('2026-11-24T13:00:00Z'));
    await unpinPlacement({ kind: 'task', id: 'task-1' });
    expect(workspaceNow().tasks[0]?.pinnedStart).toBeNull();
    expect(workspaceNow().placements[0]).toMatchObject({ pinned: false, start: '2026-11-24T13:00:00Z' });
  });
});
