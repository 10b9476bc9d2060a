import { expect, it } from 'vitest';
import { firstRunEndingAfter, freeTimeOf } from '#shared/engine/free-time';

const rows = (free: ReturnType<typeof freeTimeOf>) =>
  Array.from(free.usableStart, (start, run) => [free.rawStart[run], free.rawEnd[run], start, free.usableEnd[run]]);

it('[TASK-18] is what windows leave beside busy time, raw and with the buffer kept', () => {
  const free = freeTimeOf([{ start: 0, end: 100 }], [{ start: 40, end: 50 }], 10);
  expect(rows(free)).toEqual([
    [0, 40, 0, 30],
    [50, 100, 60, 100],
  ]);
});

it('[TASK-18] keeps the buffer to busy time outside the window', () => {
  const free = freeTimeOf(
    [{ start: 100, end: 200 }],
    [
      { start: 50, end: 95 },
      { start: 203, end: 250 },
    ],
    10,
  );
  expect(rows(free)).toEqual([[100, 200, 105, 193]]);
});

it('[TASK-18] keeps windows closer than the buffer apart', () => {
  const free = freeTimeOf(
    [
      { start: 0, end: 100 },
      { start: 104, end: 200 },
    ],
    [],
    10,
  );
  expect(rows(free)).toEqual([
    [0, 100, 0, 100],
    [104, 200, 110, 200],
  ]);
});

it('[TASK-18] joins overlapping busy time and forgets runs without a usable minute', () => {
  const free = freeTimeOf(
    [{ start: 0, end: 100 }],
    [
      { start: 10, end: 60 },
      { start: 20, end: 30 },
      { start: 65, end: 90 },
    ],
    10,
  );
  expect(rows(free)).toEqual([]);
});

it('finds the first run that ends after a minute', () => {
  const free = freeTimeOf(
    [
      { start: 0, end: 10 },
      { start: 20, end: 30 },
    ],
    [],
    0,
  );
  expect(firstRunEndingAfter(free, 9)).toBe(0);
  expect(firstRunEndingAfter(free, 10)).toBe(1);
  expect(firstRunEndingAfter(free, 30)).toBe(2);
});
