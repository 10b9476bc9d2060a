// The habits due on a day with how each stands, for the list that ticks them off.
import { by, inOrder } from '#shared/base/ordering';
import type { Placement, Unplaced } from '#shared/engine/plan';
import type { Settings } from '#shared/engine/settings';
import { isDueOn } from '#shared/habits/due-day';
import { type Habit, type HabitOccurrence, habitOccurrenceId } from '#shared/habits/habit';
import type { Day } from '#shared/time/day';
import { type Instant, parseInstant } from '#shared/time/instant';

export interface HabitOfDay {
  readonly habit: Habit;
  readonly state: HabitOccurrence['state'];
  readonly start: Instant | null;
  /** Its place is over and nobody marked it. */
  readonly passed: boolean;
  /** Noted of a countable goal. */
  readonly amount: number | null;
  /** Why it has no place, with its numbers; null while it has one or nothing was planned. */
  readonly unplaced: string | null;
}

interface HabitDayWorld {
  readonly habits: readonly Habit[];
  readonly habitOccurrences: readonly HabitOccurrence[];
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
  readonly settings: Pick<Settings, 'vacations'>;
}

/** Active habits of the day by time; those without a time come last, by title. */
export function habitsOfDay(world: HabitDayWorld, day: Day, now: Instant): HabitOfDay[] {
  const occurrences = new Map(world.habitOccurrences.map((one) => [one.id, one]));
  const due: HabitOfDay[] = [];
  for (const habit of world.habits) {
    const occurrence = occurrences.get(habitOccurrenceId(habit.id, day));
    const placed = world.placements.find((one) => one.kind === 'habit' && one.id === habit.id && one.day === day);
    // A flexible habit is due where planning put it.
    if (!isDueOn(habit, day, world.settings) && !occurrence && !placed) continue;
    const start = placed?.start ?? occurrence?.start ?? null;
    const end = placed?.end ?? occurrence?.end ?? null;
    const refused = world.unplaced.find((one) => one.kind === 'habit' && one.id === habit.id && one.day === day);
    due.push({
      habit,
      state: occurrence?.state ?? 'planned',
      start: start === null ? null : parseInstant(start),
      passed: (occurrence?.state ?? 'planned') === 'planned' && end !== null && (parseInstant(end) ?? now) < now,
      amount: occurrence?.amount ?? null,
      unplaced: placed ? null : (refused?.detail ?? null),
    });
  }
  return due.sort(
    inOrder(
      by((one) => one.start ?? Number.MAX_SAFE_INTEGER),
      by((one) => one.habit.title),
    ),
  );
}

export function isKept(state: HabitOccurrence['state']): boolean {
  return state === 'done' || state === 'doneLate';
}
