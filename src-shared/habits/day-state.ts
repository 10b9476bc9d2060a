// How an open occurrence stands within its day, from the starts that are still feasible.
import { firstIndex } from '../base/first-index';
import type { EpochMinute } from '../engine/epoch-minute';
import type { OpenHabit } from './open-habit';

/** Fewer feasible starts than this, and time gets short. */
export const TIGHT_STARTS = 4;

export type DayStateKind = 'underWay' | 'calm' | 'tight' | 'lastCall' | 'slipped';

export interface DayState {
  readonly kind: DayStateKind;
  /** Starts left today, a grid step apart within each free stretch. */
  readonly feasibleStarts: number;
  /** Free minutes left inside the window. */
  readonly freeMinutes: number;
  /** The last feasible start; null when there never was one. */
  readonly lastStart: EpochMinute | null;
}

type Open = Pick<OpenHabit, 'minutes' | 'place' | 'free'>;

export function dayStateOf(open: Open, gridMinutes: number, now: EpochMinute): DayState {
  const lastStart = lastStartOf(open);
  const feasibleStarts = feasibleStartsAt(open, gridMinutes, now);
  const freeMinutes = open.free.reduce((sum, run) => sum + Math.max(0, run.end - Math.max(run.start, now)), 0);
  const found = { feasibleStarts, freeMinutes, lastStart };
  if (open.place && open.place.start <= now && now < open.place.end) return { kind: 'underWay', ...found };
  if (lastStart === null || feasibleStarts === 0) return { kind: 'slipped', ...found };
  if (now >= lastStart - gridMinutes) return { kind: 'lastCall', ...found };
  if (feasibleStarts < TIGHT_STARTS || freeMinutes < 2 * open.minutes) return { kind: 'tight', ...found };
  return { kind: 'calm', ...found };
}

/** The first start from now on at which its shortest length fits; null when none does, or only the whole length counts. */
export function shorterStart(
  { free, minMinutes }: Pick<OpenHabit, 'free' | 'minMinutes'>,
  now: EpochMinute,
): EpochMinute | null {
  if (minMinutes === null) return null;
  const run = free.find((one) => one.end - Math.max(one.start, now) >= minMinutes);
  return run ? Math.max(run.start, now) : null;
}

/** When the state changes by time alone. Each holds until the next; `slippedAt` is null when it never fitted. */
export interface DayMoments {
  readonly tightAt: EpochMinute;
  readonly lastCallAt: EpochMinute;
  readonly slippedAt: EpochMinute;
}

export function dayMomentsOf(open: Open, gridMinutes: number): DayMoments | null {
  const lastStart = lastStartOf(open);
  if (lastStart === null) return null;
  const lastCallAt = lastStart - gridMinutes;
  const standing = { ...open, place: null };
  // Starts and free time only become fewer, so the first tight minute is found by halving.
  const from = open.free[0]!.start - 1440;
  const isTight = (minutes: number) => dayStateOf(standing, gridMinutes, from + minutes).kind !== 'calm';
  return { tightAt: from + firstIndex(lastCallAt - from, isTight), lastCallAt, slippedAt: lastStart + 1 };
}

function feasibleStartsAt({ free, minutes }: Open, gridMinutes: number, now: EpochMinute): number {
  let starts = 0;
  for (const run of free) {
    const room = run.end - minutes - Math.max(run.start, now);
    if (room >= 0) starts += Math.floor(room / gridMinutes) + 1;
  }
  return starts;
}

function lastStartOf({ free, minutes }: Open): EpochMinute | null {
  let last: EpochMinute | null = null;
  for (const run of free) {
    const start = run.end - minutes;
    if (start >= run.start && (last === null || start > last)) last = start;
  }
  return last;
}
