// Where a habit that is being edited would lie in the coming week. Nothing is stored.
import type { MinuteSpan } from '../engine/epoch-minute';
import { type Habit, habitOccurrenceId } from '../habits/habit';
import { planHabitDays } from '../habits/plan-habit-days';
import type { Day } from '../time/day';
import { chainedDays, habitDaysOf } from './habit-days';
import { habitTarget } from './habit-target';
import { reportedHabits } from './plan-habits';
import type { PlanningProblem } from './problem';
import { situationOf } from './situation';

export interface PreviewedDay {
  readonly day: Day;
  /** Null without room; then `why` says so. */
  readonly place: MinuteSpan | null;
  /** From its target, negative = earlier; 0 without a place. */
  readonly deltaMinutes: number;
  readonly why: string;
  /** Other habits that would lie elsewhere than now. */
  readonly pushed: readonly string[];
}

/** The days of the horizon on which the habit, as it is now in the editor, would be due. */
export function previewHabit(wanted: PlanningProblem, habit: Habit): PreviewedDay[] {
  const problem: PlanningProblem = {
    ...wanted,
    habits: [...wanted.habits.filter((one) => one.id !== habit.id), { ...habit, status: 'active' }],
    options: { ...wanted.options, only: ['habits'] },
  };
  const situation = situationOf(problem);
  const days = habitDaysOf(situation).filter((day) => day.wishes.some((wish) => wish.id === habit.id));
  const answers = chainedDays(days).flatMap(
    (chain) =>
      planHabitDays({ days: chain, gapPriceMinutes: problem.settings.shortGapPriceMinutes, algorithm: 'best' }).days,
  );
  const { unplaced } = reportedHabits(situation, days, answers);
  const reasons = new Map(unplaced.map((one) => [habitOccurrenceId(one.id, one.day ?? ''), one.detail]));
  const titles = new Map(problem.habits.map((one) => [one.id, one.title]));
  const previewed = days.map((day, index): PreviewedDay => {
    const answer = answers[index]!;
    const own = day.wishes.findIndex((wish) => wish.id === habit.id);
    const start = answer.starts[own] ?? null;
    const wish = day.wishes[own]!;
    const pushed = day.wishes.flatMap((other, position) => {
      const at = answer.starts[position] ?? null;
      return position === own || other.present === null || other.present === at
        ? []
        : [titles.get(other.id) ?? other.id];
    });
    return {
      day: day.day as Day,
      place: start === null ? null : { start, end: start + wish.minutes },
      deltaMinutes: start === null ? 0 : start - wish.target,
      why: start === null ? (reasons.get(habitOccurrenceId(habit.id, day.day)) ?? '') : '',
      pushed,
    };
  });
  const fixed = situation.fixedHabits
    .filter((one) => one.id === habit.id)
    .map((one): PreviewedDay => {
      const day = one.day as Day;
      const deltaMinutes = one.start - habitTarget(problem.settings, habit, day);
      return { day, place: { start: one.start, end: one.end }, deltaMinutes, why: '', pushed: [] };
    });
  return [...previewed, ...fixed].sort((a, b) => (a.day < b.day ? -1 : 1));
}
