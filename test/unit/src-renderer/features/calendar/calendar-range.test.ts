import { describe, expect, test } from 'vitest';
import { calendarRange, leaf, rangeContext, rangeTitle } from '#renderer/features/calendar/calendar-range';
import type { Day } from '#shared/time/day';

const TUESDAY = '2026-11-24' as Day;

describe('the days of a view', () => {
  test('a week begins on the chosen weekday', () => {
    expect(calendarRange('week', TUESDAY, 1)).toEqual({ firstDay: '2026-11-23', dayCount: 7 });
    expect(calendarRange('week', TUESDAY, 7)).toEqual({ firstDay: '2026-11-22', dayCount: 7 });
    expect(calendarRange('week', '2026-11-22' as Day, 7)).toEqual({ firstDay: '2026-11-22', dayCount: 7 });
  });

  test('a month is whole weeks', () => {
    expect(calendarRange('month', TUESDAY, 1)).toEqual({ firstDay: '2026-10-26', dayCount: 42 });
    expect(calendarRange('month', '2027-02-10' as Day, 1)).toEqual({ firstDay: '2027-02-01', dayCount: 28 });
  });

  test('a year is its days', () => {
    expect(calendarRange('year', TUESDAY, 1)).toEqual({ firstDay: '2026-01-01', dayCount: 365 });
    expect(calendarRange('year', '2028-02-29' as Day, 1)).toEqual({ firstDay: '2028-01-01', dayCount: 366 });
    expect(leaf('year', TUESDAY, 1)).toBe('2027-11-24');
    expect(leaf('year', '2028-02-29' as Day, -1)).toBe('2027-02-28');
    expect(rangeTitle('year', TUESDAY, calendarRange('year', TUESDAY, 1), TUESDAY)).toBe('2026');
    expect(rangeContext('year', calendarRange('year', TUESDAY, 1))).toBe('');
  });

  test('leafing goes a day, a week, or to the same day of the next month where it exists', () => {
    expect(leaf('day', TUESDAY, 1)).toBe('2026-11-25');
    expect(leaf('week', TUESDAY, -1)).toBe('2026-11-17');
    expect(leaf('month', '2027-01-31' as Day, 1)).toBe('2027-02-28');
    expect(leaf('month', '2027-01-31' as Day, -1)).toBe('2026-12-31');
    expect(leaf('month', '2027-03-31' as Day, -1)).toBe('2027-02-28');
  });

  test('titles name what is shown', () => {
    const week = calendarRange('week', TUESDAY, 1);
    expect(rangeTitle('week', TUESDAY, week, TUESDAY)).toBe('23 – 29 November 2026');
    expect(rangeContext('week', week)).toBe('Week 48');
    expect(rangeContext('week', calendarRange('week', TUESDAY, 7))).toBe('Week 48');
    expect(rangeTitle('month', TUESDAY, calendarRange('month', TUESDAY, 1), TUESDAY)).toBe('November 2026');
    const day = calendarRange('day', TUESDAY, 1);
    expect(rangeTitle('day', TUESDAY, day, TUESDAY)).toBe('Tuesday 24 November');
    expect(rangeTitle('day', TUESDAY, day, '2027-01-04' as Day)).toBe('Tuesday 24 November 2026');
  });
});
