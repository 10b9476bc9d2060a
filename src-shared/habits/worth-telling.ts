// What of an open habit is worth a notice, and from when. Who keeps to the plan is left alone.
import type { EpochMinute } from '../engine/epoch-minute';
import { dayMomentsOf, dayStateOf, shorterStart } from './day-state';
import type { NoticeKind } from './notice-memory';
import type { OpenHabit } from './open-habit';

/** Least time between two notices of one habit. */
export const COOL_DOWN_MINUTES = 30;
/** So long before its place a habit is announced, and so long after its start it still is. */
export const ANNOUNCED_MINUTES = 5;
/** So long after its place a habit counts as kept: it was done, for all one can tell, and only not ticked off yet. */
export const SETTLING_MINUTES = 30;

/** From when on a habit is not on its way any more: at once without a place, else a while after its place. */
export function leftPlanAt({ place }: Pick<OpenHabit, 'place'>): EpochMinute {
  return place === null ? Number.NEGATIVE_INFINITY : place.end + SETTLING_MINUTES;
}

/** Whether the plan is kept, for all one can tell: its place is ahead, under way, or over since a moment. */
export function isOnItsWay(open: Pick<OpenHabit, 'place'>, now: EpochMinute): boolean {
  return now < leftPlanAt(open);
}

/** The state of a habit that is worth a notice at this moment; `told` is what was said of it already. */
export function worthTelling(
  open: OpenHabit,
  told: readonly NoticeKind[],
  gridMinutes: number,
  now: EpochMinute,
): NoticeKind | null {
  const kind = stateToTell(open, told, gridMinutes, now);
  return kind === null || told.includes(kind) ? null : kind;
}

function stateToTell(
  open: OpenHabit,
  told: readonly NoticeKind[],
  gridMinutes: number,
  now: EpochMinute,
): NoticeKind | null {
  if (open.notify === 'none' || now >= open.windowEnd + ANNOUNCED_MINUTES) return null;
  if (open.notify === 'all' && open.place && Math.abs(now - open.place.start) <= ANNOUNCED_MINUTES) return 'starting';
  if (isOnItsWay(open, now)) return null;
  const moments = dayMomentsOf(open, gridMinutes);
  const { kind } = dayStateOf(open, gridMinutes, now);
  if (kind === 'lastCall') return kind;
  if (open.notify === 'lastCall' || moments === null) return null;
  // A full day from the start says nothing new: it slips only where there once was room.
  if (kind === 'slipped') return now >= moments.slippedAt && slippingIsNews(open, told, now) ? kind : null;
  // A narrow window is tight from the start, and that is said on its day; what the last call would say soon is left to it.
  const hasBegun = now >= open.free[0]!.start;
  return kind === 'tight' && hasBegun && moments.lastCallAt - now >= COOL_DOWN_MINUTES ? kind : null;
}

/** Who heard the last call knows; a shorter length that still fits is a new offer. */
export function slippingIsNews(
  open: Pick<OpenHabit, 'free' | 'minMinutes'>,
  told: readonly NoticeKind[],
  now: EpochMinute,
): boolean {
  return !told.includes('lastCall') || shorterStart(open, now) !== null;
}

/** When its last call is due; null when it is over by then. */
export function lastCallDueAt(open: OpenHabit, gridMinutes: number): EpochMinute | null {
  const moments = open.notify === 'none' ? null : dayMomentsOf(open, gridMinutes);
  if (!moments) return null;
  const at = Math.max(moments.lastCallAt, leftPlanAt(open));
  return at < moments.slippedAt ? at : null;
}

/** When it is due to be said that time gets short; null when the last call says it, or its wish is the last call only. */
export function tightDueAt(open: OpenHabit, gridMinutes: number): EpochMinute | null {
  const moments = open.notify === 'none' || open.notify === 'lastCall' ? null : dayMomentsOf(open, gridMinutes);
  if (!moments) return null;
  const at = Math.max(moments.tightAt, leftPlanAt(open), open.free[0]!.start);
  return moments.lastCallAt - at >= COOL_DOWN_MINUTES ? at : null;
}

/** When it would be said that no room is left; null when its window is over by then, or it never fitted. */
export function slippingDueAt(open: OpenHabit, gridMinutes: number): EpochMinute | null {
  const moments = open.notify === 'none' || open.notify === 'lastCall' ? null : dayMomentsOf(open, gridMinutes);
  if (!moments) return null;
  const at = Math.max(moments.slippedAt, leftPlanAt(open));
  return at < open.windowEnd ? at : null;
}
