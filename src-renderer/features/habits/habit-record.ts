// What one habit's past says: attempts, strength, streak, starts, one year of days. Pure; the screen only draws.
import { groupBy } from '#shared/base/group-by';
import { by } from '#shared/base/ordering';
import type { Placement, Unplaced } from '#shared/engine/plan';
import type { Settings } from '#shared/engine/settings';
import { attemptOf, completionsOf } from '#shared/habits/attempts';
import { isDueOn, isRestingOn, statusOn, timesPerWeek } from '#shared/habits/due-day';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import { realStart } from '#shared/habits/real-start';
import { type SlippingSign, slippingSign } from '#shared/habits/slipping';
import { streakOf } from '#shared/habits/streak';
import { habitStrength, recentSuccess, SUCCESS_WINDOW, type SuccessRate } from '#shared/habits/strength';
import { type Day, dayNumber, daysFrom, plusDays, weekdayOf } from '#shared/time/day';
import { type Instant, type Minutes, parseInstant } from '#shared/time/instant';
import { parseTimeOfDay } from '#shared/time/wall-time';
import { dayAt, minuteOfDayAt, type ZoneId } from '#shared/time/zone';

export interface HabitWorld {
  readonly habits: readonly Habit[];
  readonly habitOccurrences: readonly HabitOccurrence[];
  readonly placements: readonly Placement[];
  readonly unplaced: readonly Unplaced[];
  readonly settings: Pick<Settings, 'timeZone' | 'vacations'>;
  readonly now: Instant;
}

/** Where the habit stands next. */
export type NextTime =
  | { readonly kind: 'placed'; readonly day: Day; readonly start: Instant; readonly end: Instant }
  /** Due, and the plan has no place for it. */
  | { readonly kind: 'unplaced'; readonly day: Day; readonly detail: string }
  /** Due, not planned yet. */
  | { readonly kind: 'due'; readonly day: Day }
  | { readonly kind: 'none' };

/** One dated start. `deltaMinutes` is against the target, -720 to 719. */
export interface DatedStart {
  readonly day: Day;
  readonly minutes: Minutes;
  readonly deltaMinutes: number;
}

export interface HabitRecord {
  readonly habit: Habit;
  /** 0 to 1. */
  readonly strength: number;
  /** The last 15, oldest first. */
  readonly recent: readonly boolean[];
  readonly success: SuccessRate;
  readonly streak: number;
  /** Why it slips across days; null while it holds. */
  readonly slipping: SlippingSign | null;
  /** When it was done, oldest first. */
  readonly starts: readonly DatedStart[];
  /** Mean over the last five starts, rounded; null without any. */
  readonly meanDeltaMinutes: number | null;
  readonly next: NextTime;
}

const MEAN_OVER = 5;

export function habitRecords(world: HabitWorld): HabitRecord[] {
  const today = dayAt(world.settings.timeZone, world.now);
  const occurrences = groupBy(world.habitOccurrences, (one) => one.habitId);
  const placements = groupBy(
    world.placements.filter((one) => one.kind === 'habit'),
    (one) => one.id,
  );
  const unplaced = groupBy(
    world.unplaced.filter((one) => one.kind === 'habit'),
    (one) => one.id,
  );
  return world.habits.map((habit) => {
    const own = [...(occurrences.get(habit.id) ?? [])].sort(by((one) => one.day));
    // The history holds every attempt: the store appends to it when a day closes.
    const attempts = habit.history;
    const starts = datedStarts(habit, own, world.settings.timeZone);
    const often = timesPerWeek(habit);
    return {
      habit,
      strength: habitStrength(completionsOf(habit, own), often),
      recent: attempts.slice(-SUCCESS_WINDOW),
      success: recentSuccess(attempts),
      streak: streakOf(habit, own, today, world.settings),
      slipping: statusOn(habit, today) === 'active' ? slippingSign(attempts, often) : null,
      starts,
      meanDeltaMinutes: meanDelta(starts),
      next: nextTime(habit, own, placements.get(habit.id) ?? [], unplaced.get(habit.id) ?? [], today, world),
    };
  });
}

function datedStarts(habit: Habit, occurrences: readonly HabitOccurrence[], zone: ZoneId): DatedStart[] {
  const target = parseTimeOfDay(habit.targetTime) ?? 0;
  const starts: DatedStart[] = [];
  for (const one of occurrences) {
    const start = realStart(habit, one, zone);
    if (start === null) continue;
    const minutes = minuteOfDayAt(zone, start);
    starts.push({ day: one.day, minutes, deltaMinutes: ((((minutes - target + 720) % 1440) + 1440) % 1440) - 720 });
  }
  return starts;
}

export function meanDelta(starts: readonly DatedStart[]): number | null {
  const last = starts.slice(-MEAN_OVER);
  if (last.length === 0) return null;
  return Math.round(last.reduce((sum, start) => sum + start.deltaMinutes, 0) / last.length);
}

function nextTime(
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
  placements: readonly Placement[],
  unplaced: readonly Unplaced[],
  today: Day,
  world: HabitWorld,
): NextTime {
  if (habit.status !== 'active') return { kind: 'none' };
  const settled = new Set(occurrences.filter((one) => one.state !== 'planned').map((one) => one.day as string));
  for (const placement of [...placements].sort(by((one) => one.start))) {
    const start = parseInstant(placement.start);
    const end = parseInstant(placement.end);
    if (start === null || end === null || end <= world.now) continue;
    const day = (placement.day as Day | undefined) ?? dayAt(world.settings.timeZone, start);
    if (!settled.has(day)) return { kind: 'placed', day, start, end };
  }
  for (const day of daysFrom(today, plusDays(today, 14))) {
    if (settled.has(day) || !isDueOn(habit, day, world.settings)) continue;
    const refused = unplaced.find((one) => one.day === day);
    return refused ? { kind: 'unplaced', day, detail: refused.detail } : { kind: 'due', day };
  }
  return { kind: 'none' };
}

export type YearCell = 'done' | 'doneLate' | 'missed' | 'skipped' | 'paused' | 'none';

export interface HabitYear {
  /** Mondays, oldest first; the last week holds today. */
  readonly weeks: readonly Day[];
  /** By week, then by weekday from Monday. `null` for days after today. */
  readonly cells: readonly (readonly (YearCell | null)[])[];
  readonly kept: number;
  readonly attempts: number;
}

const WEEKS = 53;

/** The dated days of one year, for the heat map; days of a pause or a vacation are told apart from days off. */
export function habitYear(
  habit: Pick<Habit, 'pauses'>,
  occurrences: readonly HabitOccurrence[],
  settings: Pick<Settings, 'vacations'>,
  today: Day,
): HabitYear {
  const states = new Map(occurrences.map((one) => [one.day, cellOf(one)]));
  const monday = plusDays(today, 1 - weekdayOf(today));
  const weeks = Array.from({ length: WEEKS }, (_, index) => plusDays(monday, (index - WEEKS + 1) * 7));
  const cells = weeks.map((week) =>
    daysFrom(week, plusDays(week, 7)).map((day) =>
      dayNumber(day) > dayNumber(today)
        ? null
        : (states.get(day) ?? (isRestingOn(habit, day, settings) ? 'paused' : 'none')),
    ),
  );
  const flat = cells.flat();
  const kept = flat.filter((cell) => cell === 'done' || cell === 'doneLate').length;
  return { weeks, cells, kept, attempts: kept + flat.filter((cell) => cell === 'missed').length };
}

/** Strength at the end of each of the last weeks, oldest first; the last one is today's. */
export function strengthByWeek(
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
  today: Day,
  weeks: number,
): number[] {
  const often = timesPerWeek(habit);
  const dated = [...occurrences].sort(by((one) => one.day)).filter((one) => attemptOf(one.state) !== null);
  const all = completionsOf(habit, dated);
  return Array.from({ length: weeks + 1 }, (_, index) => {
    const until = plusDays(today, 7 * (index - weeks));
    const later = dated.filter((one) => one.day > until).length;
    return habitStrength(all.slice(0, all.length - later), often);
  });
}

/** A day that passed unmarked is neither kept nor missed. */
function cellOf(occurrence: HabitOccurrence): YearCell {
  return occurrence.state === 'planned' ? 'none' : occurrence.state;
}
