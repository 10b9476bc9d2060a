// When a habit slips across days. Words for the user stay gentle; this only says that a look would help.
import { habitStrength, recentSuccess } from './strength';

/** Fewer attempts than this say nothing about a rate. */
const MINIMUM_ATTEMPTS = 5;
const SUCCESS_FLOOR = 0.6;
const STRENGTH_DROP = 0.1;

export type SlippingSign =
  | { readonly kind: 'missesInARow'; readonly misses: number }
  | { readonly kind: 'lowSuccess'; readonly done: number; readonly attempts: number }
  /** Both 0 to 1. */
  | { readonly kind: 'weaker'; readonly before: number; readonly now: number };

/** What says that a habit slips across days, the first of: two misses in a row, success under 60 % of the last 15 attempts, strength down by 10 points in two weeks. Attempts are oldest first. */
export function slippingSign(attempts: readonly boolean[], timesPerWeek: number): SlippingSign | null {
  const misses = attempts.length - 1 - attempts.lastIndexOf(true);
  if (misses >= 2) return { kind: 'missesInARow', misses };
  const success = recentSuccess(attempts);
  if (success.attempts >= MINIMUM_ATTEMPTS && success.done / success.attempts < SUCCESS_FLOOR)
    return { kind: 'lowSuccess', ...success };
  const twoWeeksAgo = attempts.slice(0, Math.max(0, attempts.length - Math.round(2 * timesPerWeek)));
  const [before, now] = [habitStrength(twoWeeksAgo, timesPerWeek), habitStrength(attempts, timesPerWeek)];
  return before - now >= STRENGTH_DROP ? { kind: 'weaker', before, now } : null;
}

export function isSlipping(attempts: readonly boolean[], timesPerWeek: number): boolean {
  return slippingSign(attempts, timesPerWeek) !== null;
}
