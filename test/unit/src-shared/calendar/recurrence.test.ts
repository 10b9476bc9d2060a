import { describe, expect, test } from 'vitest';
import { checkRecurrenceRule, startsOf, wallTimesOf } from '#shared/calendar/recurrence';
import { formatInstant, parseInstant } from '#shared/time/instant';
import type { WallTime } from '#shared/time/wall-time';
import { parseZone } from '#shared/time/zone';

const BERLIN = parseZone('Europe/Berlin')!;
const MONDAYS = { rule: 'FREQ=WEEKLY;BYDAY=MO', start: '2026-10-12T09:00' as WallTime };

test('[CAL-90] a rule yields wall times in a half-open range', () => {
  expect(wallTimesOf(MONDAYS, '2026-10-19T09:00' as WallTime, '2026-11-02T09:00' as WallTime)).toEqual([
    '2026-10-19T09:00',
    '2026-10-26T09:00',
  ]);
});

test('[CAL-90] nine in the morning stays nine in the morning when the clocks change', () => {
  const span = { start: parseInstant('2026-10-19T07:00:00Z')!, end: parseInstant('2026-11-02T08:00:01Z')! };
  expect(startsOf(MONDAYS, BERLIN, span).map(formatInstant)).toEqual([
    '2026-10-19T07:00:00Z',
    '2026-10-26T08:00:00Z',
    '2026-11-02T08:00:00Z',
  ]);
});

describe('checking a rule', () => {
  test('[CAL-90] takes what rrule understands', () => {
    expect(checkRecurrenceRule('FREQ=MONTHLY;BYDAY=2TU')).toEqual({ ok: true, value: 'FREQ=MONTHLY;BYDAY=2TU' });
  });

  test('[CAL-90] refuses the rest with the rule in the message', () => {
    const refused = ['FREQ=SOMETIMES', 'BYDAY=MO', 'FREQ=DAILY;INTERVAL=0', 'rubbish'].map(checkRecurrenceRule);
    expect(refused.map((result) => result.ok)).toEqual([false, false, false, false]);
    expect(refused[2]).toEqual({ ok: false, error: 'FREQ=DAILY;INTERVAL=0: INTERVAL must be at least 1' });
  });
});
