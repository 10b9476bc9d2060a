import { expect, it } from 'vitest';
import { FreeTimeCache } from '#shared/engine/free-time-cache';

const DAY = [{ start: 0, end: 480 }];

it('[TASK-18] gives the same index for the same calendar and counts hits and misses', () => {
  const cache = new FreeTimeCache();
  const first = cache.freeTime(DAY, [{ start: 60, end: 90 }], 10);
  expect(cache.freeTime(DAY, [{ start: 60, end: 90 }], 10)).toBe(first);
  expect(cache.freeTime(DAY, [{ start: 60, end: 91 }], 10)).not.toBe(first);
  expect(cache.freeTime(DAY, [{ start: 60, end: 90 }], 5)).not.toBe(first);
  expect([cache.hits, cache.misses]).toEqual([1, 3]);
});

it('[TASK-18] forgets all but the last few calendars', () => {
  const cache = new FreeTimeCache();
  for (const start of [10, 20, 30, 40, 50]) cache.freeTime(DAY, [{ start, end: 60 }], 0);
  cache.freeTime(DAY, [{ start: 10, end: 60 }], 0);
  expect([cache.hits, cache.misses]).toEqual([0, 6]);
});
