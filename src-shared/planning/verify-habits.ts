import type { Placement } from '../engine/plan';
import type { Settings } from '../engine/settings';
import { isFlexible, mayLieOn } from '../habits/due-day';
import { type Habit, habitOccurrenceId } from '../habits/habit';
import type { HabitPlanView, PlacedHabit } from '../habits/rules/habit-plan-view';
import { type Day, daysFrom, parseDay, plusDays } from '../time/day';
import type { Span } from '../time/span';
import { parseTimeOfDay } from '../time/wall-time';
import { dayAt, instantAtMinute } from '../time/zone';
import type { PlanningProblem } from './problem';
import { byStart, type NamedSpan, readInstant, readSpan, wholeMinutes } from './verify-reading';
import { stayingTasks } from './verify-tasks';

/** How plans of a problem look to the habit rules. What hangs on the problem alone is read once, however many plans are checked. */
export function habitViewsOf(
  problem: PlanningProblem,
  events: readonly NamedSpan[],
): (placements: readonly Placement[]) => HabitPlanView {
  const habits = new Map(problem.habits.map((habit) => [habit.id, habit]));
  const mustStay = stayingHabits(problem);
  const titles = new Map(problem.tasks.map((task) => [task.id, task.title]));
  const tasks = [...stayingTasks(problem)].flatMap(([id, spans]) =>
    spans.map((span): NamedSpan => ({ id, title: titles.get(id) ?? id, start: span.start, end: span.end })),
  );
  const ofProblem = {
    now: readInstant(problem.now),
    leadMinutes: problem.settings.leadMinutes,
    taken: [...events, ...tasks].sort(byStart),
    due: dueOccurrences(problem).may,
    settled: settledDays(problem),
    firstWeekday: problem.settings.firstWeekday,
    mustStay,
  };
  return (placements) => {
    const placed = placements.flatMap((placement): PlacedHabit[] => {
      const habit = habits.get(placement.id);
      const day = placement.day === undefined ? null : parseDay(placement.day);
      if (placement.kind !== 'habit' || !habit || day === null) return [];
      const span = readSpan(placement.start, placement.end);
      const stay = mustStay.get(habitOccurrenceId(habit.id, day));
      const fixed = stay !== undefined && stay.start === span.start && stay.end === span.end;
      return [{ habit, day, window: windowSpan(problem.settings, habit, day), fixed, ...span }];
    });
    return { ...ofProblem, placed: placed.sort(byStart) };
  };
}

/** `habitId@day` of everything due in the horizon that is not yet done, skipped or missed: `must` by the calendar, `may` also where planning may choose the day. */
export function dueOccurrences(problem: PlanningProblem): { readonly must: Set<string>; readonly may: Set<string> } {
  const closed = new Set(problem.habitOccurrences.filter((item) => item.state !== 'planned').map((item) => item.id));
  const first = dayAt(problem.settings.timeZone, readInstant(problem.now));
  const must = new Set<string>();
  const may = new Set<string>();
  for (const day of daysFrom(first, plusDays(first, problem.settings.horizonDays))) {
    for (const habit of problem.habits) {
      const key = habitOccurrenceId(habit.id, day);
      if (closed.has(key) || !mayLieOn(habit, day, problem.settings)) continue;
      may.add(key);
      if (!isFlexible(habit)) must.add(key);
    }
  }
  return { must, may };
}

/** The recorded days of each habit. */
function settledDays(problem: PlanningProblem): Map<string, Day[]> {
  const days = new Map<string, Day[]>();
  for (const item of problem.habitOccurrences) {
    if (item.state === 'planned') continue;
    const known = days.get(item.habitId);
    if (known) known.push(item.day);
    else days.set(item.habitId, [item.day]);
  }
  return days;
}

/** Occurrences pinned by hand, and open ones whose placement in force contains now. */
function stayingHabits(problem: PlanningProblem): Map<string, Span & { title: string }> {
  const now = readInstant(problem.now);
  const titles = new Map(problem.habits.map((habit) => [habit.id, habit.title]));
  const states = new Map(problem.habitOccurrences.map((item) => [item.id, item.state]));
  const staying = new Map<string, Span & { title: string }>();
  for (const item of problem.habitOccurrences) {
    const title = titles.get(item.habitId);
    if (!item.pinned || item.state !== 'planned' || item.start === null || item.end === null || title === undefined)
      continue;
    staying.set(item.id, { ...wholeMinutes(readSpan(item.start, item.end)), title });
  }
  for (const placement of problem.present) {
    const title = titles.get(placement.id);
    if (placement.kind !== 'habit' || placement.day === undefined || title === undefined) continue;
    const key = habitOccurrenceId(placement.id, placement.day);
    const span = wholeMinutes(readSpan(placement.start, placement.end));
    if (staying.has(key) || span.start > now || span.end <= now || (states.get(key) ?? 'planned') !== 'planned')
      continue;
    staying.set(key, { ...span, title });
  }
  return staying;
}

function windowSpan(settings: Settings, habit: Habit, day: Day): Span {
  const from = parseTimeOfDay(habit.window[0]) ?? 0;
  const to = parseTimeOfDay(habit.window[1]) ?? 0;
  return {
    start: instantAtMinute(settings.timeZone, day, from),
    end: instantAtMinute(settings.timeZone, day, to > from ? to : to + 1440),
  };
}
