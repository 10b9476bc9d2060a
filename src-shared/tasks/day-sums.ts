// Energy and part of day over the minutes of a day, summed up, so that the mean over a block is two look-ups.
import type { EnergyLevel } from '../engine/settings';
import { MINUTES_PER_DAY } from '../time/instant';
import { NEUTRAL } from './factors';
import type { EnergyBand } from './task-demand';

export interface DaySums {
  /** `before[m]` is the sum of the minutes before m. */
  readonly before: Float64Array;
  /** The greatest value of any minute. */
  readonly most: number;
}

/** Days in use at the same time: of settings being tried, and of tasks with windows of their own. */
const MOST_REMEMBERED = 64;
/** A memory of pure results, which every plan would make anew: it never changes a plan. */
const remembered = new Map<string, DaySums>();

/** How well each minute fits an energy: exact 1, neighbour 0.5, opposite 0; minutes outside every band and tasks without an energy 0.5. */
export function energySums(bands: readonly EnergyBand[], wanted: EnergyLevel | null): DaySums {
  if (wanted === null) return sumsOf(NEUTRAL, []);
  const rank = { low: 0, medium: 1, high: 2 } as const;
  return sumsOf(
    NEUTRAL,
    bands.map(({ from, to, level }) => ({ from, to, value: 1 - Math.abs(rank[level] - rank[wanted]) / 2 })),
  );
}

/** 1 inside the preferred window, 0 outside; 0.5 everywhere without one. */
export function partSums(part: { readonly from: number; readonly to: number } | null): DaySums {
  return part === null ? sumsOf(NEUTRAL, []) : sumsOf(0, [{ from: part.from, to: part.to, value: 1 }]);
}

/** Mean of the day's values over a block that starts at a local minute of day and may run over midnight. */
export function meanOver(sums: DaySums, localMinute: number, minutes: number): number {
  return (sumBefore(sums.before, localMinute + minutes) - sumBefore(sums.before, localMinute)) / minutes;
}

function sumBefore(before: Float64Array, minute: number): number {
  if (minute <= MINUTES_PER_DAY) return before[minute]!;
  const days = Math.floor(minute / MINUTES_PER_DAY);
  return days * before[MINUTES_PER_DAY]! + before[minute - days * MINUTES_PER_DAY]!;
}

interface Stretch {
  readonly from: number;
  /** At or before `from`: reaches into the next day. */
  readonly to: number;
  readonly value: number;
}

/** A day that is worth `value` but for some stretches, of which later ones lie over earlier ones. */
function sumsOf(value: number, stretches: readonly Stretch[]): DaySums {
  const key = `${value} ${stretches.map((stretch) => `${stretch.from}-${stretch.to}:${stretch.value}`).join(' ')}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size === MOST_REMEMBERED) remembered.clear();
  const made = newSums(value, stretches);
  remembered.set(key, made);
  return made;
}

function newSums(value: number, stretches: readonly Stretch[]): DaySums {
  const values = new Float64Array(MINUTES_PER_DAY).fill(value);
  for (const stretch of stretches) {
    if (stretch.from < stretch.to) {
      values.fill(stretch.value, stretch.from, stretch.to);
    } else {
      values.fill(stretch.value, stretch.from, MINUTES_PER_DAY);
      values.fill(stretch.value, 0, stretch.to);
    }
  }
  const before = new Float64Array(MINUTES_PER_DAY + 1);
  for (let minute = 0; minute < MINUTES_PER_DAY; minute += 1) before[minute + 1] = before[minute]! + values[minute]!;
  return { before, most: values.reduce((most, one) => Math.max(most, one), 0) };
}
