import { describe, expect, it } from 'vitest';
import { importChange } from '#renderer/state/import-change';
import { calendarSchema } from '#shared/calendar/event';
import { importedItemSchema } from '#shared/calendar/imported';
import { parseInstant } from '#shared/time/instant';

const calendar = calendarSchema.parse({ id: 'work', name: 'Work' });
const window = { start: parseInstant('2026-11-01T00:00:00Z')!, end: parseInstant('2026-12-01T00:00:00Z')! };
const stamp = { id: 'import', at: '2026-11-24T09:42:00Z', window };

function series(hash: string, days: readonly string[]) {
  const occurrences = days.map((day) => ({
    ...{ uid: 'standup', title: 'Stand-up', recurrenceId: `${day}T09:00:00Z`, allDay: false, busy: true },
    ...{ start: `${day}T09:00:00Z`, end: `${day}T09:15:00Z` },
  }));
  const head = { uid: 'standup', title: 'Stand-up', ics: 'BEGIN', hash, recurring: true, sequence: 0 };
  const after = importedItemSchema.parse({ ...head, lastModified: null, stamp: null, occurrences });
  return { key: 'standup', kind: 'added' as const, title: 'Stand-up', after, before: null };
}

describe('importChange', () => {
  it('takes of two files that bring one series into one calendar the last one, with its occurrences only', async () => {
    const part = (file: string, hash: string, days: readonly string[]) => ({
      ...{ file, calendar, isWritten: false },
      changes: [series(hash, days)],
    });
    const { puts } = await importChange(
      [part('old.ics', '1', ['2026-11-23', '2026-11-24']), part('new.ics', '2', ['2026-11-24', '2026-11-25'])],
      stamp,
    );
    expect(puts?.items?.map(({ id, item }) => [id, item.hash])).toEqual([['work/standup', '2']]);
    expect(puts?.events?.map(({ event }) => event.start)).toEqual(['2026-11-24T09:00:00Z', '2026-11-25T09:00:00Z']);
  });
});
