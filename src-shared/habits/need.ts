/** Attempts that count towards the success rate. */
export const SUCCESS_ATTEMPTS = 15;

/** Share of the last 15 attempts that were kept, 0 to 1; `null` without any attempt. */
export function successRate(history: readonly boolean[]): number | null {
  const last = history.slice(-SUCCESS_ATTEMPTS);
  return last.length === 0 ? null : last.filter(Boolean).length / last.length;
}

/** How much a minute away from the target costs: 10 for a habit always kept, 20 for one never kept, 15 without history. A whole number, so sums compare exactly. */
export function needOf(history: readonly boolean[]): number {
  const rate = successRate(history);
  return rate === null ? 15 : Math.round(10 * (2 - rate));
}
