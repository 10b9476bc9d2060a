import { groupBy } from '../../base/group-by';
import type { Breach } from '../../engine/hard-rule';
import { dayNumber, parseDay } from '../../time/day';
import { weekStartOf } from '../week-quota';
import type { HabitPlanView, HabitRule, PlacedHabit } from './habit-plan-view';

/** A habit of so many times a week is never placed more often, and one of so many days apart never nearer to its last time. Amount: times too many, or days too near. */
export const keepsItsFrequency: HabitRule = {
  id: 'habit.keepsItsFrequency',
  sentence: 'A habit is placed no more often a week, and no nearer to its last time, than it asks for.',
  check(view) {
    const counted = view.placed.filter(({ habit }) => ['perWeek', 'betweenDays'].includes(habit.frequency.kind));
    return [...groupBy(counted, ({ habit }) => habit.id).values()].flatMap((placed) =>
      placed[0]!.habit.frequency.kind === 'perWeek' ? tooOften(view, placed) : tooNear(view, placed),
    );
  },
};

function tooOften(view: HabitPlanView, placed: readonly PlacedHabit[]): Breach[] {
  const { habit } = placed[0]!;
  if (habit.frequency.kind !== 'perWeek') return [];
  const { times } = habit.frequency;
  const weekOf = (day: string) => weekStartOf(parseDay(day)!, view.firstWeekday);
  const weeks = new Map<string, { settled: number; fixed: number; open: number }>();
  const count = (day: string, what: 'settled' | 'fixed' | 'open') => {
    const week = weeks.get(weekOf(day)) ?? { settled: 0, fixed: 0, open: 0 };
    week[what] += 1;
    weeks.set(weekOf(day), week);
  };
  for (const day of view.settled.get(habit.id) ?? []) count(day, 'settled');
  for (const one of placed) count(one.day, one.fixed ? 'fixed' : 'open');
  return [...weeks].flatMap(([week, { settled, fixed, open }]) => {
    // What the user fixed or did beyond the number is the user's.
    const amount = Math.min(open, settled + fixed + open - times);
    if (amount <= 0) return [];
    const message = `"${habit.title}" is placed ${amount} times more than ${times} in the week of ${week}.`;
    return [{ amount, unit: 'placement', parties: [habit.id], message }];
  });
}

function tooNear(view: HabitPlanView, placed: readonly PlacedHabit[]): Breach[] {
  const { habit } = placed[0]!;
  if (habit.frequency.kind !== 'betweenDays') return [];
  const { min } = habit.frequency;
  const open = new Set(placed.filter((one) => !one.fixed).map((one) => one.day));
  const days = [...new Set([...(view.settled.get(habit.id) ?? []), ...placed.map((one) => one.day)])]
    .map((day) => ({ day, number: dayNumber(parseDay(day)!) }))
    .sort((a, b) => a.number - b.number);
  return days.flatMap(({ day, number }, index) => {
    const before = days[index - 1];
    const amount = before ? min - (number - before.number) : 0;
    if (amount <= 0 || !open.has(day)) return [];
    const message = `"${habit.title}" on ${day} lies ${amount} days nearer to ${before!.day} than ${min}.`;
    return [{ amount, unit: 'days', parties: [habit.id], message }];
  });
}
