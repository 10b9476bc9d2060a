import { describe, expect, test } from 'vitest';
import {
  type Day,
  dayFromNumber,
  dayNumber,
  daysBetween,
  daysFrom,
  parseDay,
  plusDays,
  weekdayOf,
  weekStart,
} from '#shared/time/day';

const MONDAY = '2026-11-23' as Day;

describe('parseDay', () => {
  test('takes dates that exist', () => {
    expect(['2024-02-29', '0001-01-01', '9999-12-31'].map(parseDay)).toEqual([
      '2024-02-29',
      '0001-01-01',
      '9999-12-31',
    ]);
  });

  test('refuses dates that do not exist, and other spellings', () => {
    const refused = [
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '2026-11-00',
      '26-11-23',
      '20261123',
      '2026-11-23 ',
      '',
    ];
    expect(refused.map(parseDay)).toEqual(refused.map(() => null));
  });
});

describe('arithmetic', () => {
  test('weekStart goes back to the first weekday, or stays on it', () => {
    // 26 November 2026 is a Thursday.
    const thursday = parseDay('2026-11-26')!;
    expect(weekStart(thursday, 1)).toBe('2026-11-23');
    expect(weekStart(thursday, 7)).toBe('2026-11-22');
    expect(weekStart(thursday, 4)).toBe('2026-11-26');
    expect(weekStart(thursday, 5)).toBe('2026-11-20');
  });

  test('crosses months, years and leap days', () => {
    expect(plusDays(MONDAY, 8)).toBe('2026-12-01');
    expect(plusDays('2024-02-28' as Day, 1)).toBe('2024-02-29');
    expect(plusDays('2026-01-01' as Day, -1)).toBe('2025-12-31');
  });

  test('measures both ways', () => {
    expect(daysBetween(MONDAY, '2027-01-01' as Day)).toBe(39);
    expect(daysBetween('2027-01-01' as Day, MONDAY)).toBe(-39);
  });

  test('numbers and days are the same thing', () => {
    expect(dayNumber(MONDAY)).toBe(20_780);
    expect(dayFromNumber(20_780)).toBe(MONDAY);
  });

  test('a year outside 0 to 9999 is refused', () => {
    expect(() => dayFromNumber(10_000_000)).toThrow(RangeError);
    expect(() => dayFromNumber(Number.NaN)).toThrow(RangeError);
  });
});

test('weekdays are ISO', () => {
  expect([MONDAY, '2026-11-22' as Day, '2026-11-28' as Day].map(weekdayOf)).toEqual([1, 7, 6]);
});

test('daysFrom leaves the end out', () => {
  expect(daysFrom('2026-12-30' as Day, '2027-01-02' as Day)).toEqual(['2026-12-30', '2026-12-31', '2027-01-01']);
  expect(daysFrom(MONDAY, MONDAY)).toEqual([]);
});
