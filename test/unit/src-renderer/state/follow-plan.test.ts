import { beforeEach, describe, expect, it } from 'vitest';
import { eventRow } from '#renderer/db/event-range';
import { setClock } from '#renderer/state/clock';
import { allCommitted, commit, undo } from '#renderer/state/commit';
import { updateSettings } from '#renderer/state/edit-settings';
import { addTask, updateTask } from '#renderer/state/edit-tasks';
import { followNow } from '#renderer/state/follow-plan';
import { followedWords } from '#renderer/state/followed-words';
import { storePlan } from '#renderer/state/planning';
import { noticesNow } from '#renderer/state/toasts';
import { workspaceNow } from '#renderer/state/workspace';
import { followChange } from '#shared/planning/follow-change';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import type { FakeHost } from '../../../helpers/fake-host';
import { placed, planOf } from '../../../helpers/sample-plan';
import { start } from '../../../helpers/started-workspace';

const UTC = parseZone('UTC')!;
const at = (time: string) => parseInstant(`2026-11-24T${time}:00Z`)!;
const places = () => workspaceNow().placements.map(({ id, start: from }) => `${id} ${from.slice(11, 16)}`);
let host: FakeHost;

const calendar = { id: 'work', name: 'Work', blocks: true, color: 'work' as const, visible: true };

/** An import of one meeting, as a user action. */
function importMeeting(from: string, to: string, id = 'm'): Promise<unknown> {
  const times = { start: `2026-11-24T${from}:00Z`, end: `2026-11-24T${to}:00Z` };
  const event = { id, calendarId: 'work', uid: id, title: 'Meeting', ...times, allDay: false, busy: true };
  return commit('Import 1 change', () => ({ puts: { calendars: [calendar], events: [eventRow(event)] } }));
}

beforeEach(async () => {
  ({ host } = await start());
  host.answer('plan.follow', async ({ problem, change }) => ({
    ...(await followChange(problem, change)),
    totalMilliseconds: 6,
  }));
  setClock(() => at('08:00'));
  await updateSettings({
    timeZone: UTC,
    bufferMinutes: 0,
    horizonDays: 2,
    workingHours: { '2': [['09:00', '13:00']] },
  });
  for (const id of ['a', 'b']) await addTask({ id, title: id.toUpperCase(), durationMinutes: 60 });
  await storePlan(
    planOf('p1', [
      placed('task', 'a', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'),
      placed('task', 'b', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'),
    ]),
    'test',
  );
});

describe('the plan in force', () => {
  it('[TASK-91] makes room for a new event, tells it with Undo, and leaves the rest: two steps back are the day as it was', async () => {
    await importMeeting('10:00', '11:30');
    await expect.poll(() => noticesNow().at(-1)?.title).toBe('1 task moved around new events');
    expect(noticesNow().at(-1)).toMatchObject({
      body: 'B is now Tue 24 Nov, 11:30 – 12:30.',
      action: { label: 'Undo' },
    });
    expect(places()).toEqual(['a 09:00', 'b 11:30']);
    expect(workspaceNow().lastRun).toMatchObject({ why: '1 task moved around new events', scope: 'touched', moved: 1 });
    noticesNow().at(-1)!.action!.run();
    await expect.poll(places).toEqual(['a 09:00', 'b 10:00']);
    expect(workspaceNow().lastRun?.planId).toBe('p1');
    expect(workspaceNow().undoLabel).toBe('Import 1 change');
    // The undo itself is not followed: the host is not asked again.
    await followNow();
    expect(host.inputs('plan.follow')).toHaveLength(1);
    await undo();
    expect(places()).toEqual(['a 09:00', 'b 10:00']);
  });

  it('[TASK-91] asks nobody where nothing planned is touched', async () => {
    await importMeeting('11:00', '12:00');
    expect(await followNow()).toBeNull();
    expect(host.inputs('plan.follow')).toEqual([]);
    expect(workspaceNow().undoLabel).toBe('Import 1 change');
  });

  it('[TASK-91] stays as it is where the setting is off, before the first plan, and for derived data', async () => {
    await updateSettings({ keepPlanAlive: false });
    await importMeeting('10:00', '11:30');
    expect(await followNow()).toBeNull();
    await updateSettings({ keepPlanAlive: true });
    await undo();
    await undo();
    await undo();
    await undo();
    expect(workspaceNow().lastRun).toBeNull();
    await importMeeting('10:00', '11:30');
    expect(await followNow()).toBeNull();
    expect(host.inputs('plan.follow')).toEqual([]);
  });

  it('[TASK-92] gives a new urgent task its place, a task made urgent too; a new title asks for none', async () => {
    await addTask({ id: 'fire', title: 'Fire', durationMinutes: 30, priority: 1 });
    const followed = (await followNow())!;
    expect(followedWords(followed, UTC)).toEqual({
      title: 'Fire is planned for Tue 24 Nov, 11:00 – 11:30',
      body: '',
    });
    await addTask({ id: 'slow', title: 'Slow', durationMinutes: 30 });
    expect(await followNow()).toBeNull();
    await updateTask('slow', { priority: 1 });
    expect((await followNow())?.placed.map(({ id }) => id)).toEqual(['slow']);
    await updateTask('slow', { title: 'Slower' });
    expect(await followNow()).toBeNull();
    expect(host.inputs('plan.follow')).toHaveLength(2);
  });

  it('[TASK-92] an urgent task that is due earlier now makes others wait', async () => {
    await updateTask('b', { priority: 1, dueAt: '2026-11-24T10:00:00Z' });
    const followed = (await followNow())!;
    expect(places()).toEqual(['b 09:00', 'a 10:00']);
    expect(followed.moved.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('[TASK-92] where an urgent task finds no room nothing moves, and that is said', async () => {
    await addTask({ id: 'long', title: 'Long', durationMinutes: 300, priority: 1 });
    const followed = (await followNow())!;
    expect(followed).toMatchObject({ moved: [], homeless: ['Long'] });
    expect(followedWords(followed, UTC).title).toBe('No room for Long in the plan');
    expect(places()).toEqual(['a 09:00', 'b 10:00']);
    expect(workspaceNow().undoLabel).toBe('Add “Long”');
  });

  it('[TASK-91] an answer to an older state is thrown away and asked for again', async () => {
    let meanwhile: Promise<unknown> | null = null;
    host.answer('plan.follow', async ({ problem, change }) => {
      meanwhile ??= importMeeting('09:00', '10:00', 'n');
      await meanwhile;
      return { ...(await followChange(problem, change)), totalMilliseconds: 6 };
    });
    await importMeeting('10:00', '11:00');
    await followNow();
    await allCommitted();
    expect(host.inputs('plan.follow')).toHaveLength(2);
    expect(new Set(places().map((place) => place.slice(-5)))).toEqual(new Set(['11:00', '12:00']));
  });
});
