import { describe, expect, it } from 'vitest';
import { dayMomentsOf, dayStateOf } from '#shared/habits/day-state';

/** Minutes of a day; 30 minutes long, free 10:00 to 12:00 and 18:00 to 19:00. */
const at = (hour: number, minute = 0) => hour * 60 + minute;
const open = {
  minutes: 30,
  place: null,
  free: [
    { start: at(10), end: at(12) },
    { start: at(18), end: at(19) },
  ],
};
const kind = (now: number, more: object = {}) => dayStateOf({ ...open, ...more }, 15, now).kind;

describe('[HABIT-36] an open habit within its day', () => {
  it('counts the starts that are left, a grid step apart in each free stretch', () => {
    // 10:00, 10:15 … 11:30 are 7; 18:00, 18:15, 18:30 are 3.
    expect(dayStateOf(open, 15, at(8))).toEqual({
      kind: 'calm',
      feasibleStarts: 10,
      freeMinutes: 180,
      lastStart: at(18, 30),
    });
    expect(dayStateOf(open, 15, at(11, 20))).toMatchObject({ feasibleStarts: 4, freeMinutes: 100 });
    expect(dayStateOf(open, 15, at(13))).toMatchObject({ feasibleStarts: 3, freeMinutes: 60 });
  });

  it('is calm, then tight, then at its last call a grid step before the last start, then slipped', () => {
    expect(
      [at(8), at(11, 30), at(11, 31), at(18, 14), at(18, 15), at(18, 30), at(18, 31)].map((now) => kind(now)),
    ).toEqual(['calm', 'calm', 'tight', 'tight', 'lastCall', 'lastCall', 'slipped']);
    expect(dayMomentsOf(open, 15)).toEqual({ tightAt: at(11, 31), lastCallAt: at(18, 15), slippedAt: at(18, 31) });
  });

  it('is tight with less free time than twice its length, whatever the starts', () => {
    const long = { minutes: 60, place: null, free: [{ start: at(8), end: at(9, 59) }] };
    expect(dayStateOf(long, 5, at(7))).toMatchObject({ kind: 'tight', feasibleStarts: 12, freeMinutes: 119 });
    expect(dayStateOf({ ...long, free: [{ start: at(8), end: at(10) }] }, 5, at(7)).kind).toBe('calm');
  });

  it('is left alone while it is under way, and slipped where it never fitted', () => {
    expect(kind(at(18, 40), { place: { start: at(18, 30), end: at(19) } })).toBe('underWay');
    expect(kind(at(8), { free: [{ start: at(10), end: at(10, 20) }] })).toBe('slipped');
    expect(dayMomentsOf({ ...open, free: [] }, 15)).toBeNull();
  });
});
