import type { TimetableQuality } from './timetable';

/** The levels, the most important first; fewer is better in each. */
export const QUALITY_LEVELS = [
  'unplaced',
  'withoutUmpire',
  'makespanMinutes',
  'neutralityBreaches',
  'umpireLoadRange',
  'umpireRowExcess',
  'possibleBreaches',
  'courtLoadRange',
  'playerWaitMinutes',
] as const satisfies readonly (keyof TimetableQuality)[];

/** Negative when the first timetable is better: the first level in which they differ decides, however large the differences below it. */
export function compareQuality(one: TimetableQuality, other: TimetableQuality): number {
  for (const level of QUALITY_LEVELS) if (one[level] !== other[level]) return one[level] - other[level];
  return 0;
}
