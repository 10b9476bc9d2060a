import { beforeEach, describe, expect, it } from 'vitest';
import { importWorkspace } from '#renderer/state/backup';
import { undo } from '#renderer/state/commit';
import { updateSettings } from '#renderer/state/edit-settings';
import { eventsBetween } from '#renderer/state/events';
import { renewOccurrences } from '#renderer/state/expanded-for';
import { workspaceNow } from '#renderer/state/workspace';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { FakeHost } from '../../../helpers/fake-host';
import { start } from '../../../helpers/started-workspace';

/** A floating lunch at noon of whatever zone is asked for, and a holiday without a source. */
const DOCUMENT = {
  format: 'daywright.workspace',
  version: 1,
  settings: { timeZone: 'UTC' },
  calendars: [{ id: 'work', name: 'Work' }],
  calendarItems: [
    { id: 'work/lunch', calendarId: 'work', uid: 'lunch', title: 'Lunch', ics: 'X', hash: 'h', recurring: false },
  ],
  events: [
    {
      id: 'off',
      calendarId: 'work',
      uid: 'off',
      title: 'Day off',
      allDay: true,
      startDay: '2026-11-24',
      endDay: '2026-11-25',
      start: '2026-11-24T00:00:00Z',
      end: '2026-11-25T00:00:00Z',
    },
  ],
};
const NOON: Record<string, string> = { UTC: '12:00', 'Europe/Berlin': '11:00' };

beforeEach(async () => {
  const host = new FakeHost({
    'calendar.expand': ({ items, zone }) => ({
      items: items.map(({ id }) => ({
        id,
        occurrences: [
          {
            uid: 'lunch',
            title: 'Lunch',
            allDay: false,
            busy: true,
            start: `2026-11-24T${NOON[zone]}:00Z`,
            end: `2026-11-24T${NOON[zone]!.replace('00', '30')}:00Z`,
          },
        ],
      })),
    }),
  });
  await start({ host });
  await importWorkspace(JSON.stringify(DOCUMENT));
});

async function starts() {
  const events = await eventsBetween(parseInstant('2026-11-23T00:00:00Z')!, parseInstant('2026-11-26T00:00:00Z')!);
  return events.map((event) => [event.title, event.start]);
}

describe('another time zone', () => {
  it('moves floating times and whole days, and back with undo', async () => {
    expect(await starts()).toEqual([
      ['Day off', '2026-11-24T00:00:00Z'],
      ['Lunch', '2026-11-24T12:00:00Z'],
    ]);
    await updateSettings({ timeZone: parseZone('Europe/Berlin')! });
    await renewOccurrences();
    expect(await starts()).toEqual([
      ['Day off', '2026-11-23T23:00:00Z'],
      ['Lunch', '2026-11-24T11:00:00Z'],
    ]);
    expect(workspaceNow().undoLabel).toBe('Change settings');
    await undo();
    await renewOccurrences();
    expect(await starts()).toEqual([
      ['Day off', '2026-11-24T00:00:00Z'],
      ['Lunch', '2026-11-24T12:00:00Z'],
    ]);
  });
});
