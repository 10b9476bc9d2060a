import { beforeEach, describe, expect, it } from 'vitest';
import { setClock } from '#renderer/state/clock';
import { commit, undo } from '#renderer/state/commit';
import { moveUnplacedTask } from '#renderer/state/edit-placements';
import { updateSettings } from '#renderer/state/edit-settings';
import { addTask, completeTask } from '#renderer/state/edit-tasks';
import { forgetLearned } from '#renderer/state/learning';
import { storePlan } from '#renderer/state/planning';
import { couldMoveUp, moveAndPush, moveUp, runLate } from '#renderer/state/real-time';
import { workspaceNow } from '#renderer/state/workspace';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import type { FakeHost } from '../../../helpers/fake-host';
import { placed, planOf } from '../../../helpers/sample-plan';
import { start } from '../../../helpers/started-workspace';

const at = (time: string) => parseInstant(`2026-11-24T${time}:00Z`)!;
const places = () =>
  [...workspaceNow().placements]
    .sort((a, b) => (a.start < b.start ? -1 : 1))
    .map(({ id, start: from }) => `${id} ${from.slice(11, 16)}`);

let host: FakeHost;

beforeEach(async () => {
  ({ host } = await start());
  setClock(() => at('09:10'));
  await updateSettings({
    timeZone: parseZone('UTC')!,
    bufferMinutes: 0,
    horizonDays: 2,
    workingHours: { '2': [['09:00', '17:00']] },
  });
  for (const id of ['a', 'b', 'c']) await addTask({ id, title: id.toUpperCase(), durationMinutes: 60 });
  await addTask({ id: 'idea', title: 'Never planned', durationMinutes: 30 });
  await storePlan(
    planOf('p1', [
      placed('task', 'a', '2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'),
      placed('task', 'b', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00Z'),
      placed('task', 'c', '2026-11-24T11:00:00Z', '2026-11-24T12:00:00Z'),
    ]),
    'test',
  );
});

describe('the day as it goes', () => {
  it('[TASK-75] a block dropped on another gives that one a new place, in one step; what was never planned waits', async () => {
    const moved = await moveAndPush({ kind: 'task', id: 'c' }, at('10:30'));
    expect(moved).toMatchObject({ ok: true, value: [{ id: 'b', title: 'B', start: at('11:30') }] });
    expect(places()).toEqual(['a 09:00', 'c 10:30', 'b 11:30']);
    expect(workspaceNow().undoLabel).toBe('Move “C”');
    await undo();
    expect(places()).toEqual(['a 09:00', 'b 10:00', 'c 11:00']);
  });

  it('[TASK-75] leaves a record of what was moved and what it pushed, which undo takes back', async () => {
    expect(workspaceNow().lastRun).toMatchObject({ planId: 'p1', order: 1 });
    await moveAndPush({ kind: 'task', id: 'c' }, at('10:30'));
    expect(workspaceNow().lastRun).toMatchObject({
      order: 2,
      why: 'You moved C',
      scope: 'touched',
      moved: 2,
      late: 0,
      checks: { overlaps: 0, lockedMoved: 0, outsideMinutes: 0 },
    });
    await undo();
    expect(workspaceNow().lastRun).toMatchObject({ planId: 'p1', order: 1 });
  });

  it('[TASK-75] a series that has to be expanded first holds up nobody, and its event is gone around', async () => {
    const series = { id: 'work/u1', calendarId: 'work', uid: 'u1' };
    const event = { ...series, title: 'Stand-up', recurrenceId: '2026-11-24T11:00:00Z', allDay: false, busy: true };
    host.answer('calendar.expand', () => ({
      items: [{ id: series.id, occurrences: [{ ...event, start: event.recurrenceId, end: '2026-11-24T12:30:00Z' }] }],
    }));
    const item = { ...series, title: 'Stand-up', ics: 'BEGIN:VCALENDAR', sequence: 0, lastModified: null, stamp: null };
    await commit('Import', () => ({
      puts: {
        calendars: [{ id: 'work', name: 'Work', blocks: true, color: 'work', visible: true }],
        items: [
          {
            ...series,
            expandedFrom: at('00:00'),
            expandedTo: at('08:00'),
            item: { ...item, hash: 'h', recurring: true },
          },
        ],
      },
    }));
    const moved = await moveAndPush({ kind: 'task', id: 'a' }, at('10:00'));
    expect(moved).toMatchObject({
      ok: true,
      value: [
        { id: 'b', start: at('12:30') },
        { id: 'c', start: at('13:30') },
      ],
    });
  });

  it('[TASK-75] running late pushes what follows in its order', async () => {
    const late = await runLate({ kind: 'task', id: 'a' }, at('09:00'), 90);
    expect(late).toMatchObject({ ok: true, value: [{ id: 'b' }, { id: 'c' }] });
    expect(places()).toEqual(['a 09:00', 'b 10:30', 'c 11:30']);
    expect(workspaceNow().tasks.find(({ id }) => id === 'a')?.durationMinutes).toBe(90);
    await undo();
    expect(places()).toEqual(['a 09:00', 'b 10:00', 'c 11:00']);
  });

  it('[TASK-75] done early, what follows could move up, and does when asked', async () => {
    await completeTask('a', true);
    expect(await couldMoveUp(at('09:10'))).toMatchObject([
      { id: 'b', start: at('09:15') },
      { id: 'c', start: at('10:15') },
    ]);
    expect(places()).toEqual(['a 09:00', 'b 10:00', 'c 11:00']);
    await moveUp(at('09:10'));
    expect(places()).toEqual(['a 09:00', 'b 09:15', 'c 10:15']);
  });

  it('[TASK-78] a move teaches in the same step, a lock does not, and what was learned can be forgotten', async () => {
    await addTask({ id: 'd', title: 'D', durationMinutes: 60, tags: ['desk'] });
    await moveAndPush({ kind: 'task', id: 'd' }, at('14:00'));
    expect(workspaceNow().settings.learned).toMatchObject({ 'tag:desk': { moves: 1, parts: { afternoon: 0.25 } } });
    await moveAndPush({ kind: 'task', id: 'd' }, at('14:00'));
    expect(workspaceNow().settings.learned?.['tag:desk']?.moves).toBe(1);
    await forgetLearned('tag:desk');
    expect(workspaceNow().settings.learned).toEqual({});
    await undo();
    expect(workspaceNow().settings.learned?.['tag:desk']?.moves).toBe(1);
  });

  it('[TASK-78] placing by the form or on the timeline teaches like a drag on the week', async () => {
    await addTask({ id: 'd', title: 'D', durationMinutes: 60, tags: ['desk'] });
    await moveUnplacedTask('d', at('14:00'));
    expect(workspaceNow().settings.learned).toMatchObject({ 'tag:desk': { moves: 1, parts: { afternoon: 0.25 } } });
    await undo();
    expect(workspaceNow().settings.learned ?? {}).toEqual({});
  });
});
