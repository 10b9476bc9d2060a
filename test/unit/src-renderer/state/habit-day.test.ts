import { describe, expect, it } from 'vitest';
import { importWorkspace } from '#renderer/state/backup';
import { setClock } from '#renderer/state/clock';
import {
  addHabit,
  addTask,
  checkHabit,
  pinPlacement,
  removeCalendar,
  undo,
  updateCalendar,
  updateSettings,
} from '#renderer/state/edit';
import { refreshHabitDays } from '#renderer/state/habit-day';
import { workspaceNow } from '#renderer/state/workspace';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { start } from '../../../helpers/started-workspace';

const BERLIN = parseZone('Europe/Berlin')!;
const at = (iso: string) => setClock(() => parseInstant(iso)!);
const places = () => workspaceNow().placements.map((one) => `${one.day} ${one.start.slice(11, 16)}`);

describe('the occurrences of today and tomorrow', () => {
  it('[HABIT-42] come with each new hour and day, once, and leave the past and the recorded alone', async () => {
    await start();
    await updateSettings({ timeZone: BERLIN });
    await addHabit({ id: 'run', title: 'Run', durationMinutes: 45, targetTime: '18:00' });
    await refreshHabitDays();
    expect(places()).toEqual(['2026-11-24 17:00', '2026-11-25 17:00']);
    expect(workspaceNow().undoLabel).toBe('Add “Run”');
    await refreshHabitDays();
    expect(places()).toHaveLength(2);

    await checkHabit('run', '2026-11-24' as never, 'done');
    at('2026-11-25T05:00:00Z');
    await expect.poll(places).toEqual(['2026-11-24 17:00', '2026-11-25 17:00', '2026-11-26 17:00']);
    expect(workspaceNow().habitOccurrences.map((one) => one.state)).toEqual(['done']);
  });

  it('[HABIT-42] move today with a change of zone, and keep what the user fixed', async () => {
    await start();
    await updateSettings({ timeZone: BERLIN });
    await addHabit({ id: 'run', title: 'Run', durationMinutes: 45, targetTime: '18:00' });
    await refreshHabitDays();
    await pinPlacement({ kind: 'habit', id: 'run', day: '2026-11-25' }, parseInstant('2026-11-25T12:00:00Z')!);
    await updateSettings({ timeZone: parseZone('UTC')! });
    await expect.poll(places).toEqual(['2026-11-24 18:00', '2026-11-25 12:00']);
  });

  it('[HABIT-42] make way at once for a task fixed over them, and take the room back when it is let go or undone', async () => {
    await start();
    await updateSettings({ timeZone: parseZone('UTC')! });
    await addHabit({ id: 'run', title: 'Run', durationMinutes: 30, targetTime: '18:15' });
    await refreshHabitDays();
    await addTask({ id: 'report', title: 'Report', durationMinutes: 60 });
    const habitPlaces = () =>
      workspaceNow().placements.flatMap((one) => (one.kind === 'habit' ? `${one.day} ${one.start.slice(11, 16)}` : []));
    await pinPlacement({ kind: 'task', id: 'report' }, parseInstant('2026-11-24T18:00:00Z')!);
    await expect.poll(habitPlaces).toEqual(['2026-11-24 17:30', '2026-11-25 18:15']);
    await undo();
    await expect.poll(habitPlaces).toEqual(['2026-11-24 18:15', '2026-11-25 18:15']);
  });

  it('[HABIT-42] make way for events as they come, and take the room back as they go, without an undo step', async () => {
    await start();
    const meeting = { start: '2026-11-24T18:00:00Z', end: '2026-11-24T19:00:00Z' };
    await importWorkspace(
      JSON.stringify({
        format: 'daywright.workspace',
        version: 1,
        settings: { timeZone: 'UTC' },
        calendars: [{ id: 'work', name: 'Work' }],
        events: [{ id: 'm', calendarId: 'work', uid: 'm', title: 'Meeting', ...meeting }],
        habits: [{ id: 'run', title: 'Run', durationMinutes: 30, targetTime: '18:15' }],
      }),
    );
    await refreshHabitDays();
    await expect.poll(places).toEqual(['2026-11-24 17:30', '2026-11-25 18:15']);
    await updateCalendar('work', { blocks: false });
    await expect.poll(places).toEqual(['2026-11-24 18:15', '2026-11-25 18:15']);
    await undo();
    await expect.poll(places).toEqual(['2026-11-24 17:30', '2026-11-25 18:15']);
    await removeCalendar('work');
    await expect.poll(places).toEqual(['2026-11-24 18:15', '2026-11-25 18:15']);
  });
});
