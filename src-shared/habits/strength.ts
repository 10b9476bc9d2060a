// How firmly a habit stands, 0 to 1: exponential smoothing over its attempts, the formula that Loop Habit Tracker publishes
// (score = score * m + completion * (1 - m), m = 0.5^(sqrt(f) / 13) a day, f = repetitions a day).
// Loop updates once a day. Here only attempts update, each standing for the 1/f days between two due days: half-lives come
// out the same (13 days daily, 19.9 days for 3 a week, 34.4 days weekly), and whatever is no attempt freezes the score by
// itself: skips, pauses, vacations and weekdays off.

/** Attempts that the success rate looks back on. */
export const SUCCESS_WINDOW = 15;

/** Share of the old score that is left after one attempt; `daysPerWeek` is 1 to 7. */
export function strengthKept(daysPerWeek: number): number {
  const perDay = Math.min(7, Math.max(1, daysPerWeek)) / 7;
  return 0.5 ** (Math.sqrt(perDay) / 13 / perDay);
}

/** The score after one more attempt. `completion` is 1 for kept, 0 for missed, a share where a part counts. */
export function nextStrength(strength: number, completion: number, daysPerWeek: number): number {
  const kept = strengthKept(daysPerWeek);
  return strength * kept + Math.min(1, Math.max(0, completion)) * (1 - kept);
}

/** The score after all attempts, oldest first, from 0. */
export function habitStrength(attempts: readonly boolean[], daysPerWeek: number): number {
  return attempts.reduce((strength, done) => nextStrength(strength, done ? 1 : 0, daysPerWeek), 0);
}

export interface SuccessRate {
  readonly done: number;
  /** At most `SUCCESS_WINDOW`. */
  readonly attempts: number;
}

/** Done and due over the last 15 attempts, oldest first. */
export function recentSuccess(attempts: readonly boolean[]): SuccessRate {
  const recent = attempts.slice(-SUCCESS_WINDOW);
  return { done: recent.filter(Boolean).length, attempts: recent.length };
}

/** Attempts kept in a row up to the latest. */
export function currentStreak(attempts: readonly boolean[]): number {
  const lastMiss = attempts.lastIndexOf(false);
  return attempts.length - 1 - lastMiss;
}
