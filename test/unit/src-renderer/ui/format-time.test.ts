import { describe, expect, it } from 'vitest';
import {
  formatDayLong,
  formatDayRange,
  formatDayRelative,
  formatDayShort,
  formatDistance,
  formatDuration,
  formatMinuteOfDay,
  formatMoment,
  formatRange,
  weekNumber,
} from '#renderer/ui/format-time';
import { parseDay } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const day = (text: string) => parseDay(text)!;
const at = (text: string) => parseInstant(text)!;

describe('how times are written', () => {
  it('writes hours without a leading zero and ranges with a spaced en dash', () => {
    expect(formatMinuteOfDay(570)).toBe('9:30');
    expect(formatMinuteOfDay(0)).toBe('0:00');
    expect(formatRange(BERLIN, at('2026-11-24T14:15:00Z'), at('2026-11-24T15:45:00Z'))).toBe('15:15 – 16:45');
    expect(formatMoment(BERLIN, at('2026-07-01T22:30:00Z'))).toBe('Thu 2 Jul, 0:30');
  });

  it('writes days short and long', () => {
    expect(formatDayShort(day('2026-11-24'))).toBe('Tue 24 Nov');
    expect(formatDayLong(day('2026-12-05'))).toBe('Saturday 5 December');
  });

  it.each([
    ['2026-11-23', '2026-11-29', '23 – 29 November 2026'],
    ['2026-11-30', '2026-12-06', '30 November – 6 December 2026'],
    ['2026-12-28', '2027-01-03', '28 December 2026 – 3 January 2027'],
  ])('%s to %s is %s', (first, last, text) => {
    expect(formatDayRange(day(first), day(last))).toBe(text);
  });

  it.each([
    ['2026-11-24', 'Today'],
    ['2026-11-25', 'Tomorrow'],
    ['2026-11-23', 'Yesterday'],
    ['2026-11-30', 'Mon'],
    ['2026-12-01', '1 Dec'],
    ['2026-11-20', '20 Nov'],
  ])('%s seen from 24 November is %s', (text, words) => {
    expect(formatDayRelative(day(text), day('2026-11-24'))).toBe(words);
  });

  it.each([
    [45, '45 min'],
    [60, '1 h'],
    [150, '2 h 30'],
    [65, '1 h 05'],
    [-3, '0 min'],
  ])('%d minutes are %s', (minutes, text) => {
    expect(formatDuration(minutes)).toBe(text);
  });

  it.each([
    [2 * 1440 + 300, '2 d'],
    [-1200, '20 h'],
    [30, '30 min'],
  ])('a distance of %d minutes is %s', (minutes, text) => {
    expect(formatDistance(minutes)).toBe(text);
  });

  // Week numbers of ISO 8601 around the turn of years, from a printed calendar.
  it.each([
    ['2026-11-24', 48],
    ['2026-01-01', 1],
    ['2025-12-29', 1],
    ['2027-01-01', 53],
    ['2027-01-04', 1],
  ])('%s lies in week %d', (text, week) => {
    expect(weekNumber(day(text))).toBe(week);
  });
});
