// A random forest for regression (Breiman 2001): trees on bootstrap samples with features drawn for each split; their mean predicts.
import { seededRandom } from '../../base/seeded-random';
import { binColumns } from './bins';
import { growTree, predictTree, type RegressionTree } from './regression-tree';

export interface ForestOptions {
  readonly trees: number;
  /** Rows a leaf holds at least; null: by the number of rows. */
  readonly minLeaf: number | null;
  /** Share of the features drawn for each split, 0 to 1. */
  readonly featureShare: number;
  readonly seed: number;
}

/** Seven features in ten a split: the best or nearly so on 100, 500 and 2,000 rows of noisy posting data. */
export const FOREST_OPTIONS: ForestOptions = { trees: 100, minLeaf: null, featureShare: 0.7, seed: 1 };

/** Three rows with few posts, so that rare hours are seen at all; one in 300 with many, where finer leaves only learn noise. */
function leafRows(rows: number): number {
  return Math.max(3, Math.round(rows / 300));
}

export interface Forest {
  readonly trees: readonly RegressionTree[];
  /** Share of the removed squared error by feature; adds up to 1, or all 0 when nothing ever split. */
  readonly importance: readonly number[];
}

/**
 * Grows the forest tree by tree: each step yields the share that is done, so that a worker can report and stop. Rows need not be many;
 * with none the forest predicts 0. `rows[r][f]`. O(trees x rows x log rows x features).
 */
export function* growForest(
  rows: readonly (readonly number[])[],
  targets: Float64Array,
  options: ForestOptions = FOREST_OPTIONS,
): Generator<number, Forest> {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, feature) => Float64Array.from(rows, (row) => row[feature]!));
  const bins = binColumns(columns);
  const importance = new Float64Array(width);
  const random = seededRandom(options.seed);
  const featuresPerSplit = Math.max(1, Math.ceil(bins.useful.length * options.featureShare));
  const minLeaf = options.minLeaf ?? leafRows(rows.length);
  const trees: RegressionTree[] = [];
  for (let tree = 0; tree < options.trees && rows.length > 0; tree += 1) {
    const sample = Int32Array.from(targets, () => random.below(targets.length)).sort();
    trees.push(growTree(bins, targets, sample, { minLeaf, featuresPerSplit }, random, importance));
    yield (tree + 1) / options.trees;
  }
  const sum = importance.reduce((total, value) => total + value, 0);
  return { trees, importance: Array.from(importance, (value) => (sum > 0 ? value / sum : 0)) };
}

export interface ForestPrediction {
  readonly expected: number;
  /** Between these lie the middle 90 % of the trees. */
  readonly low: number;
  readonly high: number;
  /** Share of trees above `level`. */
  above(level: number): number;
}

export function predictForest(forest: Forest, row: ArrayLike<number>): ForestPrediction {
  const each = Float64Array.from(forest.trees, (tree) => predictTree(tree, row)).sort();
  const count = Math.max(1, each.length);
  return {
    expected: each.reduce((sum, value) => sum + value, 0) / count,
    low: each[Math.floor(0.05 * count)] ?? 0,
    high: each[Math.min(count - 1, Math.ceil(0.95 * count))] ?? 0,
    above: (level) => each.filter((value) => value > level).length / count,
  };
}

export function forestMean(forest: Forest, row: ArrayLike<number>): number {
  let sum = 0;
  for (const tree of forest.trees) sum += predictTree(tree, row);
  return forest.trees.length === 0 ? 0 : sum / forest.trees.length;
}
