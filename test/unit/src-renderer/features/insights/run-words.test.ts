import { describe, expect, it } from 'vitest';
import { whenWords, whyWords } from '#renderer/features/insights/run-words';
import type { Day } from '#shared/time/day';
import type { ZoneId } from '#shared/time/zone';
import { runOf } from '../../../../helpers/run-record';

const BERLIN = 'Europe/Berlin' as ZoneId;
const TUESDAY = '2026-11-24' as Day;

describe('words of a run', () => {
  it.each([
    ['2026-11-24T09:38:00Z', 'Today 10:38'],
    ['2026-11-23T17:12:00Z', 'Mon 18:12'],
    ['2026-11-18T06:00:00Z', 'Wed 7:00'],
    ['2026-11-17T06:00:00Z', '17 Nov 7:00'],
  ])('%s is %s', (plannedAt, words) => {
    expect(whenWords(plannedAt, BERLIN, TUESDAY)).toBe(words);
  });

  it('say who asked; a reason of its own says itself', () => {
    expect(whyWords(runOf(1))).toBe('You pressed Plan');
    expect(whyWords(runOf(1, { why: 'More time for Report' }))).toBe('More time for Report');
  });
});
