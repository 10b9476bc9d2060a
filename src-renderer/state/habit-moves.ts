// What a suggestion does when it is taken: one click, one undo step.
import { failed, type Result } from '#shared/base/result';
import { isoOfMinute, type MinuteSpan } from '#shared/engine/epoch-minute';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import { withTarget } from '#shared/habits/with-target';
import { type HabitSuggestion, habitSuggestions } from '#shared/planning/habit-suggestions';
import { openHabitsOf } from '#shared/planning/open-habits';
import { type Day, plusDays } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseTimeOfDay } from '#shared/time/wall-time';
import { dayAt } from '#shared/time/zone';
import type { Change } from '../db/change';
import { formatDayRelative, formatTime } from '../ui/format-time';
import { now } from './clock';
import { commit } from './commit';
import { checkHabit, occurrenceOf } from './edit-habits';
import { pinHabitAt } from './edit-placements';
import { habitSituation, refreshHabitDays } from './habit-day';
import { withoutRecordedDays } from './habit-history';
import { inBackground } from './in-background';
import { runEdit } from './run-edit';
import { showNotice } from './toasts';
import { type WorkspaceState, workspaceNow } from './workspace';

/** A new target is tried for so many days. */
export const TRIAL_DAYS = 14;

/** Takes a suggestion for an occurrence. Says what it did, with Undo. */
export async function takeSuggestion(habit: Habit, day: Day, suggestion: HabitSuggestion): Promise<void> {
  if (await runEdit(stored(habit, day, suggestion), saidOf(habit, suggestion))) {
    if (suggestion.kind === 'moveTarget' || suggestion.kind === 'fewerDays') await refreshHabitDays();
  }
}

/** From a notice or the tray: the nearest place left today, else another day of the week. */
export async function moveToBestPlace(habitId: string, day: Day): Promise<void> {
  const situation = await habitSituation();
  const state = workspaceNow();
  const habit = state.habits.find((one) => one.id === habitId);
  const open = openHabitsOf(situation, 1).find((one) => one.habitId === habitId && one.day === day);
  if (!habit || !open) {
    showNotice({ title: habit ? `“${habit.title}” is not open any more` : 'That habit is gone' });
    return;
  }
  const own = state.habitOccurrences.filter((one) => one.habitId === habitId);
  const way = habitSuggestions(situation, habit, own, open).find(
    (one) => one.kind === 'slotToday' || one.kind === 'shorter' || one.kind === 'otherDay',
  );
  if (way) await takeSuggestion(habit, day, way);
  else
    showNotice({
      title: `“${habit.title}” has no room this week`,
      body: 'Skip it without a miss, or change its length.',
    });
}

/** Ends the trial of a target: it stays, or the one before comes back. */
export async function endTrial(habitId: string, keep: boolean): Promise<Result<void, string>> {
  const done = await commit(keep ? 'Keep the new target' : 'Go back to the old target', (state) => {
    const habit = state.habits.find((one) => one.id === habitId);
    if (!habit?.trial) return 'There is no trial.';
    return habitChange(state, { ...habit, targetTime: keep ? habit.targetTime : habit.trial.before, trial: null });
  });
  if (done.ok && !keep) inBackground(refreshHabitDays());
  return done;
}

/** No other target is proposed for four weeks. */
export function keepTarget(habitId: string): Promise<Result<void, string>> {
  return commit('Keep the target', (state) => {
    const habit = state.habits.find((one) => one.id === habitId);
    if (!habit) return `There is no habit ${habitId}.`;
    const today = dayAt(state.settings.timeZone, now());
    return habitChange(state, { ...habit, keepTargetUntil: plusDays(today, 2 * TRIAL_DAYS) });
  });
}

function stored(habit: Habit, day: Day, suggestion: HabitSuggestion): Promise<Result<unknown, string>> {
  switch (suggestion.kind) {
    case 'slotToday':
    case 'shorter':
      return commit(`Move “${habit.title}”`, (state) => pinHabitAt(state, habit.id, day, suggestion.place));
    case 'otherDay':
      return commit(`Move “${habit.title}”`, (state) =>
        toOtherDay(state, habit, day, suggestion.day, suggestion.place),
      );
    case 'skip':
      return checkHabit(habit.id, day, 'skipped');
    case 'moveTarget': {
      const { target, weekdayTargets } = suggestion.proposal;
      return commit(`Try “${habit.title}” at ${target}`, (state) => {
        const known = state.habits.find((one) => one.id === habit.id);
        if (!known) return `There is no habit ${habit.id}.`;
        const today = dayAt(state.settings.timeZone, now());
        const trial = { from: today, until: plusDays(today, TRIAL_DAYS), before: known.targetTime };
        return habitChange(state, { ...withTarget(known, parseTimeOfDay(target) ?? 0), weekdayTargets, trial });
      });
    }
    case 'fewerDays':
      return commit(`Fewer days for “${habit.title}”`, (state) => {
        const known = state.habits.find((one) => one.id === habit.id);
        if (!known) return `There is no habit ${habit.id}.`;
        return habitChange(state, { ...known, days: known.days.filter((one) => one !== suggestion.weekday) });
      });
    default:
      return Promise.resolve(failed('There is nothing to do.'));
  }
}

/** Today rests without a miss, and the other day has it, fixed. */
function toOtherDay(state: WorkspaceState, habit: Habit, from: Day, to: Day, place: MinuteSpan): Change | string {
  const pinned = pinHabitAt(state, habit.id, to, place);
  if (typeof pinned === 'string') return pinned;
  const skipped: HabitOccurrence = { ...occurrenceOf(state, habit.id, from), state: 'skipped', completedAt: null };
  return { puts: { ...pinned.puts, habitOccurrences: [...(pinned.puts?.habitOccurrences ?? []), skipped] } };
}

function habitChange(state: WorkspaceState, habit: Habit): Change {
  return { puts: { habits: withoutRecordedDays([habit], state.habitOccurrences) } };
}

function saidOf(habit: Habit, suggestion: HabitSuggestion): string {
  const { settings } = workspaceNow();
  const today = dayAt(settings.timeZone, now());
  const at = (place: MinuteSpan) => formatTime(settings.timeZone, parseInstant(isoOfMinute(place.start))!);
  switch (suggestion.kind) {
    case 'slotToday':
      return `“${habit.title}” is at ${at(suggestion.place)}`;
    case 'shorter':
      return `“${habit.title}” is at ${at(suggestion.place)}, ${suggestion.place.end - suggestion.place.start} min`;
    case 'otherDay':
      return `“${habit.title}” is on ${formatDayRelative(suggestion.day, today)} at ${at(suggestion.place)}`;
    case 'skip':
      return `Skipped “${habit.title}” without a miss`;
    case 'moveTarget':
      return `“${habit.title}” tries ${suggestion.proposal.target.replace(/^0/, '')} for two weeks`;
    case 'fewerDays':
      return `“${habit.title}” has one day less`;
  }
}
