import { describe, expect, it } from 'vitest';
import { formatInstant } from '#shared/time/instant';
import { startOf } from '#shared/tournaments/start-time';
import { tournament } from '../../../helpers/tournament-documents';

const startWith = (start: string, startTimeOverride: string | null): string =>
  formatInstant(startOf(tournament({ timeZone: 'Europe/Berlin', start, options: { startTimeOverride } })));

describe('the start of play', () => {
  it('[TRN-05] is the wall time in the zone of the tournament', () => {
    expect(startWith('2026-11-28T09:00', null)).toBe('2026-11-28T08:00:00Z');
  });

  it('[TRN-05] is nine where only a date is given', () => {
    expect(startWith('2026-07-04', null)).toBe('2026-07-04T07:00:00Z');
  });

  it('[TRN-05] gives way to the override: a wall time, a time of day, a date or an instant', () => {
    expect(startWith('2026-11-28T09:00', '2026-11-29T10:30')).toBe('2026-11-29T09:30:00Z');
    expect(startWith('2026-11-28T09:00', '10:30')).toBe('2026-11-28T09:30:00Z');
    expect(startWith('2026-11-28', '10:30')).toBe('2026-11-28T09:30:00Z');
    expect(startWith('2026-11-28', '2026-11-30')).toBe('2026-11-30T08:00:00Z');
    expect(startWith('2026-11-28', '2026-11-28T06:00:00Z')).toBe('2026-11-28T06:00:00Z');
  });
});
