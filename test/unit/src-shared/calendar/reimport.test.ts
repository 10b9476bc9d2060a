import { describe, expect, test } from 'vitest';
import type { ImportedFile } from '#shared/calendar/imported';
import { type ItemVersion, isNewer, verdictOn } from '#shared/calendar/reimport';
import { calendarText, readFixture, readText } from '../../../helpers/read-fixture';

function verdicts(before: ImportedFile, after: ImportedFile): string[] {
  const stored = new Map(before.items.map((item) => [item.uid, item]));
  return after.items.map((item) => `${item.uid} ${verdictOn(stored.get(item.uid), item)}`);
}

function event(uid: string, ...lines: readonly string[]): string[] {
  return ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTART:20261123T080000Z', ...lines, 'END:VEVENT'];
}

describe('a new export', () => {
  test('[CAL-75] the same file again changes nothing', () => {
    expect(verdicts(readFixture('override-other-zone'), readFixture('override-other-zone'))).toEqual([
      expect.stringMatching(/ unchanged$/),
    ]);
  });

  test('[CAL-75] tells what is new, changed and older', () => {
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
    expect(verdicts(before, after)).toEqual(['same unchanged', 'changed updated', 'older older', 'new added']);
  });
});

describe('the verdict on a version', () => {
  const EARLY = '2026-11-01T08:00:00Z';
  const LATE = '2026-11-02T08:00:00Z';
  const version = (hash: string, more: Partial<ItemVersion> = {}): ItemVersion => {
    return { sequence: 0, lastModified: null, stamp: null, hash, ...more };
  };

  test('[CAL-71] what is the same stays the same, whatever its stamps', () => {
    expect(verdictOn(version('1'), version('1', { sequence: 9, stamp: LATE }))).toBe('unchanged');
  });

  test('[CAL-71] sequence comes before last modified, and that before the stamp', () => {
    const before = version('1', { sequence: 2, lastModified: EARLY, stamp: EARLY });
    expect(verdictOn(before, version('2', { sequence: 3 }))).toBe('updated');
    expect(verdictOn(before, version('2', { sequence: 1, lastModified: LATE, stamp: LATE }))).toBe('older');
    expect(verdictOn(before, version('2', { sequence: 2, lastModified: LATE }))).toBe('updated');
    const older = version('1', { sequence: 2, lastModified: LATE, stamp: EARLY });
    expect(verdictOn(older, version('2', { sequence: 2, lastModified: EARLY, stamp: LATE }))).toBe('older');
  });

  test('[CAL-71] a stamp that one side lacks decides nothing, and at last the opened file wins', () => {
    const before = version('1', { lastModified: LATE, stamp: EARLY });
    expect(verdictOn(before, version('2', { stamp: LATE }))).toBe('updated');
    expect(verdictOn(before, version('2'))).toBe('updated');
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
