// A small share of the posts tries hours that were hardly tried, so that the plan can learn what the rules do not know. Which hour is a
// bandit's choice: Thompson sampling (1933) or UCB1 (Auer, Cesa-Bianchi and Fischer 2002), behind one switch.
import { type SeededRandom, seededRandom } from '../../base/seeded-random';
import type { HeatMap } from '../timing/heat-map';

export type ExplorationPolicy = 'none' | 'thompson' | 'ucb';

/** A cell with fewer posts is hardly tried: it may be explored and never becomes a suggestion. */
export const LEAST_CELL_SAMPLES = 5;
/** An hour never tried may do this much better or worse than thought, however alike the posts of other hours are. */
const LEAST_SPREAD = 0.4;

/** Exploring questions the rules: what they say of an hour counts by half. */
const TRUST_IN_RULES = 0.5;

/** Which of so many posts explore: each with probability `rate`, decided by the seed. */
export function exploringPosts(count: number, rate: number, seed: number): boolean[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => random.next() < rate);
}

/**
 * Scores of the 168 hours for a post that explores, 0 to 1: hardly tried hours by what they may turn out to be, all others 0. When every
 * hour has been tried enough all of them compete.
 */
export function explorationWeek(
  map: HeatMap,
  policy: Exclude<ExplorationPolicy, 'none'>,
  priorStrength: number,
  random: SeededRandom,
): Float64Array {
  const spread = spreadOf(map, priorStrength);
  const everyHourTried = map.cells.every(({ n }) => n >= LEAST_CELL_SAMPLES);
  const promise = Float64Array.from(map.cells, ({ n, ratio }) => {
    if (n >= LEAST_CELL_SAMPLES && !everyHourTried) return Number.NEGATIVE_INFINITY;
    const middle = 1 + (ratio - 1) * TRUST_IN_RULES;
    if (policy === 'thompson') return middle + (spread / Math.sqrt(n + 1)) * gaussian(random);
    // A little chance, because the posts of one plan all choose before any of them has told anything.
    const reach = 0.8 + 0.2 * random.next();
    return middle + reach * spread * Math.sqrt((2 * Math.log(map.samples + 1)) / (n + 1));
  });
  const known = promise.filter((value) => value > Number.NEGATIVE_INFINITY);
  const top = Math.max(...known);
  const bottom = Math.min(...known);
  return promise.map((value) => {
    if (value === Number.NEGATIVE_INFINITY) return 0;
    return top === bottom ? 1 : Math.min(1, 0.1 + (0.9 * (value - bottom)) / (top - bottom));
  });
}

/** Standard deviation of a post, read back from the width of the cells' intervals. */
function spreadOf(map: HeatMap, priorStrength: number): number {
  const cell = map.cells[0];
  if (!cell || cell.high === cell.ratio) return LEAST_SPREAD;
  return Math.max(LEAST_SPREAD, ((cell.high - cell.ratio) / 1.645) * Math.sqrt(cell.n + priorStrength));
}

/** Standard normal (Box and Muller 1958). */
export function gaussian(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
