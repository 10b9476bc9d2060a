/** Exponential smoothing (Brown 1956): the newest value counts `weight`, 0 to 1, all before it the rest. The first value stands as it is. */
export function smoothed(before: number | null, newest: number, weight: number): number {
  return before === null ? newest : before + weight * (newest - before);
}
