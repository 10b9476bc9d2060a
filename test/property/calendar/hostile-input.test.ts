import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeProblem, parseWith } from '#shared/base/schema';
import { type ImportedFile, importedFileSchema } from '#shared/calendar/imported';
import { readCalendarFile } from '#shared/calendar/read';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

/** Milliseconds: many runs, on machines of any speed. */
const PATIENCE = 60_000;

const OPTIONS = {
  window: { from: parseInstant('2026-11-01T00:00:00Z')!, to: parseInstant('2027-01-01T00:00:00Z')! },
  zone: parseZone('Europe/Berlin')!,
  ownAddresses: ['me@example.com'],
};
const FIXTURES = [
  // Behind ASCII nobody can tell UTF-16.
  ...readdirSync('test/fixtures/calendar').filter((name) => !name.startsWith('text-utf16')),
  '../samples/google-export.ics',
  '../samples/outlook-export.ics',
].map((name) => readFileSync(`test/fixtures/calendar/${name}`));
/** Milliseconds of work that a small file may cost. */
const MOST_WORK = 2_000;
const GOOD = 'BEGIN:VEVENT\r\nUID:the-good-one\r\nDTSTART:20261123T080000Z\r\nSUMMARY:good\r\nEND:VEVENT\r\n';

function read(bytes: Uint8Array): ImportedFile {
  const file = readCalendarFile({ name: 'hostile.ics', bytes }, OPTIONS);
  // What comes out must be able to cross to the page, whatever went in.
  const parsed = parseWith(importedFileSchema, file);
  expect(parsed.ok ? [] : parsed.error.map(describeProblem)).toEqual([]);
  return file;
}

test(
  '[CAL-67] random bytes never throw',
  () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
        const file = read(bytes);
        expect(file.problem !== null || file.items.length >= 0).toBe(true);
      }),
      { numRuns: 150 },
    );
  },
  PATIENCE,
);

test(
  '[CAL-67] random lines in an event, closed or not, never throw, and the good event after it is read',
  () => {
    const name = fc.constantFrom(
      'DTSTART',
      'DTEND',
      'DURATION',
      'RRULE',
      'RDATE',
      'EXDATE',
      'RECURRENCE-ID',
      'SUMMARY',
      'UID',
      'STATUS',
      'SEQUENCE',
      'DTSTAMP',
      'LAST-MODIFIED',
      'X-Y',
      'BEGIN',
      'END',
    );
    const parameter = fc.constantFrom(
      '',
      '',
      ';TZID=Europe/Berlin',
      ';TZID=Nowhere',
      ';VALUE=DATE',
      ';VALUE=PERIOD',
      ';RANGE=THISANDFUTURE',
      ';TZID="x',
      ';=;',
    );
    const value = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.constantFrom(
        '20261123T080000',
        '20261123',
        '99991231T235959Z',
        '9999-12-31T23:59:59-11:00',
        '1e300',
        '-7',
        '00010101',
        'P99999999W',
        '-PT1H',
        '20261123/PT5M',
        'VALARM',
        'VEVENTX',
      ),
      fc.constantFrom(
        'FREQ=DAILY',
        'FREQ=YEARLY;BYWEEKNO=53',
        'FREQ=SECONDLY;COUNT=99',
        'FREQ=MONTHLY;BYSETPOS=-366',
        'FREQ=HOURLY;UNTIL=x',
        'FREQ=DAILY;INTERVAL=999999999999',
      ),
    );
    const line = fc.tuple(name, parameter, value).map(([a, b, c]) => `${a}${b}:${c}`.replace(/[\r\n]/g, ' '));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.boolean(), (lines, isClosed) => {
        const bad = `BEGIN:VEVENT\r\n${lines.join('\r\n')}\r\n${isClosed ? 'END:VEVENT\r\n' : ''}`
          .replaceAll('BEGIN:VEVENTX', 'X:1')
          .replaceAll('END:VEVENTX', 'X:1');
        const file = read(new TextEncoder().encode(`BEGIN:VCALENDAR\r\n${bad}${GOOD}END:VCALENDAR\r\n`));
        expect(file.items.some((item) => item.uid === 'the-good-one' && item.occurrences.length === 1)).toBe(true);
      }),
      { numRuns: 250 },
    );
  },
  PATIENCE,
);

test(
  '[CAL-67] mutated fixtures and exports never throw nor hang, and the good events before and behind them are read',
  () => {
    const mutation = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      kind: fc.constantFrom('flip', 'cut', 'repeat', 'insert'),
      byte: fc.integer({ min: 0, max: 255 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...FIXTURES),
        fc.array(mutation, { minLength: 1, maxLength: 6 }),
        (fixture, mutations) => {
          let bytes = [...fixture.subarray(0, 20_000)];
          for (const { at, kind, byte } of mutations) {
            const index = Math.floor(at * bytes.length);
            if (kind === 'flip') bytes[index] = byte;
            else if (kind === 'cut') bytes.splice(index, 20);
            else if (kind === 'insert') bytes.splice(index, 0, byte);
            else bytes = [...bytes.slice(0, index), ...bytes.slice(Math.max(0, index - 60))];
          }
          const good = (uid: string): Buffer =>
            Buffer.from(`\r\nBEGIN:VCALENDAR\r\n${GOOD.replace('the-good-one', uid)}END:VCALENDAR\r\n`);
          const began = process.cpuUsage();
          const file = read(Buffer.concat([good('before'), Uint8Array.from(bytes), good('behind')]));
          expect(process.cpuUsage(began).user / 1000).toBeLessThan(MOST_WORK);
          const found = file.items.filter(({ uid, occurrences }) => /^be/.test(uid) && occurrences.length === 1);
          expect(found.map(({ uid }) => uid).sort()).toEqual(['before', 'behind']);
        },
      ),
      { numRuns: 150 },
    );
  },
  PATIENCE,
);
