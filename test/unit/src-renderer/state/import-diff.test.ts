import { describe, expect, it } from 'vitest';
import {
  diffImport as diffStored,
  type ImportDiff,
  type StoredCalendar,
  type StoredItem,
  tickedAtFirst,
} from '#renderer/state/import-diff';
import type { CalendarItem } from '#shared/calendar/event';
import type { ImportedItem } from '#shared/calendar/imported';

function item(uid: string, hash: string, more: Partial<ImportedItem> = {}): ImportedItem {
  return {
    uid,
    title: uid.toUpperCase(),
    ics: 'BEGIN:VCALENDAR',
    sequence: 0,
    lastModified: null,
    stamp: null,
    hash,
    recurring: false,
    occurrences: [],
    ...more,
  };
}

function stored(uid: string, hash: string, more: Partial<CalendarItem> = {}): StoredItem {
  const { occurrences: _, ...content } = item(uid, hash);
  return { item: { ...content, id: `work/${uid}`, calendarId: 'work', ...more } as CalendarItem, events: [] };
}

const complete = { complete: true };

/** A calendar of two pages, whose occurrences are asked for by UID. */
function calendarOf(entries: readonly StoredItem[]): StoredCalendar {
  return {
    async *items() {
      yield entries.slice(0, 1).map((entry) => entry.item);
      yield entries.slice(1).map((entry) => entry.item);
    },
    events: async (uids) =>
      new Map(entries.filter(({ item }) => uids.includes(item.uid)).map(({ item, events }) => [item.uid, events])),
  };
}

function diffImport(
  stored: readonly StoredItem[],
  read: readonly ImportedItem[],
  how: { readonly complete: boolean },
): Promise<ImportDiff> {
  return diffStored(calendarOf(stored), read, how);
}

describe('diffImport', () => {
  it('finds added, updated, removed and unchanged by UID', async () => {
    const diff = await diffImport(
      [stored('a', '1'), stored('b', '1'), stored('c', '1')],
      [item('a', '1'), item('b', '2'), item('d', '1')],
      complete,
    );
    expect(diff.changes.map((change) => [change.kind, change.key])).toEqual([
      ['updated', 'b'],
      ['added', 'd'],
      ['removed', 'c'],
    ]);
    expect(diff).toMatchObject({ unchanged: 1, older: 0, isNewExport: true });
  });

  it('changes nothing when the same file comes again', async () => {
    const diff = await diffImport([stored('a', '1'), stored('b', '1')], [item('a', '1'), item('b', '1')], complete);
    expect(diff).toMatchObject({ changes: [], unchanged: 2 });
  });

  it('offers no removal for a file that breaks off', async () => {
    const diff = await diffImport([stored('a', '1'), stored('b', '1')], [item('a', '1')], { complete: false });
    expect(diff.changes).toEqual([]);
  });

  it('leaves what is stored when the file is older', async () => {
    const diff = await diffImport([stored('a', '1', { sequence: 4 })], [item('a', '2', { sequence: 3 })], complete);
    expect(diff).toMatchObject({ changes: [], older: 1 });
  });

  it('takes the newest of one UID that stands twice', async () => {
    const diff = await diffImport([], [item('a', '1', { sequence: 2 }), item('a', '2', { sequence: 4 })], complete);
    expect(diff.changes.map((change) => change.after?.hash)).toEqual(['2']);
    const reversed = await diffImport([], [item('a', '2', { sequence: 4 }), item('a', '1', { sequence: 2 })], complete);
    expect(reversed.changes.map((change) => change.after?.hash)).toEqual(['2']);
  });
});

describe('tickedAtFirst', () => {
  it('ticks removals of a new export of the calendar', async () => {
    const diff = await diffImport([stored('a', '1'), stored('b', '1')], [item('a', '1')], complete);
    expect([...tickedAtFirst(diff)]).toEqual(['b']);
  });

  it('leaves removals to the user when the file is another part of the calendar', async () => {
    const diff = await diffImport([stored('a', '1'), stored('b', '1'), stored('c', '1')], [item('a', '2')], complete);
    expect(diff.changes.map((change) => change.kind)).toEqual(['updated', 'removed', 'removed']);
    expect([...tickedAtFirst(diff)]).toEqual(['a']);
  });
});
