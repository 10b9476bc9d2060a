import { describe, expect, test } from 'vitest';
import { type CalendarItem, calendarItemSchema } from '#shared/calendar/event';
import type { ImportedFile } from '#shared/calendar/imported';
import { compareWithStored, isNewer } from '#shared/calendar/reimport';
import { calendarText, readFixture, readText } from '../../../helpers/read-fixture';

function stored(file: ImportedFile): CalendarItem[] {
  return file.items.map(({ occurrences: _, ...item }) =>
    calendarItemSchema.parse({ ...item, id: `work/${item.uid}`, calendarId: 'work' }),
  );
}

function event(uid: string, ...lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTART:20261123T080000Z', ...lines, 'END:VEVENT'];
}

describe('a new export', () => {
  test('[CAL-75] the same file again changes nothing', () => {
    const file = readFixture('override-other-zone');
    const { added, updated, older, vanished, unchanged } = compareWithStored(
      stored(file),
      readFixture('override-other-zone').items,
    );
    expect([added, updated, older, vanished, unchanged.length]).toEqual([[], [], [], [], 1]);
  });

  test('[CAL-75] tells what is new, changed, older and gone', () => {
    const before = readText(
      calendarText(
        ...event('same', 'SUMMARY:s'),
        ...event('changed', 'SEQUENCE:1', 'SUMMARY:a'),
        ...event('older', 'SEQUENCE:5', 'SUMMARY:a'),
        ...event('gone'),
      ),
    );
    const after = readText(
      calendarText(
        ...event('same', 'SUMMARY:s'),
        ...event('changed', 'SEQUENCE:2', 'SUMMARY:b'),
        ...event('older', 'SEQUENCE:4', 'SUMMARY:b'),
        ...event('new'),
      ),
    );
    const { added, updated, unchanged, older, vanished } = compareWithStored(stored(before), after.items);
    expect(added.map((item) => item.uid)).toEqual(['new']);
    expect(updated.map(({ imported }) => [imported.uid, imported.title])).toEqual([['changed', 'b']]);
    expect(unchanged.map(({ imported }) => imported.uid)).toEqual(['same']);
    expect(older.map(({ imported }) => imported.uid)).toEqual(['older']);
    expect(vanished.map((item) => item.uid)).toEqual(['gone']);
  });
});

test('[CAL-71] versions are ordered by SEQUENCE, LAST-MODIFIED, DTSTAMP and hash, one way only', () => {
  const version = { sequence: 1, lastModified: '2026-11-02T00:00:00Z', stamp: '2026-11-03T00:00:00Z', hash: 'b' };
  const newer = [
    { ...version, sequence: 2, lastModified: null, hash: 'a' },
    { ...version, lastModified: '2026-11-02T00:00:01Z', stamp: null },
    { ...version, stamp: '2026-11-04T00:00:00Z', hash: 'a' },
    { ...version, hash: 'c' },
  ];
  expect(newer.map((candidate) => [isNewer(candidate, version), isNewer(version, candidate)])).toEqual(
    newer.map(() => [true, false]),
  );
});
