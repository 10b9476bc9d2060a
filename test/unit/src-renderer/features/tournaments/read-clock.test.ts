import { expect, it } from 'vitest';
import { readClock } from '#renderer/features/tournaments/read-clock';

it('reads a time as people type it', () => {
  expect(['9', '9:30', '0930', '9.30', ' 21:05 '].map((text) => readClock(text))).toEqual([540, 570, 570, 570, 1265]);
  expect(['', '25', '9:61', 'noon', '24:00'].map((text) => readClock(text))).toEqual([null, null, null, null, null]);
  expect(readClock('24:00', true)).toBe(1440);
});
