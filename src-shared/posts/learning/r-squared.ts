import { seededRandom } from '../../base/seeded-random';

/** Share of the variance of `actual` that `predicted` explains: 1 perfect, 0 as good as the mean of `actual`, below 0 worse; 0 without variance. */
export function rSquared(actual: ArrayLike<number>, predicted: ArrayLike<number>): number {
  const rows = Int32Array.from({ length: actual.length }, (_, row) => row);
  return rSquaredOf(actual, predicted, rows);
}

const RESAMPLES = 400;

/** The middle 90 % of R2 over resamples of the rows (bootstrap percentiles, Efron 1979): how far the figure can be trusted. */
export function rSquaredInterval(
  actual: ArrayLike<number>,
  predicted: ArrayLike<number>,
  seed: number,
): { readonly low: number; readonly high: number } {
  const random = seededRandom(seed);
  const rows = new Int32Array(actual.length);
  const values = Float64Array.from({ length: RESAMPLES }, () => {
    for (let i = 0; i < rows.length; i += 1) rows[i] = random.below(rows.length);
    return rSquaredOf(actual, predicted, rows);
  }).sort();
  return { low: values[Math.floor(0.05 * RESAMPLES)]!, high: values[Math.floor(0.95 * RESAMPLES)]! };
}

function rSquaredOf(actual: ArrayLike<number>, predicted: ArrayLike<number>, rows: Int32Array): number {
  if (rows.length === 0) return 0;
  let sum = 0;
  for (const row of rows) sum += actual[row]!;
  const mean = sum / rows.length;
  let residual = 0;
  let variance = 0;
  for (const row of rows) {
    residual += (actual[row]! - predicted[row]!) ** 2;
    variance += (actual[row]! - mean) ** 2;
  }
  return variance === 0 ? 0 : 1 - residual / variance;
}
