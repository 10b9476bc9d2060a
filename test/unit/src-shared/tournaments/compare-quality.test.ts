import { describe, expect, it } from 'vitest';
import { compareQuality } from '#shared/tournaments/compare-quality';
import type { TimetableQuality } from '#shared/tournaments/timetable';

const quality = (fields: Partial<TimetableQuality>): TimetableQuality => ({
  unplaced: 0,
  makespanMinutes: 600,
  bound: null,
  withoutUmpire: 0,
  neutralityBreaches: 0,
  fewestBreaches: null,
  umpireLoadRange: 0,
  umpireRowExcess: 0,
  possibleBreaches: 0,
  courtLoadRange: 0,
  playerWaitMinutes: 0,
  ...fields,
});

describe('the levels of quality', () => {
  it('[TRN-45] are compared one after the other: a higher one outweighs any amount below it', () => {
    const shorter = quality({ makespanMinutes: 599, neutralityBreaches: 100, umpireLoadRange: 50 });
    expect(compareQuality(shorter, quality({}))).toBeLessThan(0);
    const neutral = quality({ neutralityBreaches: 1 });
    expect(compareQuality(neutral, quality({ umpireLoadRange: 99, playerWaitMinutes: 9_999 }))).toBeGreaterThan(0);
    expect(compareQuality(quality({ unplaced: 1, makespanMinutes: 1 }), quality({}))).toBeGreaterThan(0);
    expect(compareQuality(quality({}), quality({}))).toBe(0);
  });
});
