import { expect, it } from 'vitest';
import { weekdayRecords } from '#renderer/features/habits/habit-weekdays';

it('a habit without days has no weekdays', () => {
  expect(weekdayRecords([])).toEqual([]);
});
