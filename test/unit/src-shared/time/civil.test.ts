import { describe, expect, test } from 'vitest';
import { civilFromDays, daysFromCivil, daysInMonth, isLeapYear, isoWeekday, modulo } from '#shared/time/civil';

describe('day numbers', () => {
  test('count from 1970-01-01', () => {
    expect(daysFromCivil(1970, 1, 1)).toBe(0);
    expect(daysFromCivil(1969, 12, 31)).toBe(-1);
    expect(daysFromCivil(2000, 3, 1)).toBe(11_017);
    expect(daysFromCivil(2026, 11, 21)).toBe(20_778);
    expect(daysFromCivil(1601, 1, 1)).toBe(-134_774);
  });

  test('turn back into the same date', () => {
    expect(civilFromDays(20_778)).toEqual({ year: 2026, month: 11, dayOfMonth: 21 });
    expect(civilFromDays(-1)).toEqual({ year: 1969, month: 12, dayOfMonth: 31 });
    expect(civilFromDays(11_016)).toEqual({ year: 2000, month: 2, dayOfMonth: 29 });
    expect(civilFromDays(-719_468)).toEqual({ year: 0, month: 3, dayOfMonth: 1 });
  });

  test('a day outside its month runs over', () => {
    expect(daysFromCivil(2026, 2, 30)).toBe(daysFromCivil(2026, 3, 2));
  });
});

test('leap years follow the century rule', () => {
  expect([1900, 2000, 2024, 2026, 2100].map(isLeapYear)).toEqual([false, true, true, false, false]);
  expect([daysInMonth(2024, 2), daysInMonth(2026, 2), daysInMonth(2026, 4), daysInMonth(2026, 12)]).toEqual([
    29, 28, 30, 31,
  ]);
});

test('weekdays are ISO: Monday 1 to Sunday 7', () => {
  // 1970-01-01 was a Thursday, 2026-11-22 is a Sunday.
  expect([isoWeekday(0), isoWeekday(-4), isoWeekday(daysFromCivil(2026, 11, 22))]).toEqual([4, 7, 7]);
});

test('the remainder is never negative', () => {
  expect([modulo(-1, 7), modulo(7, 7), modulo(-14, 7)]).toEqual([6, 0, 0]);
});
