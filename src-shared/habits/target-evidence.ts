// Which hour of the day keeps a habit best, from the times it was really done and the places it missed.

import { type Weekday, weekdayOf } from '../time/day';
import type { Instant } from '../time/instant';
import { parseInstant } from '../time/instant';
import { formatTimeOfDay, parseTimeOfDay } from '../time/wall-time';
import { minuteOfDayAt, type ZoneId } from '../time/zone';
import type { Habit, HabitOccurrence } from './habit';
import { realStart } from './real-start';

/** Attempts that begin within half of this of each other count as the same hour. */
const HOUR_WIDTH = 90;
/** An hour with fewer attempts says nothing. */
export const LEAST_ATTEMPTS = 5;
/** Attempts that are looked back on for "moved or done elsewhere". */
const LOOKED_BACK = 10;
/** Farther than this from its target is elsewhere. */
const ELSEWHERE_MINUTES = 30;
/** Another hour must keep it this much better before it is proposed out of the user's own moves. */
const BETTER_BY = 0.2;
/** A weekday gets its own target when its median lies this far off. */
const WEEKDAY_APART = 30;
const WEEKDAY_ATTEMPTS = 3;
const STEP = 15;

export interface HourRecord {
  /** Minutes after midnight. */
  readonly minutes: number;
  readonly kept: number;
  readonly attempts: number;
}

export interface TargetProposal {
  /** `HH:MM`. */
  readonly target: string;
  readonly weekdayTargets: Habit['weekdayTargets'];
  /** What the past says of the proposed hour; the expected success. */
  readonly there: HourRecord;
  /** And of the present target. */
  readonly here: HourRecord;
  /** How many of the last attempts were moved or done elsewhere, when that is why. */
  readonly elsewhere: { readonly moved: number; readonly of: number } | null;
}

interface Attempt {
  readonly weekday: Weekday;
  readonly minutes: number;
  readonly kept: boolean;
  readonly elsewhere: boolean;
}

/** How often attempts around a time of day were kept. */
export function hourRecord(
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
  zone: ZoneId,
  minutes: number,
): HourRecord {
  return recordAround(attemptsOf(habit, occurrences, zone), minutes);
}

/** The hours with at least five attempts, apart from each other, the most often kept first; at most `count`. */
export function bestHours(
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
  zone: ZoneId,
  count: number,
): HourRecord[] {
  const attempts = attemptsOf(habit, occurrences, zone);
  const at = new Set(attempts.map((one) => roundedTo(one.minutes, STEP)));
  const found = [...at]
    .map((minutes) => recordAround(attempts, minutes))
    .filter((record) => record.attempts >= LEAST_ATTEMPTS)
    .sort((a, b) => share(b) - share(a) || b.attempts - a.attempts || a.minutes - b.minutes);
  const apart: HourRecord[] = [];
  for (const record of found) {
    if (apart.length === count) break;
    if (apart.every((other) => distance(other.minutes, record.minutes) >= HOUR_WIDTH)) apart.push(record);
  }
  return apart;
}

/**
 * Another target: the median of the times it was really done, per weekday where that differs, when more than half of the last ten
 * attempts were moved or done elsewhere; else an hour that keeps it at least 20 points better. Null when neither says so.
 */
export function proposeTarget(
  habit: Habit,
  occurrences: readonly HabitOccurrence[],
  zone: ZoneId,
): TargetProposal | null {
  const attempts = attemptsOf(habit, occurrences, zone);
  const target = parseTimeOfDay(habit.targetTime) ?? 0;
  const here = recordAround(attempts, target);
  const last = attempts.slice(-LOOKED_BACK);
  const moved = last.filter((one) => one.elsewhere).length;
  if (last.length >= LEAST_ATTEMPTS && moved * 2 > last.length) {
    const done = attempts.filter((one) => one.kept).slice(-2 * LOOKED_BACK);
    const middle = roundedTo(
      median(
        done.map((one) => one.minutes),
        target,
      ),
      STEP,
    );
    const there = recordAround(attempts, middle);
    if (there.attempts >= LEAST_ATTEMPTS && distance(middle, target) >= STEP)
      return {
        target: formatTimeOfDay(middle),
        weekdayTargets: targetsByWeekday(done, middle),
        there,
        here,
        elsewhere: { moved, of: last.length },
      };
  }
  const [best] = bestHours(habit, occurrences, zone, 1);
  if (!best || distance(best.minutes, target) < HOUR_WIDTH / 2) return null;
  if (here.attempts < LEAST_ATTEMPTS || share(best) - share(here) < BETTER_BY) return null;
  return { target: formatTimeOfDay(best.minutes), weekdayTargets: {}, there: best, here, elsewhere: null };
}

/** Kept share, 0 to 1. */
export function share(record: HourRecord): number {
  return record.attempts === 0 ? 0 : record.kept / record.attempts;
}

function attemptsOf(habit: Habit, occurrences: readonly HabitOccurrence[], zone: ZoneId): Attempt[] {
  return [...occurrences]
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .flatMap((one): Attempt[] => {
      const kept = one.state === 'done' || one.state === 'doneLate';
      if (!kept && one.state !== 'missed') return [];
      const start: Instant | null = kept
        ? realStart(habit, one, zone)
        : one.start === null
          ? null
          : parseInstant(one.start);
      const weekday = weekdayOf(one.day);
      const target = parseTimeOfDay(habit.weekdayTargets[`${weekday}`] ?? habit.targetTime) ?? 0;
      if (start === null && kept) return [];
      // Missed without a place, it was missed at its target.
      const minutes = start === null ? target : minuteOfDayAt(zone, start);
      const elsewhere = kept && (one.pinned || distance(minutes, target) > ELSEWHERE_MINUTES);
      return [{ weekday, minutes, kept, elsewhere }];
    });
}

function recordAround(attempts: readonly Attempt[], minutes: number): HourRecord {
  const near = attempts.filter((one) => distance(one.minutes, minutes) <= HOUR_WIDTH / 2);
  return { minutes, kept: near.filter((one) => one.kept).length, attempts: near.length };
}

function targetsByWeekday(done: readonly Attempt[], middle: number): Habit['weekdayTargets'] {
  const targets: Record<string, string> = {};
  for (const weekday of [1, 2, 3, 4, 5, 6, 7]) {
    const own = done.filter((one) => one.weekday === weekday).map((one) => one.minutes);
    if (own.length < WEEKDAY_ATTEMPTS) continue;
    const at = roundedTo(median(own, middle), STEP);
    if (distance(at, middle) >= WEEKDAY_APART) targets[weekday] = formatTimeOfDay(at);
  }
  return targets;
}

/** The middle of times of day, read around `near` so that times about midnight have one. */
function median(minutes: readonly number[], near: number): number {
  const around = minutes.map((one) => signed(one - near)).sort((a, b) => a - b);
  const half = around.length / 2;
  const middle = Number.isInteger(half)
    ? ((around[half - 1] ?? 0) + (around[half] ?? 0)) / 2
    : around[Math.floor(half)]!;
  return (((near + Math.round(middle)) % 1440) + 1440) % 1440;
}

function roundedTo(minutes: number, step: number): number {
  return (Math.round(minutes / step) * step) % 1440;
}

function distance(a: number, b: number): number {
  return Math.abs(signed(a - b));
}

/** A difference of times of day, -720 to 719. */
function signed(minutes: number): number {
  return ((((minutes + 720) % 1440) + 1440) % 1440) - 720;
}
