// How firmly a habit stands, 0 to 1: exponential smoothing over its attempts, the formula that Loop Habit Tracker publishes
// (score = score * m + completion * (1 - m), m = 0.5^(sqrt(f) / 13) a day, f = repetitions a day).
// Loop updates once a day. Here only attempts update, each standing for the 1/f days between two due days: half-lives come
// out the same (13 days daily, 19.9 days for 3 a week, 34.4 days weekly), and whatever is no attempt freezes the score by
// itself: skips, pauses, vacations and weekdays off.

/** Times a week of what is done once a year. */
const RAREST = 7 / 366;

/** Attempts that the success rate looks back on. */
export const SUCCESS_WINDOW = 15;

/** Share of the old score that is left after one attempt; `timesPerWeek` is at most 7. */
export function strengthKept(timesPerWeek: number): number {
  const perDay = Math.min(7, Math.max(RAREST, timesPerWeek)) / 7;
  return 0.5 ** (Math.sqrt(perDay) / 13 / perDay);
}

/** The score after one more attempt. `completion` is 1 for kept, 0 for missed, a share where a part counts. */
export function nextStrength(strength: number, completion: number, timesPerWeek: number): number {
  const kept = strengthKept(timesPerWeek);
  return strength * kept + Math.min(1, Math.max(0, completion)) * (1 - kept);
}

/** The score after all attempts, oldest first, from 0. */
export function habitStrength(attempts: readonly (boolean | number)[], timesPerWeek: number): number {
  return attempts.reduce((strength: number, done) => nextStrength(strength, Number(done), timesPerWeek), 0);
}

/** The score expected after some days when each attempt is kept with this probability. */
export function expectedStrength(strength: number, chance: number, days: number, timesPerWeek: number): number {
  let expected = strength;
  for (let attempt = 0; attempt < Math.round((days * timesPerWeek) / 7); attempt += 1)
    expected = nextStrength(expected, chance, timesPerWeek);
  return expected;
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
