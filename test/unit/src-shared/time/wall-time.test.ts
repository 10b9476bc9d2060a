import { expect, test } from 'vitest';
import type { Day } from '#shared/time/day';
import {
  dayOfWallTime,
  formatTimeOfDay,
  minutesOfWallTime,
  parseTimeOfDay,
  parseWallTime,
  wallTime,
} from '#shared/time/wall-time';

test('a time of day is minutes after midnight, 24:00 included', () => {
  expect(['00:00', '09:30', '23:59', '24:00'].map(parseTimeOfDay)).toEqual([0, 570, 1439, 1440]);
  expect(['24:01', '09:60', '9:30', '09:30:00', ''].map(parseTimeOfDay)).toEqual([null, null, null, null, null]);
  expect([0, 570, 1439, 1440].map(formatTimeOfDay)).toEqual(['00:00', '09:30', '23:59', '24:00']);
});

test('a wall time is an existing date with a time before midnight', () => {
  expect(parseWallTime('2026-11-23T09:30')).toBe('2026-11-23T09:30');
  const refused = ['2026-11-31T09:30', '2026-11-23T24:00', '2026-11-23T09:30:00', '2026-11-23 09:30', '2026-11-23'];
  expect(refused.map(parseWallTime)).toEqual(refused.map(() => null));
});

test('a wall time is made of its day and minutes and falls apart into them', () => {
  const wall = wallTime('2026-11-23' as Day, 570);
  expect([wall, dayOfWallTime(wall), minutesOfWallTime(wall)]).toEqual(['2026-11-23T09:30', '2026-11-23', 570]);
});
