import { describe, expect, test } from 'vitest';
import {
  formatInstant,
  type Instant,
  instant,
  minutesBetween,
  parseInstant,
  plusMinutes,
  utcDayOf,
} from '#shared/time/instant';

describe('parseInstant', () => {
  test('reads UTC, offsets and fractions', () => {
    expect(parseInstant('1970-01-01T00:00:00Z')).toBe(0);
    expect(parseInstant('2026-11-23T08:00:00Z')).toBe(1_795_420_800_000);
    expect(parseInstant('2026-11-23T08:00Z')).toBe(1_795_420_800_000);
    expect(parseInstant('2026-11-23T09:00:00+01:00')).toBe(1_795_420_800_000);
    expect(parseInstant('2026-11-23T13:45:00+0545')).toBe(1_795_420_800_000);
    expect(parseInstant('2026-11-23T04:30:00-03:30')).toBe(1_795_420_800_000);
    expect(parseInstant('2026-11-23T08:00:00.5Z')).toBe(1_795_420_800_500);
    expect(parseInstant('2026-11-23T08:00:00.123456Z')).toBe(1_795_420_800_123);
    expect(parseInstant('2026-11-23T08:00:00.007Z')).toBe(1_795_420_800_007);
    expect(parseInstant('1969-12-31T23:59:59.250Z')).toBe(-750);
    expect(parseInstant('1969-12-31T23:59:59Z')).toBe(-1000);
  });

  test('24:00 is the end of the day', () => {
    expect(parseInstant('2026-11-22T24:00:00Z')).toBe(parseInstant('2026-11-23T00:00:00Z'));
  });

  test('refuses what is no instant', () => {
    const refused = [
      '2026-11-23',
      '2026-11-23T08:00:00',
      '2026-11-23T25:00:00Z',
      '2026-11-23T24:01:00Z',
      '2026-11-23T08:60:00Z',
      '2026-11-23T08:00:60Z',
      '2026-11-23T08:00:60.000Z',
      '2026-02-30T08:00:00.000Z',
      '2026-11-23T08:00:00.0a0Z',
      '2026-11-23T08:00:00,000Z',
      '2026-02-30T08:00:00Z',
      '2026-11-23T08:00:00+24:00',
      '2026-11-23 08:00:00Z',
      'tomorrow',
      '',
    ];
    expect(refused.map(parseInstant)).toEqual(refused.map(() => null));
  });
});

describe('formatInstant', () => {
  test('shows milliseconds only when there are some', () => {
    expect(formatInstant(instant(1_795_420_800_000))).toBe('2026-11-23T08:00:00Z');
    expect(formatInstant(instant(1_795_420_807_000))).toBe('2026-11-23T08:00:07Z');
    expect(formatInstant(instant(1_795_420_800_005))).toBe('2026-11-23T08:00:00.005Z');
    expect(formatInstant(instant(-1))).toBe('1969-12-31T23:59:59.999Z');
    expect(formatInstant(instant(0))).toBe('1970-01-01T00:00:00Z');
  });

  test('refuses what lies outside four-digit years', () => {
    expect(() => formatInstant(instant(1e15))).toThrow(RangeError);
  });
});

test('minutes are added and measured', () => {
  const at = parseInstant('2026-11-23T08:00:00Z') as Instant;
  expect(formatInstant(plusMinutes(at, -1))).toBe('2026-11-23T07:59:00Z');
  expect(minutesBetween(at, plusMinutes(at, 90))).toBe(90);
  expect(minutesBetween(plusMinutes(at, 0.5), at)).toBe(-0.5);
});

test('the UTC day of an instant before 1970 is the earlier one', () => {
  expect([utcDayOf(instant(-1)), utcDayOf(instant(0))]).toEqual(['1969-12-31', '1970-01-01']);
});
