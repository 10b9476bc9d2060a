// A planned habit day that passed without a word counts as missed, so that success tells the truth. It can be corrected any time.
import { missedAmong } from '#shared/habits/close-day';
import { isRestingOn } from '#shared/habits/due-day';
import type { HabitOccurrence } from '#shared/habits/habit';
import { GRACE_MINUTES } from '#shared/habits/kept-state';
import { type Day, parseDay } from '#shared/time/day';
import { type Instant, parseInstant, plusMinutes } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import { now, onTick } from './clock';
import { commit } from './commit';
import { occurrenceOf } from './edit-habits';
import { type WorkspaceState, workspaceNow } from './workspace';

/** The days that close as missed: planned in the plan in force, over, never recorded, and not to be made up on another day. */
export function missedDays(state: WorkspaceState, at: Instant): HabitOccurrence[] {
  const { settings } = state;
  const today = dayAt(settings.timeZone, plusMinutes(at, -GRACE_MINUTES));
  return state.habits
    .filter((habit) => habit.status === 'active')
    .flatMap((habit) => {
      const planned = state.placements
        .filter((placement) => placement.kind === 'habit' && placement.id === habit.id)
        .map((placement) => (placement.day === undefined ? null : parseDay(placement.day)))
        .filter((day): day is Day => day !== null && day < today)
        // A plan made before a pause or a vacation may still have places on its days.
        .filter((day) => !isRestingOn(habit, day, settings))
        .filter((day) => occurrenceOf(state, habit.id, day).state === 'planned')
        .sort();
      if (planned.length === 0) return [];
      const settled = state.habitOccurrences
        .filter((one) => one.habitId === habit.id && one.state !== 'planned')
        .map((one) => one.day)
        .sort();
      const created = habit.createdAt === null ? null : parseInstant(habit.createdAt);
      const since = created === null ? null : dayAt(settings.timeZone, created);
      return missedAmong(habit, planned, settled, settings, today, since).map(
        (day): HabitOccurrence => ({ ...occurrenceOf(state, habit.id, day), state: 'missed' }),
      );
    });
}

/** Closes days now and whenever one is over. Returns the function that ends it. */
export function closeDays(): () => void {
  const close = () => {
    const state = workspaceNow();
    if (state.status !== 'ready' || missedDays(state, now()).length === 0) return;
    void commit(null, (newest) => ({ puts: { habitOccurrences: missedDays(newest, now()) } }));
  };
  close();
  return onTick(close);
}
