import { beforeEach, describe, expect, it } from 'vitest';
import { readEventsBetween } from '#renderer/db/event-range';
import type { ItemRow } from '#renderer/db/rows';
import { setClock } from '#renderer/state/clock';
import { allCommitted, commit, undo } from '#renderer/state/commit';
import { updateSettings } from '#renderer/state/edit-settings';
import { rollingWindow } from '#renderer/state/event-window';
import { eventsBetween } from '#renderer/state/events';
import { database } from '#renderer/state/store';
import { workspaceNow } from '#renderer/state/workspace';
import type { ImportedOccurrence } from '#shared/calendar/imported';
import { formatInstant, instant, MILLISECONDS_PER_DAY, parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { closePage, type Started, start } from '../../../helpers/started-workspace';

const at = (text: string) => parseInstant(text)!;
let started: Started;

/** A daily stand-up at 8:00 UTC, for the days of a window. */
function daily(from: number, to: number): ImportedOccurrence[] {
  const days: ImportedOccurrence[] = [];
  for (let day = Math.ceil(from / MILLISECONDS_PER_DAY) * MILLISECONDS_PER_DAY; day < to; day += MILLISECONDS_PER_DAY) {
    const start = formatInstant(instant(day + 8 * 3_600_000));
    const end = formatInstant(instant(day + 8.25 * 3_600_000));
    days.push({ uid: 'u1', recurrenceId: start, title: 'Stand-up', start, end, allDay: false, busy: true });
  }
  return days;
}

function seriesRow(from: string, to: string): ItemRow {
  const item = {
    id: 'work/u1',
    calendarId: 'work',
    uid: 'u1',
    title: 'Stand-up',
    ics: 'BEGIN:VCALENDAR',
    sequence: 0,
    lastModified: null,
    stamp: null,
    hash: 'h',
    recurring: true,
  };
  return { id: item.id, calendarId: 'work', uid: 'u1', expandedFrom: at(from), expandedTo: at(to), item };
}

beforeEach(async () => {
  started = await start();
  started.host.answer('calendar.expand', ({ items, window }) => ({
    items: items.map(({ id }) => ({ id, occurrences: daily(window.from, window.to) })),
  }));
});

describe('the rolling window', () => {
  it('reaches from 35 days back to 60 days past the horizon, at local midnights', async () => {
    await updateSettings({ timeZone: parseZone('Europe/Berlin')!, horizonDays: 30 });
    const { start: from, end } = rollingWindow();
    expect(formatInstant(from)).toBe('2026-10-19T22:00:00Z');
    expect(formatInstant(end)).toBe('2027-02-21T23:00:00Z');
  });

  it('is extended when a range beyond it is asked for, once, without an undo step', async () => {
    await commit('Import', () => ({ puts: { items: [seriesRow('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z')] } }));
    const week = [at('2027-01-04T00:00:00Z'), at('2027-01-11T00:00:00Z')] as const;
    expect((await eventsBetween(...week)).map((event) => event.start)).toHaveLength(7);
    await eventsBetween(...week);
    const asked = started.host.inputs('calendar.expand');
    // The agenda may have asked for its own days before; the far week is asked for once.
    expect(asked.filter(({ window }) => window.to >= week[1])).toHaveLength(1);
    expect(workspaceNow().undoLabel).toBe('Import');
  });

  it('follows time: at the start and with a new day, before its end comes near', async () => {
    await commit('Import', () => ({ puts: { items: [seriesRow('2026-10-20T00:00:00Z', '2027-02-22T00:00:00Z')] } }));
    const far = [at('2027-03-01T00:00:00Z'), at('2027-03-08T00:00:00Z')] as const;
    const stored = () => readEventsBetween(database(), ...far);
    setClock(() => at('2026-11-26T09:00:00Z'));
    expect(await stored()).toEqual([]);
    // The stored end is now less than 60 days behind the horizon, by more than the slack of 30 days.
    setClock(() => at('2027-01-10T09:00:00Z'));
    await expect.poll(async () => (await stored()).length).toBe(7);

    closePage();
    await start({ host: started.host, disk: started.disk, at: '2027-03-10T09:00:00Z' });
    await expect
      .poll(
        async () =>
          (await readEventsBetween(database(), at('2027-05-03T00:00:00Z'), at('2027-05-10T00:00:00Z'))).length,
      )
      .toBe(7);
    const windows = started.host.inputs('calendar.expand').length;
    setClock(() => at('2027-03-11T09:00:00Z'));
    await allCommitted();
    expect(started.host.inputs('calendar.expand')).toHaveLength(windows);
  });

  it('takes the extended occurrences back with their import', async () => {
    await commit('Import', () => ({ puts: { items: [seriesRow('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z')] } }));
    await eventsBetween(at('2027-01-04T00:00:00Z'), at('2027-01-11T00:00:00Z'));
    await undo();
    expect(await eventsBetween(at('2026-11-01T00:00:00Z'), at('2027-02-01T00:00:00Z'))).toEqual([]);
  });

  it('shows what is stored when the host cannot expand', async () => {
    started.host.answer('calendar.expand', () => ({
      kind: 'failed',
      error: { code: 'disconnected', message: 'The host is away.', advice: '' },
    }));
    await commit('Import', () => ({ puts: { items: [seriesRow('2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z')] } }));
    expect(await eventsBetween(at('2027-01-04T00:00:00Z'), at('2027-01-11T00:00:00Z'))).toEqual([]);
  });
});
