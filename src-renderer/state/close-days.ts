// A planned habit day that passed without a word counts as missed, so that success tells the truth. It can be corrected any time.
import type { HabitOccurrence } from '#shared/habits/habit';
import { parseDay } from '#shared/time/day';
import { type Instant, plusMinutes } from '#shared/time/instant';
import { dayAt } from '#shared/time/zone';
import { now, onTick } from './clock';
import { commit } from './commit';
import { occurrenceOf } from './edit-habits';
import { type WorkspaceState, workspaceNow } from './workspace';

/** A day stays open this long after its midnight: late evenings are checked off after it. */
const GRACE_MINUTES = 240;

/** The days that close as missed: planned in the plan in force, over, and never recorded. */
export function missedDays(state: WorkspaceState, at: Instant): HabitOccurrence[] {
  const today = dayAt(state.settings.timeZone, plusMinutes(at, -GRACE_MINUTES));
  const active = new Set(state.habits.filter((habit) => habit.status === 'active').map((habit) => habit.id));
  return state.placements
    .filter((placement) => placement.kind === 'habit' && active.has(placement.id))
    .map((placement) => {
      const day = placement.day === undefined ? null : parseDay(placement.day);
      return day && day < today ? occurrenceOf(state, placement.id, day) : null;
    })
    .filter((occurrence) => occurrence !== null)
    .filter((occurrence) => occurrence.state === 'planned')
    .map((occurrence) => ({ ...occurrence, state: 'missed' }));
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
