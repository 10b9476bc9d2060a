import { expect, it } from 'vitest';
import { componentsOf } from '#shared/engine/groups';

const windowed = (key: number, start: number, end: number, others: number[] = []) => ({
  key,
  start,
  end,
  with: others,
});

it('[TASK-19] windows that share time are one group, touching ones are not', () => {
  expect(componentsOf([windowed(0, 0, 10), windowed(1, 5, 20), windowed(2, 20, 30)])).toEqual([[0, 1], [2]]);
});

it('[TASK-19] a window inside another belongs to it', () => {
  expect(componentsOf([windowed(0, 0, 100), windowed(1, 10, 20), windowed(2, 50, 60)])).toEqual([[0, 1, 2]]);
});

it('[TASK-19] dependencies tie groups together', () => {
  expect(componentsOf([windowed(0, 0, 10), windowed(1, 20, 30), windowed(2, 40, 50, [0])])).toEqual([[0, 2], [1]]);
});
