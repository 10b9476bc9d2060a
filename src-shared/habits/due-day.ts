import { assertNever } from '../base/assert-never';
import { wallTimesOf } from '../calendar/recurrence';
import type { Settings } from '../engine/settings';
import { type Day, daysBetween, parseDay, plusDays, weekdayOf } from '../time/day';
import { dayOfWallTime, wallTime } from '../time/wall-time';
import type { Frequency, Habit } from './habit';

type Flexible = Extract<Frequency, { kind: 'perWeek' | 'betweenDays' }>;

/** Whether planning chooses its days; else the calendar alone says when it is due. */
export function isFlexible(habit: Pick<Habit, 'frequency'>): habit is { readonly frequency: Flexible } {
  return habit.frequency.kind === 'perWeek' || habit.frequency.kind === 'betweenDays';
}

/** Whether it rests on a day: paused by the user (the last day is included), or a vacation. */
export function isRestingOn(habit: Pick<Habit, 'pauses'>, day: Day, settings: Pick<Settings, 'vacations'>): boolean {
  return (
    habit.pauses.some((pause) => pause.from <= day && (pause.to === null || day <= pause.to)) ||
    settings.vacations.some((vacation) => vacation.from <= day && day <= vacation.to)
  );
}

/** Active, paused or ended on a day; a pause with dates counts as paused while it lasts. */
export function statusOn(habit: Pick<Habit, 'status' | 'pauses'>, day: Day): Habit['status'] {
  if (habit.status !== 'active') return habit.status;
  return isRestingOn(habit, day, { vacations: [] }) ? 'paused' : 'active';
}

/** Whether a habit may lie on a day at all: active, not resting, and for weekday and flexible habits on one of its weekdays. */
export function mayLieOn(habit: Habit, day: Day, settings: Pick<Settings, 'vacations'>): boolean {
  if (habit.status !== 'active' || isRestingOn(habit, day, settings)) return false;
  const { frequency } = habit;
  switch (frequency.kind) {
    case 'weekdays':
    case 'perWeek':
    case 'betweenDays':
      return habit.days.includes(weekdayOf(day));
    case 'everyDays': {
      const since = daysBetween(frequency.from, day);
      return since >= 0 && since % frequency.days === 0;
    }
    case 'rule':
      return ruleDays(frequency.rule, frequency.from, day.slice(0, 4)).has(day);
    default:
      return assertNever(frequency);
  }
}

/** Whether a habit of fixed days is due on a day. A flexible habit is due on the days that planning chose, so never by the calendar alone. */
export function isDueOn(habit: Habit, day: Day, settings: Pick<Settings, 'vacations'>): boolean {
  return !isFlexible(habit) && mayLieOn(habit, day, settings);
}

/** How often a week it is meant to be done, for strength: 7 = daily. */
export function timesPerWeek(habit: Pick<Habit, 'frequency' | 'days'>): number {
  const { frequency } = habit;
  switch (frequency.kind) {
    case 'weekdays':
      return Math.max(1, new Set(habit.days).size);
    case 'perWeek':
      return frequency.times;
    case 'everyDays':
      return 7 / frequency.days;
    case 'betweenDays':
      return 14 / (frequency.min + frequency.max);
    case 'rule': {
      const year = Number(frequency.from.slice(0, 4)) + 1;
      return Math.max(7 / 366, (7 * ruleDays(frequency.rule, frequency.from, String(year)).size) / 365);
    }
    default:
      return assertNever(frequency);
  }
}

const KEPT_YEARS = 64;
/** Days of a rule by year. Asked for day by day, and expanding a rule anew for each would walk it from its start. */
const yearsOfRules = new Map<string, ReadonlySet<Day>>();

function ruleDays(rule: string, from: Day, year: string): ReadonlySet<Day> {
  const key = `${year} ${from} ${rule}`;
  const known = yearsOfRules.get(key);
  if (known) return known;
  const first = parseDay(`${year}-01-01`);
  const days = new Set<Day>();
  if (first) {
    const recurrence = { rule, start: wallTime(from, 0) };
    for (const wall of wallTimesOf(recurrence, wallTime(first, 0), wallTime(plusDays(first, 366), 0))) {
      const day = dayOfWallTime(wall);
      if (day.startsWith(year)) days.add(day);
    }
  }
  if (yearsOfRules.size >= KEPT_YEARS) yearsOfRules.clear();
  yearsOfRules.set(key, days);
  return days;
}
