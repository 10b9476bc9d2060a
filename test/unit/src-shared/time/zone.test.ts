import { describe, expect, test } from 'vitest';
import type { Day } from '#shared/time/day';
import { formatInstant, type Instant, parseInstant } from '#shared/time/instant';
import type { WallTime } from '#shared/time/wall-time';
import {
  dayAt,
  instantAtMinute,
  instantOfWallTime,
  minuteOfDayAt,
  offsetAt,
  parseZone,
  spanOfDay,
  transitionsBetween,
  wallTimeAt,
} from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const NEW_YORK = parseZone('America/New_York')!;
const LORD_HOWE = parseZone('Australia/Lord_Howe')!;
const KATHMANDU = parseZone('Asia/Kathmandu')!;
const APIA = parseZone('Pacific/Apia')!;
const CASABLANCA = parseZone('Africa/Casablanca')!;

const HOUR = 3_600_000;

function at(text: string): Instant {
  return parseInstant(text)!;
}

function instantText(zone: typeof BERLIN, wall: string): string {
  return formatInstant(instantOfWallTime(zone, wall as WallTime));
}

describe('zone names', () => {
  test('known ones are taken as given', () => {
    expect(['Europe/Berlin', 'Etc/UTC', 'Asia/Kolkata'].map(parseZone)).toEqual([
      'Europe/Berlin',
      'Etc/UTC',
      'Asia/Kolkata',
    ]);
  });

  test('unknown ones and bare offsets are refused on every platform', () => {
    expect(['Europe/Atlantis', '+01:00', '', 'W. Europe Standard Time'].map(parseZone)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('offsets', () => {
  test('change at the exact instant', () => {
    expect(offsetAt(BERLIN, at('2026-03-29T00:59:59Z'))).toBe(1 * HOUR);
    expect(offsetAt(BERLIN, at('2026-03-29T01:00:00Z'))).toBe(2 * HOUR);
    expect(offsetAt(BERLIN, at('2026-10-25T00:59:59Z'))).toBe(2 * HOUR);
    expect(offsetAt(BERLIN, at('2026-10-25T01:00:00Z'))).toBe(1 * HOUR);
  });

  test('of half and quarter hours', () => {
    expect(offsetAt(KATHMANDU, at('2026-11-23T00:00:00Z'))).toBe(5.75 * HOUR);
    expect(offsetAt(LORD_HOWE, at('2026-07-01T00:00:00Z'))).toBe(10.5 * HOUR);
    expect(offsetAt(LORD_HOWE, at('2026-12-01T00:00:00Z'))).toBe(11 * HOUR);
  });

  test('of years long past and far ahead stay what the edge of the table says', () => {
    expect(offsetAt(BERLIN, at('1601-07-01T00:00:00Z'))).toBe(offsetAt(BERLIN, at('1900-01-01T00:00:00Z')));
    expect(Number.isFinite(offsetAt(BERLIN, at('9999-07-01T00:00:00Z')))).toBe(true);
  });

  test('a change at the first instant of a UTC year is seen', () => {
    // Kathmandu went from +05:30 to +05:45 at local midnight of 1986-01-01, which is 1985-12-31T18:30Z.
    expect(offsetAt(KATHMANDU, at('1985-12-31T18:29:59Z'))).toBe(5.5 * HOUR);
    expect(offsetAt(KATHMANDU, at('1985-12-31T18:30:00Z'))).toBe(5.75 * HOUR);
  });
});

describe('gaps and overlaps', () => {
  test('in a gap the offset before it holds', () => {
    // 02:30 does not exist on 2026-03-29 in Berlin: read with +01:00 it is 01:30Z, which the clocks call 03:30.
    expect(instantText(BERLIN, '2026-03-29T02:30')).toBe('2026-03-29T01:30:00Z');
    expect(instantText(NEW_YORK, '2026-03-08T02:30')).toBe('2026-03-08T07:30:00Z');
  });

  test('in an overlap the first reading holds', () => {
    expect(instantText(BERLIN, '2026-10-25T02:30')).toBe('2026-10-25T00:30:00Z');
    expect(instantText(NEW_YORK, '2026-11-01T01:30')).toBe('2026-11-01T05:30:00Z');
  });

  test('of half an hour on Lord Howe', () => {
    // Clocks go from 02:00 to 02:30 on 2026-10-04 and from 02:00 back to 01:30 on 2026-04-05.
    expect(instantText(LORD_HOWE, '2026-10-04T02:15')).toBe('2026-10-03T15:45:00Z');
    expect(instantText(LORD_HOWE, '2026-10-04T02:30')).toBe('2026-10-03T15:30:00Z');
    expect(instantText(LORD_HOWE, '2026-04-05T01:45')).toBe('2026-04-04T14:45:00Z');
    expect(instantText(LORD_HOWE, '2026-04-05T02:00')).toBe('2026-04-04T15:30:00Z');
  });

  test('a day the calendar skipped', () => {
    // Samoa crossed the date line at the end of 2011-12-29: from -10:00 to +14:00.
    expect(instantText(APIA, '2011-12-29T23:59')).toBe('2011-12-30T09:59:00Z');
    expect(instantText(APIA, '2011-12-31T00:00')).toBe('2011-12-30T10:00:00Z');
    expect(instantText(APIA, '2011-12-30T12:00')).toBe('2011-12-30T22:00:00Z');
    expect(dayAt(APIA, at('2011-12-30T10:00:00Z'))).toBe('2011-12-31');
  });

  test('summer time suspended for weeks', () => {
    // Morocco keeps +01:00 and goes to +00:00 for Ramadan: in 2026 from 02-15 to 03-22.
    expect(offsetAt(CASABLANCA, at('2026-02-01T00:00:00Z'))).toBe(1 * HOUR);
    expect(offsetAt(CASABLANCA, at('2026-03-01T00:00:00Z'))).toBe(0);
    expect(offsetAt(CASABLANCA, at('2026-04-01T00:00:00Z'))).toBe(1 * HOUR);
  });
});

describe('days', () => {
  test('are 23, 24 and 25 hours long', () => {
    const hours = (day: string): number => {
      const { start, end } = spanOfDay(BERLIN, day as Day);
      return (end - start) / HOUR;
    };
    expect([hours('2026-03-29'), hours('2026-06-01'), hours('2026-10-25')]).toEqual([23, 24, 25]);
  });

  test('and minutes follow the wall clock', () => {
    expect(wallTimeAt(KATHMANDU, at('2026-11-23T18:15:00Z'))).toBe('2026-11-24T00:00');
    expect(minuteOfDayAt(NEW_YORK, at('2026-11-23T04:59:00Z'))).toBe(1439);
    expect(dayAt(NEW_YORK, at('2026-11-23T04:59:00Z'))).toBe('2026-11-22');
    expect(wallTimeAt(BERLIN, at('1969-12-31T22:59:00Z'))).toBe('1969-12-31T23:59');
  });

  test('minutes beyond midnight belong to the next day', () => {
    expect(instantAtMinute(BERLIN, '2026-11-23' as Day, 1500)).toBe(at('2026-11-24T00:00:00Z'));
    expect(instantAtMinute(BERLIN, '2026-11-23' as Day, -60)).toBe(at('2026-11-22T22:00:00Z'));
  });
});

test('transitions between two instants come with both offsets', () => {
  expect(transitionsBetween(BERLIN, at('2026-01-01T00:00:00Z'), at('2027-03-28T01:00:00Z'))).toEqual([
    { at: at('2026-03-29T01:00:00Z'), before: 1 * HOUR, after: 2 * HOUR },
    { at: at('2026-10-25T01:00:00Z'), before: 2 * HOUR, after: 1 * HOUR },
  ]);
  expect(transitionsBetween(KATHMANDU, at('2020-01-01T00:00:00Z'), at('2030-01-01T00:00:00Z'))).toEqual([]);
});
