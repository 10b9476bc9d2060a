import { describe, expect, it } from 'vitest';
import { diffImport, type StoredItem, tickedAtFirst, verdictOn } from '#renderer/state/import-diff';
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

describe('verdictOn', () => {
  const EARLY = '2026-11-01T08:00:00Z';
  const LATE = '2026-11-02T08:00:00Z';

  it('knows what is new and what is the same', () => {
    expect(verdictOn(undefined, item('a', '1'))).toBe('added');
    expect(verdictOn(stored('a', '1').item, item('a', '1', { sequence: 9, stamp: LATE }))).toBe('unchanged');
  });

  it('compares sequence before last modified before stamp', () => {
    const before = stored('a', '1', { sequence: 2, lastModified: EARLY, stamp: EARLY }).item;
    expect(verdictOn(before, item('a', '2', { sequence: 3, lastModified: null, stamp: null }))).toBe('updated');
    expect(verdictOn(before, item('a', '2', { sequence: 1, lastModified: LATE, stamp: LATE }))).toBe('older');
    expect(verdictOn(before, item('a', '2', { sequence: 2, lastModified: LATE, stamp: null }))).toBe('updated');
    const older = stored('a', '1', { sequence: 2, lastModified: LATE, stamp: EARLY }).item;
    expect(verdictOn(older, item('a', '2', { sequence: 2, lastModified: EARLY, stamp: LATE }))).toBe('older');
  });

  it('passes over a stamp that one side does not have, and lets the opened file win at last', () => {
    const before = stored('a', '1', { lastModified: LATE, stamp: EARLY }).item;
    expect(verdictOn(before, item('a', '2', { lastModified: null, stamp: LATE }))).toBe('updated');
    expect(verdictOn(before, item('a', '2'))).toBe('updated');
  });
});

describe('diffImport', () => {
  it('finds added, updated, removed and unchanged by UID', () => {
    const diff = diffImport(
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

  it('changes nothing when the same file comes again', () => {
    const diff = diffImport([stored('a', '1'), stored('b', '1')], [item('a', '1'), item('b', '1')], complete);
    expect(diff).toMatchObject({ changes: [], unchanged: 2 });
  });

  it('offers no removal for a file that breaks off', () => {
    const diff = diffImport([stored('a', '1'), stored('b', '1')], [item('a', '1')], { complete: false });
    expect(diff.changes).toEqual([]);
  });

  it('leaves what is stored when the file is older', () => {
    const diff = diffImport([stored('a', '1', { sequence: 4 })], [item('a', '2', { sequence: 3 })], complete);
    expect(diff).toMatchObject({ changes: [], older: 1 });
  });

  it('takes the newest of one UID that stands twice', () => {
    const diff = diffImport([], [item('a', '1', { sequence: 2 }), item('a', '2', { sequence: 4 })], complete);
    expect(diff.changes.map((change) => change.after?.hash)).toEqual(['2']);
    const reversed = diffImport([], [item('a', '2', { sequence: 4 }), item('a', '1', { sequence: 2 })], complete);
    expect(reversed.changes.map((change) => change.after?.hash)).toEqual(['2']);
  });
});

describe('tickedAtFirst', () => {
  it('ticks removals of a new export of the calendar', () => {
    const diff = diffImport([stored('a', '1'), stored('b', '1')], [item('a', '1')], complete);
    expect([...tickedAtFirst(diff)]).toEqual(['b']);
  });

  it('leaves removals to the user when the file is another part of the calendar', () => {
    const diff = diffImport([stored('a', '1'), stored('b', '1'), stored('c', '1')], [item('a', '2')], complete);
    expect(diff.changes.map((change) => change.kind)).toEqual(['updated', 'removed', 'removed']);
    expect([...tickedAtFirst(diff)]).toEqual(['a']);
  });
});
