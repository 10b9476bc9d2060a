// Histogram trees look at few values a feature: each value becomes the number of a bin, once, before the first tree grows.
const MOST_BINS = 64;

export interface Bins {
  readonly rows: number;
  readonly features: number;
  /** Bin of feature f in row r at f * rows + r. */
  readonly codes: Uint8Array;
  /** By feature: ascending edges; a value lies in the bin of the first edge that is not below it. One bin more than edges. */
  readonly edges: readonly Float64Array[];
  /** Features with more than one bin: the others can never split. */
  readonly useful: Int32Array;
}

/** `columns[f][r]`. Up to 64 bins a feature, cut between values; where there are more values, by quantiles. */
export function binColumns(columns: readonly Float64Array[]): Bins {
  const rows = columns[0]?.length ?? 0;
  const edges = columns.map(edgesOf);
  const codes = new Uint8Array(rows * columns.length);
  columns.forEach((column, feature) => {
    for (let row = 0; row < rows; row += 1) codes[feature * rows + row] = binOf(edges[feature]!, column[row]!);
  });
  const useful = Int32Array.from(edges.keys()).filter((feature) => edges[feature]!.length > 0);
  return { rows, features: columns.length, codes, edges, useful };
}

function edgesOf(column: Float64Array): Float64Array {
  const sorted = column.slice().sort();
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  if (distinct.length <= MOST_BINS) {
    return distinct.subarray(1).map((value, index) => (value + distinct[index]!) / 2);
  }
  const edges = new Set<number>();
  for (let cut = 1; cut < MOST_BINS; cut += 1) {
    const at = Math.floor((cut * sorted.length) / MOST_BINS);
    if (sorted[at - 1] !== sorted[at]) edges.add((sorted[at - 1]! + sorted[at]!) / 2);
    else edges.add(sorted[at]!);
  }
  return Float64Array.from(edges).filter((edge) => edge < sorted[sorted.length - 1]!);
}

export function binOf(edges: Float64Array, value: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
