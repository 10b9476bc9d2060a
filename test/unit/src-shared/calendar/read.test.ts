import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expandItem } from '#shared/calendar/expand';
import type { ImportedFile } from '#shared/calendar/imported';
import { readCalendarFile } from '#shared/calendar/read';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

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
