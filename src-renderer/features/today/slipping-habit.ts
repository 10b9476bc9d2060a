// Which habit of the day wants a word, and why. Pure.
import type { EpochMinute } from '#shared/engine/epoch-minute';
import { completionsOf } from '#shared/habits/attempts';
import { type DayState, dayStateOf } from '#shared/habits/day-state';
import { timesPerWeek } from '#shared/habits/due-day';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import type { OpenHabit } from '#shared/habits/open-habit';
import { type SlippingSign, slippingSign } from '#shared/habits/slipping';
import { habitStrength, SUCCESS_WINDOW } from '#shared/habits/strength';
import { isOnItsWay } from '#shared/habits/worth-telling';

export interface SlippingHabit {
  readonly habit: Habit;
  readonly open: OpenHabit;
  readonly state: DayState;
  /** Its place went by unmarked. */
  readonly passed: boolean;
  readonly sign: SlippingSign | null;
  /** 0 to 100. */
  readonly strength: number;
  /** The last 15, oldest first. */
  readonly recent: readonly boolean[];
  /** The habit's own, by day. */
  readonly occurrences: readonly HabitOccurrence[];
}

const URGENCY = { slipped: 0, lastCall: 1, tight: 2, calm: 3, underWay: 4 } as const;

/** The open habits of today that slip, the most urgent first: no room left, last call, little time, place gone by, slipping across days. */
export function slippingToday(
  habits: readonly Habit[],
  all: readonly HabitOccurrence[],
  open: readonly OpenHabit[],
  gridMinutes: number,
  now: EpochMinute,
): SlippingHabit[] {
  const found = open.flatMap((one): SlippingHabit[] => {
    const habit = habits.find((other) => other.id === one.habitId);
    if (!habit) return [];
    const state = dayStateOf(one, gridMinutes, now);
    const sign = slippingSign(habit.history, timesPerWeek(habit));
    const passed = one.place !== null && one.place.end <= now;
    const urgent = state.kind !== 'calm' && !isOnItsWay(one, now);
    if (state.kind === 'underWay' || !(urgent || passed || sign)) return [];
    const occurrences = all.filter((other) => other.habitId === habit.id);
    const strength = Math.round(100 * habitStrength(completionsOf(habit, occurrences), timesPerWeek(habit)));
    const recent = habit.history.slice(-SUCCESS_WINDOW);
    return [{ habit, open: one, state, passed, sign, strength, recent, occurrences }];
  });
  const rank = (one: SlippingHabit) => URGENCY[one.state.kind] * 4 + (one.passed ? 0 : 2) + (one.sign ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || a.open.windowEnd - b.open.windowEnd);
}
