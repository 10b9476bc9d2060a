// One tree of least squares, grown on binned features (histograms as in LightGBM, Ke et al. 2017; splits as in CART, Breiman 1984).
import type { SeededRandom } from '../../base/seeded-random';
import type { Bins } from './bins';

/** Flat and plain, so that a worker can hand it over. Node 0 is the root; a leaf has feature -1. */
export interface RegressionTree {
  readonly feature: Int16Array;
  /** A row whose value is at or below goes left. */
  readonly threshold: Float64Array;
  readonly left: Int32Array;
  readonly right: Int32Array;
  /** Mean of the rows of the node. */
  readonly value: Float64Array;
}

export interface TreeOptions {
  /** Rows a leaf holds at least. */
  readonly minLeaf: number;
  /** Features drawn for each split. */
  readonly featuresPerSplit: number;
}

/** `sample` holds row numbers, repeats allowed; it is reordered. `importance` gains the squared error each feature removes. */
export function growTree(
  bins: Bins,
  targets: Float64Array,
  sample: Int32Array,
  options: TreeOptions,
  random: SeededRandom,
  importance: Float64Array,
): RegressionTree {
  const most = 2 * Math.ceil(sample.length / options.minLeaf) + 1;
  const nodes = {
    feature: new Int16Array(most).fill(-1),
    threshold: new Float64Array(most),
    left: new Int32Array(most),
    right: new Int32Array(most),
    value: new Float64Array(most),
  };
  let count = 1;
  const split = splitter(bins, targets, sample, options, random);
  const open = [{ node: 0, start: 0, end: sample.length }];
  for (let work = open.pop(); work; work = open.pop()) {
    const { node, start, end } = work;
    const found = split(start, end);
    nodes.value[node] = found.mean;
    if (found.feature < 0) continue;
    importance[found.feature]! += found.gain;
    const middle = partition(bins, sample, start, end, found.feature, found.bin);
    nodes.feature[node] = found.feature;
    nodes.threshold[node] = bins.edges[found.feature]![found.bin]!;
    nodes.left[node] = count;
    nodes.right[node] = count + 1;
    open.push({ node: count, start, end: middle }, { node: count + 1, start: middle, end });
    count += 2;
  }
  return {
    feature: nodes.feature.slice(0, count),
    threshold: nodes.threshold.slice(0, count),
    left: nodes.left.slice(0, count),
    right: nodes.right.slice(0, count),
    value: nodes.value.slice(0, count),
  };
}

export function predictTree(tree: RegressionTree, row: ArrayLike<number>): number {
  let node = 0;
  for (let feature = tree.feature[0]!; feature >= 0; feature = tree.feature[node]!) {
    node = row[feature]! <= tree.threshold[node]! ? tree.left[node]! : tree.right[node]!;
  }
  return tree.value[node]!;
}

interface Split {
  readonly mean: number;
  /** -1: nothing to split. */
  readonly feature: number;
  /** Bins up to this one go left. */
  readonly bin: number;
  readonly gain: number;
}

function splitter(
  bins: Bins,
  targets: Float64Array,
  sample: Int32Array,
  { minLeaf, featuresPerSplit }: TreeOptions,
  random: SeededRandom,
): (start: number, end: number) => Split {
  const sums = new Float64Array(256);
  const counts = new Int32Array(256);
  const order = bins.useful.slice();
  return (start, end) => {
    const total = end - start;
    let sum = 0;
    for (let i = start; i < end; i += 1) sum += targets[sample[i]!]!;
    const mean = sum / total;
    let best: Split = { mean, feature: -1, bin: 0, gain: 1e-12 };
    if (total < 2 * minLeaf) return best;
    const base = (sum * sum) / total;
    for (let drawn = 0; drawn < order.length; drawn += 1) {
      // Beyond the drawn features only while none of them could split.
      if (drawn >= featuresPerSplit && best.feature >= 0) break;
      const other = drawn + random.below(order.length - drawn);
      const feature = order[other]!;
      order[other] = order[drawn]!;
      order[drawn] = feature;
      const size = bins.edges[feature]!.length + 1;
      sums.fill(0, 0, size);
      counts.fill(0, 0, size);
      const offset = feature * bins.rows;
      for (let i = start; i < end; i += 1) {
        const row = sample[i]!;
        const code = bins.codes[offset + row]!;
        sums[code]! += targets[row]!;
        counts[code]! += 1;
      }
      let leftSum = 0;
      let leftCount = 0;
      for (let bin = 0; bin < size - 1; bin += 1) {
        if (counts[bin] === 0) continue;
        leftSum += sums[bin]!;
        leftCount += counts[bin]!;
        const rightCount = total - leftCount;
        if (leftCount < minLeaf) continue;
        if (rightCount < minLeaf) break;
        const rightSum = sum - leftSum;
        const gain = (leftSum * leftSum) / leftCount + (rightSum * rightSum) / rightCount - base;
        if (gain > best.gain) best = { mean, feature, bin, gain };
      }
    }
    return best;
  };
}

/** Brings the rows that go left to the front; returns where the others begin. */
function partition(bins: Bins, sample: Int32Array, start: number, end: number, feature: number, bin: number): number {
  const offset = feature * bins.rows;
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const row = sample[low]!;
    if (bins.codes[offset + row]! <= bin) low += 1;
    else {
      sample[low] = sample[high]!;
      sample[high] = row;
      high -= 1;
    }
  }
  return low;
}
