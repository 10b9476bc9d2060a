import { expect, test } from 'vitest';
import { calendarText, notesOf, occurrencesOf, readFixture, readText } from '../../../../helpers/read-fixture';

test('[CAL-70] an item is its UID with all its replaced occurrences', () => {
  const { items } = readFixture('override-other-zone');
  expect(items.map(({ uid, recurring, title }) => ({ uid, recurring, title }))).toEqual([
    { uid: 'r', recurring: true, title: 'r' },
  ]);
  expect(items[0]!.ics.match(/BEGIN:VEVENT/g)).toHaveLength(3);
});

test('[CAL-71] of two versions in one file the newer wins by SEQUENCE, whatever their order', () => {
  const file = readFixture('identity-versions');
  expect(occurrencesOf(file)).toEqual(['newer: 2026-11-23 08:00']);
  expect(notesOf(file)).toEqual([
    'leftOut identity.olderVersion @11 ×1 An older version of an event → The newer one is read',
  ]);
});

test('[CAL-71] then by LAST-MODIFIED, then by DTSTAMP', () => {
  const version = (title: string, ...stamps: readonly string[]): string[] => [
    'BEGIN:VEVENT',
    'UID:v',
    'DTSTART:20261123T080000Z',
    ...stamps,
    `SUMMARY:${title}`,
    'END:VEVENT',
  ];
  const modified = calendarText(
    ...version('later', 'LAST-MODIFIED:20261102T000000Z', 'DTSTAMP:20261101T000000Z'),
    ...version('earlier', 'LAST-MODIFIED:20261101T000000Z', 'DTSTAMP:20261103T000000Z'),
  );
  expect(occurrencesOf(readText(modified))).toEqual(['later: 2026-11-23 08:00']);
  const stamped = calendarText(
    ...version('earlier', 'DTSTAMP:20261101T000000Z'),
    ...version('later', 'DTSTAMP:20261102T000000Z'),
  );
  expect(occurrencesOf(readText(stamped))).toEqual(['later: 2026-11-23 08:00']);
});

test('[CAL-72] an event without UID is known again by start, title and place', () => {
  const uids = [readFixture('identity-no-uid'), readFixture('identity-no-uid')].map((file) => file.items[0]!.uid);
  expect(uids[0]).toMatch(/^daywright-[0-9a-f]{16}$/);
  expect(uids[1]).toBe(uids[0]);
});

test('[CAL-74] different events under one UID with equal stamps are all kept', () => {
  const file = readFixture('identity-shared-uid');
  expect(occurrencesOf(file)).toEqual(['one: 2026-11-23 08:00', 'two: 2026-11-24 08:00']);
  expect(new Set(file.items.map((item) => item.uid)).size).toBe(2);
  expect(file.items.flatMap((item) => item.occurrences).map((occurrence) => occurrence.uid)).toEqual(['same', 'same']);
});

test('[CAL-74] a timetable under one UID keeps all its lessons, and a replaced one replaces its own', () => {
  const file = readFixture('identity-timetable');
  expect(occurrencesOf(file)).toEqual([
    'Excursion: 2026-11-25 08:00 – 2026-11-25 14:00',
    'Maths: 2026-11-23 08:00 – 2026-11-23 08:45',
    'Maths: 2026-11-30 08:00 – 2026-11-30 08:45',
    'Maths: 2026-12-07 08:00 – 2026-12-07 08:45',
    'Music in the hall: 2026-12-01 10:00 – 2026-12-01 10:45',
    'Music: 2026-11-24 08:00 – 2026-11-24 08:45',
    'Music: 2026-12-08 08:00 – 2026-12-08 08:45',
  ]);
  expect(notesOf(file)).toEqual([]);
});

test('[CAL-74] [CAL-65] thousands of series and replaced occurrences under one UID cost no more than they are', () => {
  const minute = (index: number): string =>
    `202611${String(1 + Math.floor(index / 1_440)).padStart(2, '0')}T${String(Math.floor(index / 60) % 24).padStart(2, '0')}${String(index % 60).padStart(2, '0')}00Z`;
  const lines = Array.from({ length: 1_500 }, (_, index) => [
    ...['BEGIN:VEVENT', 'UID:all', `DTSTART:${minute(index)}`, 'RRULE:FREQ=DAILY;COUNT=2', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:all', `RECURRENCE-ID:${minute(index)}`, `DTSTART:${minute(index)}`, 'END:VEVENT'],
  ]);
  const began = process.cpuUsage();
  const { items } = readText(calendarText(...lines.flat()));
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(3_000);
  expect(items).toHaveLength(1_500);
  expect(items.every(({ occurrences }) => occurrences.length === 2)).toBe(true);
});

test('[CAL-74] the same event twice is read once', () => {
  const file = readFixture('identity-repeated');
  expect(occurrencesOf(file)).toEqual(['again: 2026-11-23 08:00']);
  expect(notesOf(file)).toEqual(['repaired identity.repeated @10 ×1 The same event again → Read once']);
});
