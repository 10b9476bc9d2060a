// The occurrences of today and tomorrow, made anew: every hour, after midnight, a sleep or a change of zone, and on demand.
import type { Placement, Unplaced } from '../engine/plan';
import { habitOccurrenceId } from '../habits/habit';
import { planHabitDays } from '../habits/plan-habit-days';
import { type Day, plusDays } from '../time/day';
import { chainedDays, habitDaysOf } from './habit-days';
import { reportedHabits } from './plan-habits';
import type { PlanningProblem } from './problem';
import { situationOf } from './situation';
import { verifyHabits } from './verify';

/** A week ahead, so that a habit of so many times a week knows its other days. */
export const REFRESH_HORIZON_DAYS = 8;
/** Today and tomorrow. */
export const REFRESHED_DAYS = 2;

export interface RefreshedHabits {
  /** Today and the days after it that were made anew. */
  readonly days: readonly Day[];
  /** Where the open occurrences of those days lie now; what has begun or is recorded is not among them. */
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
}

/**
 * Events and tasks stay; the habits of the two days are placed exactly around them. What has begun, unmarked or not, is the past and keeps its place.
 * Asked twice in the same minute it answers the same. Throws when the answer breaks a rule: that is a bug, and nothing may be stored.
 */
export function refreshHabits(wanted: PlanningProblem): RefreshedHabits {
  const settings = { ...wanted.settings, horizonDays: REFRESH_HORIZON_DAYS };
  const problem: PlanningProblem = { ...wanted, settings, options: { ...wanted.options, only: ['habits'] } };
  const situation = situationOf(problem);
  const { firstDay, now } = situation.horizon;
  const days = Array.from({ length: REFRESHED_DAYS }, (_, index) => plusDays(firstDay, index));
  const asked = habitDaysOf(situation)
    .filter((day) => days.some((one) => one === day.day))
    .map((day) => ({ ...day, wishes: day.wishes.filter((wish) => wish.present === null || wish.present > now) }))
    .filter((day) => day.wishes.length > 0);
  const answers = chainedDays(asked).flatMap(
    (chain) => planHabitDays({ days: chain, gapPriceMinutes: settings.shortGapPriceMinutes, algorithm: 'best' }).days,
  );
  const { placements, unplaced } = reportedHabits(situation, asked, answers);
  const broken = verifyHabits(problem, { placements });
  if (broken.length > 0)
    throw new Error(`Habits were placed against the rules: ${broken.map((breach) => breach.message).join(' ')}`);
  const fixed = new Set(situation.fixedHabits.map((one) => habitOccurrenceId(one.id, one.day)));
  const open = placements.filter((one) => !fixed.has(habitOccurrenceId(one.id, one.day ?? '')));
  return { days, placements: open, unplaced };
}
