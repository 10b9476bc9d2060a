import { describe, expect, it } from 'vitest';
import { capacityOf } from '#shared/tournaments/capacity';
import { drawOptionsSchema } from '#shared/tournaments/document';
import { clock, courts, entries, tournament, umpires } from '../../../helpers/tournament-documents';

const cup = tournament({
  type: 'knockout',
  courts: courts('A', 'B'),
  umpires: umpires('u1', 'u2', 'u3', 'u4'),
  participants: entries(8),
});

describe('capacity', () => {
  it('[TRN-81] answers how long the tournament takes as it is', () => {
    expect(capacityOf(cup, {})).toMatchObject({ matches: 7, makespanMinutes: 270, unplaced: 0 });
    expect(clock(capacityOf(cup, {}).end)).toBe('13:30');
  });

  it('[TRN-81] answers what other numbers would give, without changing the document', () => {
    // Four at once: one wave, rest, one wave, rest, the final.
    expect(capacityOf(cup, { courts: 4 })).toMatchObject({ matches: 7, makespanMinutes: 60 + 15 + 60 + 15 + 60 });
    expect(capacityOf(cup, { entries: 4, matchMinutes: 30 })).toMatchObject({ matches: 3, makespanMinutes: 75 });
    expect(capacityOf(cup, { type: 'roundRobin', entries: 4 }).matches).toBe(6);
    expect(capacityOf(cup, { draw: drawOptionsSchema.parse({ thirdPlace: true }) }).matches).toBe(8);
    expect(capacityOf(cup, { courts: 4, umpires: 1 }).makespanMinutes).toBeGreaterThanOrEqual(7 * 60);
    expect(cup.courts).toHaveLength(2);
  });

  it('[TRN-81] says how many matches find no place within the hours', () => {
    const short = tournament({ ...cup, days: [{ from: '2026-11-28T09:00', to: '2026-11-28T11:00' }] });
    expect(capacityOf(short, {})).toMatchObject({ end: null, makespanMinutes: null, unplaced: 3 });
  });
});
