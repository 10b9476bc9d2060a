// The days of habits that leave their days to planning: so many a week, or within so many days of the last time.
import { firstIndex } from '../base/first-index';
import { type MinuteSpan, mergeMinutes, storedInstant, subtractMinutes } from '../engine/epoch-minute';
import { windowOn } from '../engine/working-windows';
import { chooseBetween, chooseInWeek, type DayOption } from '../habits/choose-days';
import { isDueOn, isFlexible, mayLieOn } from '../habits/due-day';
import { type Habit, habitOccurrenceId } from '../habits/habit';
import { weekQuota, weekStartOf } from '../habits/week-quota';
import { type Day, dayFromNumber, dayNumber, daysFrom, parseDay, plusDays } from '../time/day';
import { dayAt } from '../time/zone';
import { habitTarget } from './habit-target';
import type { Situation } from './situation';

/** For each flexible habit the days of the horizon on which it wants a place, `closed` days (recorded or fixed ones) left out. */
export function flexibleDays(
  situation: Situation,
  busy: readonly MinuteSpan[],
  present: ReadonlyMap<string, number>,
  closed: ReadonlySet<string>,
): ReadonlyMap<string, ReadonlySet<Day>> {
  const chosen = new Map<string, ReadonlySet<Day>>();
  const habits = [...situation.problem.habits].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const flexible = habits.filter((habit) => habit.status === 'active' && isFlexible(habit));
  if (flexible.length === 0) return chosen;
  const board = new DayBoard(situation, busy);
  for (const habit of habits) if (!isFlexible(habit)) board.reserveFixed(habit, closed);
  for (const habit of flexible) {
    const options = board.options(habit, present, closed);
    const days =
      habit.frequency.kind === 'perWeek' ? weekly(situation, habit, options) : spaced(situation, habit, options);
    for (const day of days) board.reserve(habit, day);
    chosen.set(habit.id, new Set(days));
  }
  return chosen;
}

function weekly(situation: Situation, habit: Habit, options: readonly DayOption[]): Day[] {
  if (habit.frequency.kind !== 'perWeek') return [];
  const { settings } = situation.problem;
  const { firstDay, endDay } = situation.horizon;
  const { times } = habit.frequency;
  const settled = settledDays(situation, habit);
  const since = firstDayOf(situation, habit);
  const chosen: number[] = [];
  for (let week = weekStartOf(firstDay, settings.firstWeekday); week < endDay; week = plusDays(week, 7)) {
    const [from, to] = [dayNumber(week), dayNumber(week) + 7];
    const inWeek = options.filter((option) => from <= option.day && option.day < to);
    const quota = weekQuota(habit, times, week, settings, since);
    let wanted = quota - settled.filter((day) => from <= day && day < to).length;
    // Of a week that the horizon cuts, its share.
    const open = daysFrom(week, plusDays(week, 7)).filter((day) => mayLieOn(habit, day, settings));
    const beyond = open.filter((day) => day >= endDay).length;
    if (beyond > 0) wanted = Math.min(wanted, Math.round((quota * (open.length - beyond)) / open.length));
    chosen.push(
      ...chooseInWeek(
        inWeek,
        wanted,
        [...settled, ...chosen].filter((day) => day >= from - 7 && day < to),
        times,
      ),
    );
  }
  return chosen.map(dayFromNumber);
}

function spaced(situation: Situation, habit: Habit, options: readonly DayOption[]): Day[] {
  if (habit.frequency.kind !== 'betweenDays') return [];
  const { min, max } = habit.frequency;
  const today = situation.horizon.firstDayNumber;
  const end = dayNumber(situation.horizon.endDay);
  const settled = settledDays(situation, habit);
  const since = firstDayOf(situation, habit);
  let last = settled.at(-1) ?? (since === null ? today : Math.max(today, dayNumber(since))) - min;
  const chosen: number[] = [];
  while (last + (min + max) / 2 < end) {
    // Overdue: the first day that is left.
    const overdue = last + max < today ? options.find((option) => option.day > last)?.day : undefined;
    const day = overdue ?? chooseBetween(options, last, min, max) ?? options.find((one) => one.day > last + max)?.day;
    if (day === undefined) break;
    chosen.push(day);
    last = day;
  }
  return chosen.map(dayFromNumber);
}

/** Days that count already: recorded ones, and open ones that the user or the present moment holds fast. */
function settledDays(situation: Situation, habit: Habit): number[] {
  const days = new Set<number>();
  for (const occurrence of situation.problem.habitOccurrences)
    if (occurrence.habitId === habit.id && occurrence.state !== 'planned') days.add(dayNumber(occurrence.day));
  for (const fixed of situation.fixedHabits) {
    const day = fixed.id === habit.id ? parseDay(fixed.day) : null;
    if (day) days.add(dayNumber(day));
  }
  return [...days].sort((a, b) => a - b);
}

function firstDayOf(situation: Situation, habit: Habit): Day | null {
  return habit.createdAt === null ? null : dayAt(situation.problem.settings.timeZone, storedInstant(habit.createdAt));
}

/** What is free on each day, with a place kept for what was decided so far, so that not every habit chooses the same free evening. */
class DayBoard {
  private readonly situation: Situation;
  private busy: readonly MinuteSpan[];
  private readonly days: readonly Day[];

  constructor(situation: Situation, busy: readonly MinuteSpan[]) {
    this.situation = situation;
    this.busy = busy;
    this.days = daysFrom(situation.horizon.firstDay, situation.horizon.endDay);
  }

  options(habit: Habit, present: ReadonlyMap<string, number>, closed: ReadonlySet<string>): DayOption[] {
    const { settings } = this.situation.problem;
    const options: DayOption[] = [];
    for (const day of this.days) {
      const id = habitOccurrenceId(habit.id, day);
      if (closed.has(id) || !mayLieOn(habit, day, settings)) continue;
      const start = this.nearest(habit, day);
      const delta = start === null ? null : Math.abs(start - habitTarget(settings, habit, day));
      options.push({ day: dayNumber(day), delta, present: present.has(id) });
    }
    return options;
  }

  reserve(habit: Habit, day: Day): void {
    const start = this.nearest(habit, day);
    if (start !== null) this.busy = mergeMinutes([...this.busy, { start, end: start + habit.durationMinutes }]);
  }

  reserveFixed(habit: Habit, closed: ReadonlySet<string>): void {
    const { settings } = this.situation.problem;
    const taken: MinuteSpan[] = [];
    for (const day of this.days) {
      if (!isDueOn(habit, day, settings) || closed.has(habitOccurrenceId(habit.id, day))) continue;
      const start = this.nearest(habit, day);
      if (start !== null) taken.push({ start, end: start + habit.durationMinutes });
    }
    this.busy = mergeMinutes([...this.busy, ...taken]);
  }

  /** The free start nearest to the target. */
  private nearest(habit: Habit, day: Day): number | null {
    const { problem, horizon } = this.situation;
    const window = windowOn(problem.settings, day, habit.window);
    const open = { start: Math.max(window.start, horizon.earliest), end: window.end };
    if (open.end - open.start < habit.durationMinutes) return null;
    const target = habitTarget(problem.settings, habit, day);
    let best: number | null = null;
    for (const run of subtractMinutes([open], around(this.busy, open))) {
      if (run.end - run.start < habit.durationMinutes) continue;
      const start = Math.min(run.end - habit.durationMinutes, Math.max(run.start, target));
      if (best === null || Math.abs(start - target) < Math.abs(best - target)) best = start;
    }
    return best;
  }
}

/** The part of sorted, disjoint spans that touches a span. */
function around(spans: readonly MinuteSpan[], span: MinuteSpan): MinuteSpan[] {
  const first = firstIndex(spans.length, (index) => spans[index]!.end > span.start);
  const found: MinuteSpan[] = [];
  for (let index = first; index < spans.length && spans[index]!.start < span.end; index += 1) found.push(spans[index]!);
  return found;
}
