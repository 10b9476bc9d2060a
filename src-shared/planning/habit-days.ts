// Which habits want a place on which days of the horizon, and what is free there.
import type { BusyItem } from '../engine/busy-item';
import { type MinuteSpan, mergeMinutes, minuteFloor, storedInstant, subtractMinutes } from '../engine/epoch-minute';
import { windowOn } from '../engine/working-windows';
import { isDueOn } from '../habits/due-day';
import { type Habit, habitOccurrenceId } from '../habits/habit';
import type { HabitDay, HabitWish } from '../habits/habit-day';
import { needOf, successRate } from '../habits/need';
import { type Day, daysFrom } from '../time/day';
import { flexibleDays } from './flexible-days';
import { habitTarget } from './habit-target';
import { busyHabits, type Situation } from './situation';

/** Every day of the horizon with at least one open wish. */
export function habitDaysOf(situation: Situation): HabitDay[] {
  const { problem, horizon } = situation;
  const closed = new Set<string>();
  const present = new Map<string, number>();
  for (const occurrence of problem.habitOccurrences) {
    if (occurrence.state !== 'planned') closed.add(occurrence.id);
    else if (occurrence.start !== null) present.set(occurrence.id, minuteFloor(storedInstant(occurrence.start)));
  }
  for (const placement of problem.present) {
    if (placement.kind !== 'habit' || placement.day === undefined) continue;
    present.set(habitOccurrenceId(placement.id, placement.day), minuteFloor(storedInstant(placement.start)));
  }
  for (const fixed of situation.fixedHabits) closed.add(habitOccurrenceId(fixed.id, fixed.day));
  const busy = mergeMinutes(busyForHabits(situation));
  // Sorted by id, so that the answer does not hang on the order in which habits were stored.
  const habits = [...problem.habits].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const chosen = flexibleDays(situation, busy, present, closed);
  const days: HabitDay[] = [];
  let firstBusy = 0;
  for (const day of daysFrom(horizon.firstDay, horizon.endDay)) {
    const wishes = habits
      .filter((habit) => isDueOn(habit, day, problem.settings) || chosen.get(habit.id)?.has(day))
      .filter((habit) => !closed.has(habitOccurrenceId(habit.id, day)))
      .map((habit) => wishOf(situation, habit, day, present.get(habitOccurrenceId(habit.id, day)) ?? null));
    if (wishes.length === 0) continue;
    const hull = hullOf(wishes);
    while (firstBusy < busy.length && busy[firstBusy]!.end <= hull.start) firstBusy += 1;
    const taken: MinuteSpan[] = [];
    for (let index = firstBusy; index < busy.length && busy[index]!.start < hull.end; index += 1)
      taken.push(busy[index]!);
    days.push({ day, hull, free: subtractMinutes([hull], taken), wishes });
  }
  return days;
}

/** Blocking events, pinned tasks and work under way; habits that stay where they are. */
export function busyForHabits(situation: Situation): BusyItem[] {
  return [...situation.blockingEvents, ...situation.fixedTasks, ...situation.standing, ...busyHabits(situation)];
}

/** Days whose hulls overlap over midnight travel together; the rest alone. */
export function chainedDays(days: readonly HabitDay[]): HabitDay[][] {
  const chains: HabitDay[][] = [];
  for (const day of days) {
    const last = chains.at(-1);
    const previous = last?.at(-1);
    if (last && previous && day.hull.start < previous.hull.end) last.push(day);
    else chains.push([day]);
  }
  return chains;
}

function wishOf(situation: Situation, habit: Habit, day: Day, present: number | null): HabitWish {
  const { settings } = situation.problem;
  const window = windowOn(settings, day, habit.window);
  return {
    id: habit.id,
    minutes: habit.durationMinutes,
    earliest: Math.max(window.start, situation.horizon.earliest),
    latestEnd: window.end,
    target: habitTarget(settings, habit, day),
    need: needOf(habit.history),
    success: successRate(habit.history) ?? 0.5,
    priority: habit.priority,
    present,
  };
}

function hullOf(wishes: readonly HabitWish[]): MinuteSpan {
  let start = Number.POSITIVE_INFINITY;
  let end = Number.NEGATIVE_INFINITY;
  for (const wish of wishes) {
    start = Math.min(start, wish.earliest);
    end = Math.max(end, wish.latestEnd);
  }
  return { start, end: Math.max(start, end) };
}
