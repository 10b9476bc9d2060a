import { expect, test } from 'vitest';
import { formatElapsed } from '#renderer/features/calendar/elapsed';

test('milliseconds below a second, seconds above, never nothing', () => {
  expect([0.2, 38.4, 999.4, 6437].map(formatElapsed)).toEqual(['1 ms', '38 ms', '999 ms', '6.4 s']);
});
