// What the start chart shows: points and a time axis with whole ticks. Pure.
import { by } from '#shared/base/ordering';
import type { Habit, HabitOccurrence } from '#shared/habits/habit';
import { realStart } from '#shared/habits/real-start';
import type { Day } from '#shared/time/day';
import type { Minutes } from '#shared/time/instant';
import { minuteOfDayAt, type ZoneId } from '#shared/time/zone';

export interface StartPoint {
  readonly day: Day;
  /** Minutes after midnight; null when missed. */
  readonly minutes: Minutes | null;
}

export interface ChartScale {
  readonly from: Minutes;
  readonly to: Minutes;
  readonly ticks: readonly Minutes[];
}

/** Attempts the chart has room for. */
const SHOWN = 24;
const STEPS = [15, 30, 60, 120, 240, 360] as const;

/** The last attempts with a known start, or missed; oldest first. */
export function startPoints(
  habit: Pick<Habit, 'durationMinutes'>,
  occurrences: readonly HabitOccurrence[],
  zone: ZoneId,
): StartPoint[] {
  const points: StartPoint[] = [];
  for (const one of [...occurrences].sort(by((occurrence) => occurrence.day))) {
    const start = realStart(habit, one, zone);
    if (one.state === 'missed') points.push({ day: one.day, minutes: null });
    else if (start !== null) points.push({ day: one.day, minutes: minuteOfDayAt(zone, start) });
  }
  return points.slice(-SHOWN);
}

/** An axis around the points and the target with two to five whole ticks. */
export function startScale(points: readonly StartPoint[], target: Minutes): ChartScale {
  const known = points.map((point) => point.minutes).filter((minutes) => minutes !== null);
  const low = Math.min(target, ...known);
  const high = Math.max(target, ...known);
  const step = STEPS.find((candidate) => Math.ceil(high / candidate) - Math.floor(low / candidate) <= 4) ?? 360;
  const from = Math.floor(low / step) * step;
  const to = Math.max(from + step, Math.ceil(high / step) * step);
  const ticks: Minutes[] = [];
  for (let tick = from; tick <= to; tick += step) ticks.push(tick);
  return { from, to, ticks };
}
