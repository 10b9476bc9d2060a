/** Exponential smoothing (Brown 1956): the newest value counts `weight`, 0 to 1, all before it the rest. The first value stands as it is. */
export function smoothed(before: number | null, newest: number, weight: number): number {
  return before === null ? newest : before + weight * (newest - before);
}

/** The smoothed course of a series; null stretches are carried on. */
export function smoothedSeries(values: readonly (number | null)[], weight: number): (number | null)[] {
  let current: number | null = null;
  return values.map((value) => {
    if (value !== null) current = smoothed(current, value, weight);
    return current;
  });
}
