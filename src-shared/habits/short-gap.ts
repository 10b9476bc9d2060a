import { type MinuteSpan, mergeMinutes, subtractMinutes } from '../engine/epoch-minute';

/** A free gap shorter than this is of little use: the article's number. */
export const SHORT_GAP_MINUTES = 30;

/** Whether a gap of this length counts as short; nothing is no gap. */
export function isShortGap(minutes: number): boolean {
  return minutes > 0 && minutes < SHORT_GAP_MINUTES;
}

/** Free gaps under 30 minutes inside a window, the article's validator. `taken` in any order. */
export function shortGapsInside(window: MinuteSpan, taken: readonly MinuteSpan[]): number {
  return subtractMinutes([window], mergeMinutes(taken)).filter((gap) => isShortGap(gap.end - gap.start)).length;
}
