import { expect, it } from 'vitest';
import { scheduledWords } from '#renderer/features/tournaments/schedule-words';

it('says how long it took', () => {
  const run = { mode: 'best', at: '2026-11-24T09:00:00Z', bound: null, fewestBreaches: null } as const;
  expect(scheduledWords({ ...run, milliseconds: 54 })).toBe('Scheduled in 54 ms');
  expect(scheduledWords({ ...run, milliseconds: 2345 })).toBe('Scheduled in 2.3 s');
  expect(scheduledWords(undefined)).toBe('Scheduled');
});
