import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expandItem } from '#shared/calendar/expand';
import type { ImportedFile } from '#shared/calendar/imported';
import { readCalendarFile, timeLimitSeconds } from '#shared/calendar/read';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { calendarText, readText } from '../../../helpers/read-fixture';

const UTC = parseZone('Etc/UTC')!;
const NOVEMBER_TO_JANUARY = {
  from: parseInstant('2026-11-01T00:00:00Z')!,
  to: parseInstant('2027-01-01T00:00:00Z')!,
};

function sample(name: string): ImportedFile {
  const bytes = readFileSync(`test/fixtures/samples/${name}.ics`);
  return readCalendarFile({ name: `${name}.ics`, bytes }, { window: NOVEMBER_TO_JANUARY, zone: UTC, ownAddresses: [] });
}

function occurrenceLines(file: ImportedFile): string[] {
  return file.items
    .flatMap((item) => item.occurrences)
    .map((x) =>
      x.allDay
        ? `${x.startDay} ${x.endDay} allDay ${x.uid} ${x.title}`
        : `${x.start} ${x.end} timed ${x.uid} ${x.title}`,
    )
    .sort();
}

function expectedLines(name: string): string[] {
  return readFileSync(`test/fixtures/samples/${name}.expected.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { uid: string; summary: string; start: string; end: string; allDay: boolean })
    .map((x) => `${x.start} ${x.end} ${x.allDay ? 'allDay' : 'timed'} ${x.uid} ${x.summary}`)
    .sort();
}

describe('sample exports', () => {
  for (const name of ['google-export', 'outlook-export']) {
    test(`[CAL-01] ${name} yields exactly the expected occurrences`, () => {
      const file = sample(name);
      expect(file.problem).toBeNull();
      expect(occurrenceLines(file)).toEqual(expectedLines(name));
    });

    test(`[CAL-02] each stored item of ${name} expands again to the same occurrences`, () => {
      for (const item of sample(name).items) {
        expect(expandItem(item.ics, NOVEMBER_TO_JANUARY, UTC, [])).toEqual(item.occurrences);
      }
    });
  }
});

describe('reading a large file', () => {
  const events = Array.from({ length: 200 }, (_, index) => [
    'BEGIN:VEVENT',
    `UID:${index}`,
    'DTSTART:20261123T080000Z',
    'END:VEVENT',
  ]);
  const bytes = new TextEncoder().encode(calendarText(...events.flat()));
  const options = { window: NOVEMBER_TO_JANUARY, zone: UTC, ownAddresses: [] };

  test('[CAL-65] stops at its time limit with what was read', () => {
    let clock = 0;
    const now = (): number => {
      clock += 700;
      return clock;
    };
    const file = readCalendarFile({ name: 'slow.ics', bytes }, options, { now });
    expect(file.problem).toEqual({
      code: 'timedOut',
      message: 'slow.ics took longer than 3 s: 128 of 200 events were read.',
    });
    expect(timeLimitSeconds(100 * 1_048_576)).toBe(102);
  });

  test('[CAL-66] progress never falls and ends at 1', () => {
    const fractions: number[] = [];
    readCalendarFile({ name: 'a.ics', bytes }, options, { onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions.at(-1)).toBe(1);
    expect(fractions.length).toBeGreaterThan(5);
    expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
  });

  test('[CAL-66] cancelling stops between events', () => {
    let asked = 0;
    const isCancelled = (): boolean => {
      asked += 1;
      return asked > 2;
    };
    expect(readCalendarFile({ name: 'a.ics', bytes }, options, { isCancelled }).items).toEqual([]);
    expect(asked).toBe(3);
  });
});

test('[CAL-01] name and source of the calendar are told', () => {
  expect([sample('google-export').source, sample('google-export').calendarName]).toEqual([
    'google',
    'Arbeit & Familie',
  ]);
  expect([sample('outlook-export').source, sample('outlook-export').calendarName]).toEqual(['outlook', 'Kalender']);
  const bare = readText('BEGIN:VCALENDAR\r\nPRODID:-//Apple Inc.//macOS 14//EN\r\nEND:VCALENDAR\r\n');
  expect([bare.source, bare.calendarName, bare.problem]).toEqual(['apple', 'text', null]);
});
