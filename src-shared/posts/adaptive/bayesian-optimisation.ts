// Finds the next setting worth trying from few and noisy results: a Gaussian process over the settings tried so far (Rasmussen and
// Williams 2006, algorithm 2.1) and the point of highest expected improvement (Mockus 1978) among seeded candidates.
import { seededRandom } from '../../base/seeded-random';

export interface Bound {
  readonly name: string;
  readonly low: number;
  readonly high: number;
  /** Settings lie on multiples of this above `low`; 0 = anywhere. */
  readonly step: number;
}

export interface Trial {
  readonly setting: Readonly<Record<string, number>>;
  /** Higher is better. */
  readonly objective: number;
}

const CANDIDATES = 512;
/** How far results of settings reach, as a share of each bound's range. */
const LENGTH_SCALE = 0.3;
/** Variance of a result around its setting's true value, as a share of the variance between results. */
const NOISE = 0.1;
/** Older trials tell of another audience, and cubic time stays short. */
const MOST_TRIALS = 60;

/** The setting to try next, always inside the bounds. Deterministic by seed. */
export function nextSetting(bounds: readonly Bound[], trials: readonly Trial[], seed: number): Record<string, number> {
  const random = seededRandom(seed);
  const draw = (): number[] => bounds.map((bound) => onStep(bound, random.next()));
  const recent = trials.slice(-MOST_TRIALS);
  if (recent.length === 0) return settingOf(bounds, draw());
  const points = recent.map(({ setting }) => bounds.map((bound) => shareOf(bound, setting[bound.name] ?? bound.low)));
  const model = gaussianProcess(
    points,
    recent.map(({ objective }) => objective),
  );
  const best = Math.max(...points.map((point) => model(point).mean));
  let chosen = points[0]!;
  let most = -1;
  for (let candidate = 0; candidate < CANDIDATES; candidate += 1) {
    const point = draw();
    const { mean, deviation } = model(point);
    const improvement = expectedImprovement(mean, deviation, best);
    if (improvement > most) {
      most = improvement;
      chosen = point;
    }
  }
  return settingOf(bounds, chosen);
}

/** Mean and deviation of the objective at a point of the unit cube. */
export function gaussianProcess(
  points: readonly (readonly number[])[],
  objectives: readonly number[],
): (point: readonly number[]) => { readonly mean: number; readonly deviation: number } {
  const count = points.length;
  const centre = objectives.reduce((sum, value) => sum + value, 0) / count;
  const variance = objectives.reduce((sum, value) => sum + (value - centre) ** 2, 0) / count || 1;
  const factor = cholesky(
    points.map((a, i) => points.map((b, j) => variance * (kernel(a, b) + (i === j ? NOISE : 0)))),
  );
  const weights = solveUpper(
    factor,
    solveLower(
      factor,
      objectives.map((value) => value - centre),
    ),
  );
  return (point) => {
    const near = points.map((other) => variance * kernel(point, other));
    const mean = centre + near.reduce((sum, value, i) => sum + value * weights[i]!, 0);
    const half = solveLower(factor, near);
    const left = variance - half.reduce((sum, value) => sum + value * value, 0);
    return { mean, deviation: Math.sqrt(Math.max(0, left)) };
  };
}

function kernel(a: readonly number[], b: readonly number[]): number {
  const square = a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0);
  return Math.exp(-square / (2 * LENGTH_SCALE ** 2));
}

function expectedImprovement(mean: number, deviation: number, best: number): number {
  if (deviation === 0) return Math.max(0, mean - best);
  const z = (mean - best) / deviation;
  return (mean - best) * normalBelow(z) + (deviation * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Share of the standard normal distribution below `z` (Abramowitz and Stegun 26.2.17, error under 8e-8). */
export function normalBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const tail =
    (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) *
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return z >= 0 ? 1 - tail : tail;
}

/** Lower triangle L with L x transposed L = `matrix`, which is symmetric and positive definite. */
function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const lower: number[][] = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i]![j]!;
      for (let k = 0; k < j; k += 1) sum -= lower[i]![k]! * lower[j]![k]!;
      lower[i]![j] = i === j ? Math.sqrt(Math.max(1e-12, sum)) : sum / lower[j]![j]!;
    }
  }
  return lower;
}

function solveLower(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solved: number[] = [];
  for (let i = 0; i < right.length; i += 1) {
    let sum = right[i]!;
    for (let k = 0; k < i; k += 1) sum -= lower[i]![k]! * solved[k]!;
    solved.push(sum / lower[i]![i]!);
  }
  return solved;
}

function solveUpper(lower: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solved = [...right];
  for (let i = right.length - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < right.length; k += 1) solved[i]! -= lower[k]![i]! * solved[k]!;
    solved[i]! /= lower[i]![i]!;
  }
  return solved;
}

function onStep({ low, high, step }: Bound, share: number): number {
  if (high === low) return 0;
  if (step === 0) return share;
  const steps = Math.floor((high - low) / step + 1e-9);
  return (Math.min(steps, Math.floor(share * (steps + 1))) * step) / (high - low);
}

function shareOf({ low, high }: Bound, value: number): number {
  return high === low ? 0 : Math.min(1, Math.max(0, (value - low) / (high - low)));
}

function settingOf(bounds: readonly Bound[], point: readonly number[]): Record<string, number> {
  return Object.fromEntries(
    bounds.map(({ name, low, high, step }, i) => {
      const value = low + point[i]! * (high - low);
      return [name, step === 0 ? value : low + Math.round((value - low) / step) * step];
    }),
  );
}
