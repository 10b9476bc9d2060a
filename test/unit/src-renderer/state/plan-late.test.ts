import { beforeEach, describe, expect, it } from 'vitest';
import { setClock } from '#renderer/state/clock';
import { undo } from '#renderer/state/commit';
import { updateSettings } from '#renderer/state/edit-settings';
import { addTask, updateTask } from '#renderer/state/edit-tasks';
import { lateWork, planLate } from '#renderer/state/plan-late';
import { storePlan } from '#renderer/state/planning';
import { noticesNow } from '#renderer/state/toasts';
import { workspaceNow } from '#renderer/state/workspace';
import type { Placement } from '#shared/engine/plan';
import { followChange } from '#shared/planning/follow-change';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import type { FakeHost } from '../../../helpers/fake-host';
import { placed, planOf } from '../../../helpers/sample-plan';
import { start } from '../../../helpers/started-workspace';

const at = (time: string) => parseInstant(`2026-11-24T${time}:00Z`)!;
const block = (id: string, from: string, to: string, more: Partial<Placement> = {}) =>
  placed('task', id, `2026-11-24T${from}:00Z`, `2026-11-24T${to}:00Z`, more);
const places = () =>
  workspaceNow()
    .placements.map(({ id, start: from }) => `${id} ${from.slice(11, 16)}`)
    .sort();
let host: FakeHost;

beforeEach(async () => {
  ({ host } = await start());
  host.answer('plan.follow', async ({ problem, change }) => ({
    ...(await followChange(problem, change)),
    totalMilliseconds: 6,
  }));
  setClock(() => at('08:00'));
  await updateSettings({
    timeZone: parseZone('UTC')!,
    bufferMinutes: 0,
    horizonDays: 1,
    workingHours: { '2': [['09:00', '13:00']] },
  });
  await addTask({ id: 'stays', title: 'Stays', durationMinutes: 60 });
  await addTask({ id: 'late', title: 'Late', durationMinutes: 60, dueAt: '2026-11-24T11:00:00Z' });
  await storePlan(
    planOf('p1', [
      block('stays', '10:00', '11:00'),
      block('late', '12:00', '13:00', { lateMinutes: 120, slack: 'late' }),
    ]),
    'test',
  );
});

describe('planning only what is late', () => {
  it('[TASK-91] moves the late task and places the one without a place, leaves the rest, and is one step back', async () => {
    await addTask({ id: 'new', title: 'New', durationMinutes: 60 });
    expect(lateWork(workspaceNow(), at('08:00'))).toEqual({ late: ['late'], homeless: ['new'] });
    const stays = workspaceNow().placements.find(({ id }) => id === 'stays');
    expect(await planLate()).toBe(true);
    // 9 to 10 is the only hour before the due; the other one has 11 to 12 or 12 to 13.
    expect(places()).toEqual(expect.arrayContaining(['late 09:00', 'stays 10:00']));
    expect(places()).toHaveLength(3);
    expect(workspaceNow().placements.find(({ id }) => id === 'stays')).toEqual(stays);
    expect(workspaceNow().lastRun).toMatchObject({ why: 'Planned only 2 tasks', scope: 'touched', late: 0, moved: 2 });
    expect(lateWork(workspaceNow(), at('08:00'))).toEqual({ late: [], homeless: [] });
    expect(workspaceNow().undoLabel).toBe('Replan: Planned only 2 tasks');
    await undo();
    expect(places()).toEqual(['late 12:00', 'stays 10:00']);
    expect(workspaceNow().lastRun?.planId).toBe('p1');
  });

  it('[TASK-91] changes nothing where nothing better is free, and offers the whole plan', async () => {
    setClock(() => at('11:30'));
    expect(await planLate()).toBe(false);
    expect(places()).toEqual(['late 12:00', 'stays 10:00']);
    expect(noticesNow().at(-1)).toMatchObject({
      title: 'No better place beside what stands',
      action: { label: 'Plan' },
    });
    expect(workspaceNow().lastRun?.planId).toBe('p1');
  });

  it('[TASK-91] leaves a locked task and one under way, late as they are', async () => {
    await updateTask('late', { pinnedStart: '2026-11-24T12:00:00Z' });
    expect(lateWork(workspaceNow(), at('08:00')).late).toEqual([]);
    await updateTask('late', { pinnedStart: null });
    expect(lateWork(workspaceNow(), at('11:59')).late).toEqual(['late']);
    expect(lateWork(workspaceNow(), at('12:00')).late).toEqual([]);
  });

  it('[TASK-91] tells a failure of the host and stores nothing', async () => {
    host.answer('plan.follow', () => ({
      kind: 'failed',
      error: { code: 'internal', message: 'The worker ended.', advice: 'Try again.' },
    }));
    expect(await planLate()).toBe(false);
    expect(noticesNow().at(-1)).toMatchObject({
      title: 'What is late could not be planned',
      body: 'The worker ended.\nTry again.',
      tone: 'problem',
    });
    expect(places()).toEqual(['late 12:00', 'stays 10:00']);
  });
});
