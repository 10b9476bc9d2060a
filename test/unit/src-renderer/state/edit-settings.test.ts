import { beforeEach, describe, expect, it } from 'vitest';
import { eventRow } from '#renderer/db/event-range';
import { commit, undo } from '#renderer/state/commit';
import { removeCalendar, updateCalendar, updateSettings } from '#renderer/state/edit-settings';
import { database } from '#renderer/state/store';
import { workspaceNow } from '#renderer/state/workspace';
import { calendarSchema, eventSchema } from '#shared/calendar/event';
import { start } from '../../../helpers/started-workspace';

beforeEach(async () => {
  await start();
});

describe('settings', () => {
  it('apply at once and can be undone', async () => {
    await updateSettings({ bufferMinutes: 20 });
    expect(workspaceNow().settings.bufferMinutes).toBe(20);
    await undo();
    expect(workspaceNow().settings.bufferMinutes).toBe(10);
  });

  it('refuse what is out of range', async () => {
    const refused = await updateSettings({ bufferMinutes: 500 });
    expect(refused.ok).toBe(false);
    expect(!refused.ok && refused.error).toMatch(/^bufferMinutes is 500: /);
    expect(workspaceNow().undoLabel).toBeNull();
  });
});

describe('calendars', () => {
  beforeEach(async () => {
    await commit('Set up', () => ({
      puts: {
        calendars: ['work', 'home'].map((id) => calendarSchema.parse({ id, name: id })),
        events: ['work', 'home'].map((calendarId) =>
          eventRow(
            eventSchema.parse({
              id: `${calendarId}/u`,
              calendarId,
              uid: 'u',
              title: 'x',
              start: '2026-11-24T09:00:00Z',
              end: '2026-11-24T10:00:00Z',
            }),
          ),
        ),
      },
    }));
  });

  it('change name, colour and whether they block', async () => {
    const before = workspaceNow().eventsRevision;
    await updateCalendar('work', { blocks: false, color: 'club' });
    expect(workspaceNow().calendars.find((x) => x.id === 'work')).toMatchObject({ blocks: false, color: 'club' });
    expect(workspaceNow().eventsRevision).toBe(before + 1);
    expect((await updateCalendar('work', { name: '' })).ok).toBe(false);
  });

  it('go with all their events and come back with undo', async () => {
    await removeCalendar('work');
    expect(workspaceNow().calendars.map((x) => x.id)).toEqual(['home']);
    expect(await database().events.toCollection().primaryKeys()).toEqual(['home/u']);
    await undo();
    expect(await database().events.count()).toBe(2);
  });
});
