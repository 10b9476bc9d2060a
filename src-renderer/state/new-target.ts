// A habit that the user keeps dragging to the same time may want that time as its target.

import { by } from '#shared/base/ordering';
import type { Result } from '#shared/base/result';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import { withTarget } from '#shared/habits/with-target';
import { parseInstant } from '#shared/time/instant';
import { formatTimeOfDay, parseTimeOfDay } from '#shared/time/wall-time';
import { minuteOfDayAt, type ZoneId } from '#shared/time/zone';
import { commit } from './commit';
import { withoutRecordedDays } from './habit-history';
import { runEdit } from './run-edit';
import { dismissNotice, showNotice } from './toasts';
import { workspaceNow } from './workspace';

/** Moves to about the same time that count as a habit of their own, among the last occurrences. */
const REPEATED = 3;
const LOOKED_BACK = 6;
const SAME_MINUTES = 30;
const STEP = 5;
const DAY = 1440;

/** The time to which the newest occurrences were moved by hand again and again; null when it is the target already. */
export function repeatedMove(habit: Habit, occurrences: readonly HabitOccurrence[], zone: ZoneId): number | null {
  const last = [...occurrences]
    .filter((one) => one.start !== null && one.state !== 'missed')
    .sort(by((one) => one.day))
    .slice(-LOOKED_BACK);
  const moves = last.filter((one) => one.pinned).map((one) => minuteOfDayAt(zone, parseInstant(one.start!)!));
  const newest = moves.at(-1);
  if (newest === undefined) return null;
  const same = moves
    .map((minutes) => around(newest, minutes))
    .filter((apart) => Math.abs(apart) <= SAME_MINUTES)
    .sort((a, b) => a - b);
  const middle = (Math.round((newest + same[Math.floor(same.length / 2)]!) / STEP) * STEP + DAY) % DAY;
  const target = parseTimeOfDay(habit.targetTime) ?? 0;
  return same.length >= REPEATED && Math.abs(around(target, middle)) > SAME_MINUTES ? middle : null;
}

/** Minutes from one time of day to another the short way round: 23:50 and 0:10 are 20 apart. */
function around(from: number, to: number): number {
  return ((to - from + DAY + DAY / 2) % DAY) - DAY / 2;
}

let shown = 0;

/** Asks after a move: "Make this my new target?". Only the newest question stands. */
export function offerNewTarget(habitId: string): void {
  dismissNotice(shown);
  const state = workspaceNow();
  const habit = state.habits.find((one) => one.id === habitId);
  const own = state.habitOccurrences.filter((one) => one.habitId === habitId);
  const minutes = habit ? repeatedMove(habit, own, state.settings.timeZone) : null;
  if (!habit || minutes === null) return;
  const time = formatTimeOfDay(minutes).replace(/^0/, '');
  shown = showNotice({
    title: `“${habit.title}” keeps going to ${time}`,
    body: 'Make this its new target?',
    action: {
      label: 'New target',
      run: () => void runEdit(makeTarget(habitId, minutes), `The target of “${habit.title}” is ${time}`),
    },
  });
}

/** Makes a time of day the target, from now on. */
function makeTarget(habitId: string, minutes: number): Promise<Result<void, string>> {
  return commit('Change the target', (state) => {
    const habit = state.habits.find((one) => one.id === habitId);
    if (!habit) return `There is no habit ${habitId}.`;
    const after = { ...withTarget(habit, minutes), trial: null };
    return { puts: { habits: withoutRecordedDays([after], state.habitOccurrences) } };
  });
}
