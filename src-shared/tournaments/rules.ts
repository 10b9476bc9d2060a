// The hard rules of a timetable. After them come the levels of its quality, in their order: see `TimetableQuality`.
import { isPlacedOnce } from './rules/is-placed-once';
import { keepsWhatIsFixed } from './rules/keeps-what-is-fixed';
import { oneMatchPerCourt } from './rules/one-match-per-court';
import { onePlacePerPerson } from './rules/one-place-per-person';
import { playersAreThere } from './rules/players-are-there';
import { restsBetweenMatches } from './rules/rests-between-matches';
import { startsInTime } from './rules/starts-in-time';
import { staysInCourtHours } from './rules/stays-in-court-hours';
import { staysInParallelLimit } from './rules/stays-in-parallel-limit';
import type { TournamentRule } from './rules/timetable-view';
import { umpireIsOnDuty } from './rules/umpire-is-on-duty';
import { waitsForItsFeeders } from './rules/waits-for-its-feeders';
import { waitsForTheRoundBefore } from './rules/waits-for-the-round-before';

export const tournamentRules: readonly TournamentRule[] = [
  oneMatchPerCourt,
  onePlacePerPerson,
  restsBetweenMatches,
  waitsForItsFeeders,
  waitsForTheRoundBefore,
  staysInCourtHours,
  umpireIsOnDuty,
  playersAreThere,
  staysInParallelLimit,
  startsInTime,
  keepsWhatIsFixed,
  isPlacedOnce,
];
