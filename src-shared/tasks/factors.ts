// The five factors of level 3, each 0 to 1, in one place: the search, the report and the explanation compute them here.
import type { EpochMinute } from '../engine/epoch-minute';
import { MINUTES_PER_DAY } from '../time/instant';

export const FACTOR_WEIGHT = { promptness: 3, energy: 1.5, partOfDay: 1.2, buffer: 0.8, project: 0.5 } as const;

/** Sum of the factor weights: a score is the weighted sum divided by this. */
export const TOTAL_WEIGHT = 7;

/** What a factor counts when the task says nothing about it, or there is nothing to be near to. */
export const NEUTRAL = 0.5;

const MINUTES_TO_HALVE = 7 * MINUTES_PER_DAY;
const MINUTES_TOO_EARLY_TO_HALVE = MINUTES_PER_DAY;
const HOURS_TO_FADE = 4;

/** 2^(-days ahead / 7): half a week ahead of now is worth more than a week ahead. 1 at or before now. */
export function promptness(now: EpochMinute, start: EpochMinute): number {
  return start <= now ? 1 : 2 ** (-(start - now) / MINUTES_TO_HALVE);
}

/**
 * The same for a task that is rather not begun before `from`: every day too early halves it. Never more than `promptness`,
 * so that what bounds the one bounds the other.
 */
export function promptnessFrom(now: EpochMinute, start: EpochMinute, from: EpochMinute | null): number {
  return promptness(now, start) * tooEarly(start, from);
}

export function tooEarly(start: EpochMinute, from: EpochMinute | null): number {
  return from === null || start >= from ? 1 : 2 ** ((start - from) / MINUTES_TOO_EARLY_TO_HALVE);
}

/** Free minutes on both sides against twice the buffer; 1 when no buffer is wanted. */
export function bufferFactor(freeBefore: number, freeAfter: number, bufferMinutes: number): number {
  return bufferMinutes === 0 ? 1 : Math.min(1, (freeBefore + freeAfter) / (2 * bufferMinutes));
}

/** Nearness by whole minutes of the next two days, because the search asks for it at every slot. */
const NEARNESS = new Float64Array(2 * MINUTES_PER_DAY);
for (let minute = 0; minute < NEARNESS.length; minute += 1) NEARNESS[minute] = Math.exp(-minute / 60 / HOURS_TO_FADE);

/** exp(-hours to the nearest block of the same project / 4); neutral when there is none. */
export function projectFactor(minutesToNearest: number | null): number {
  if (minutesToNearest === null) return NEUTRAL;
  return NEARNESS[minutesToNearest] ?? Math.exp(-minutesToNearest / 60 / HOURS_TO_FADE);
}
