// When a habit slips across days. Words for the user stay gentle; this only says that a look would help.
import { habitStrength, recentSuccess } from './strength';

/** Fewer attempts than this say nothing about a rate. */
const MINIMUM_ATTEMPTS = 5;
const SUCCESS_FLOOR = 0.6;
const STRENGTH_DROP = 0.1;

/** Two misses in a row, success under 60 % of the last 15 attempts, or strength down by 10 points in two weeks. Attempts are oldest first. */
export function isSlipping(attempts: readonly boolean[], daysPerWeek: number): boolean {
  if (attempts.length >= 2 && !attempts.at(-1) && !attempts.at(-2)) return true;
  const success = recentSuccess(attempts);
  if (success.attempts >= MINIMUM_ATTEMPTS && success.done / success.attempts < SUCCESS_FLOOR) return true;
  const twoWeeksAgo = attempts.slice(0, Math.max(0, attempts.length - 2 * daysPerWeek));
  return habitStrength(twoWeeksAgo, daysPerWeek) - habitStrength(attempts, daysPerWeek) >= STRENGTH_DROP;
}
