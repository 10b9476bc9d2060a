import { expect, test } from 'vitest';
import { readEmbeddedZone } from '#shared/calendar/zones/vtimezone';
import { parseInstant } from '#shared/time/instant';
import { occurrencesOf, readFixture } from '../../../../helpers/read-fixture';

const HOUR = 3_600_000;

function at(text: string): number {
  return parseInstant(text)!;
}

function observance(kind: string, start: string, from: string, to: string, more: readonly string[] = []): string[] {
  return [`BEGIN:${kind}`, `DTSTART:${start}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...more, `END:${kind}`];
}

test('[CAL-35] rules from 1601 are read for the years that are asked for', () => {
  const zone = readEmbeddedZone(
    [
      'TZID:X',
      ...observance('STANDARD', '16011028T030000', '+0200', '+0100', ['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10']),
      ...observance('DAYLIGHT', '16010325T020000', '+0100', '+0200', ['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3']),
    ].join('\n'),
  )!;
  const offsets = [
    '2026-03-29T00:59:59Z',
    '2026-03-29T01:00:00Z',
    '2026-10-25T00:59:59Z',
    '2026-10-25T01:00:00Z',
    '1600-01-01T00:00:00Z',
  ];
  expect(offsets.map((text) => zone.offsetAt(at(text)) / HOUR)).toEqual([1, 2, 2, 1, 1]);
  expect(
    occurrencesOf(readFixture('zone-from-1601', { from: '2026-10-24T00:00:00Z', to: '2026-10-27T00:00:00Z' })),
  ).toEqual(['z: 2026-10-24 06:30', 'z: 2026-10-25 07:30', 'z: 2026-10-26 07:30']);
});

test('[CAL-35] single onsets, extra onsets and ended rules hold until the next one', () => {
  const zone = readEmbeddedZone(
    [
      ...observance('STANDARD', '20101031T030000', '+0400', '+0300', [
        'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10;UNTIL=20101030T230000Z',
      ]),
      ...observance('DAYLIGHT', '20110327T020000', '+0300', '+0400'),
      ...observance('STANDARD', '20141026T020000', '+0400', '+0300', ['RDATE:20161030T020000']),
    ].join('\n'),
  )!;
  const years = ['2010-06-01', '2011-01-01', '2012-01-01', '2014-12-01', '2020-01-01'];
  expect(years.map((day) => zone.offsetAt(at(`${day}T00:00:00Z`)) / HOUR)).toEqual([4, 3, 4, 3, 3]);
});

test('[CAL-28] a zone speaks for what its rules cover', () => {
  const endless = readEmbeddedZone(
    observance('STANDARD', '19701025T030000', '+0200', '+0100', ['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10']).join('\n'),
  )!;
  expect([endless.covers(at('1960-01-01T00:00:00Z')), endless.covers(at('2060-01-01T00:00:00Z'))]).toEqual([
    false,
    true,
  ]);
  const stub = readEmbeddedZone(observance('STANDARD', '20251026T030000', '+0200', '+0100').join('\n'))!;
  expect(stub.covers(at('2025-12-01T00:00:00Z'))).toBe(false);
  const fixed = readEmbeddedZone(observance('STANDARD', '16010101T000000', '+0900', '+0900').join('\n'))!;
  expect(fixed.covers(at('2026-01-01T00:00:00Z'))).toBe(true);
});

test('a zone without observances is none', () => {
  expect(readEmbeddedZone('BEGIN:VTIMEZONE\nTZID:X\nEND:VTIMEZONE')).toBeNull();
});
