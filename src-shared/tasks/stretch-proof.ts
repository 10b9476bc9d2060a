// Whether a few items could be laid on a few cells better than they lie: prices that let none stand twice or be missing prove most times that they could not.

/** Items lifted together, at most. The table of the search has 2^k columns. */
export const TOGETHER = 6;
/** Rounds of prices that try to prove a neighbourhood hopeless before its table is filled. */
const PROOF_ROUNDS = 12;

/**
 * The starts the lifted items could have: nodes are the cells where one could start, numbered from the last on, 0 = behind them all.
 * Every array is long enough; what is beyond the node or start asked about holds nothing.
 */
export interface Starts {
  nodes: number;
  /** The starts at a node are `end[node - 1]` up to, not including, `end[node]`. */
  readonly end: Int32Array;
  /** Which of the lifted items. */
  readonly index: Int32Array;
  readonly worth: Float64Array;
  /** The next node at or behind the cells it takes. */
  readonly next: Int32Array;
}

export function startsOn(cells: number): Starts {
  return {
    nodes: 0,
    end: new Int32Array(cells + 1),
    index: new Int32Array(cells * TOGETHER),
    worth: new Float64Array(cells * TOGETHER),
    next: new Int32Array(cells * TOGETHER),
  };
}

export class StretchProof {
  /** What can follow each node at `price`, when an item may stand twice or not at all. */
  readonly most: Float64Array;
  readonly price = new Float64Array(TOGETHER);
  private readonly chosen: Int32Array;
  private readonly bestPrice = new Float64Array(TOGETHER);
  private readonly stands = new Int32Array(TOGETHER);

  constructor(cells: number) {
    this.most = new Float64Array(cells + 1);
    this.chosen = new Int32Array(cells + 1);
  }

  /**
   * Whether so many items could be worth more than `goal` together. Prices that let none stand twice or be missing prove most times that they could not
   * (subgradient, begun at `price`, aimed at `goal`); else `most` holds what can follow each node at the best prices found, which rules out most of the table.
   */
  couldBeat(goal: number, starts: Starts, many: number): boolean {
    const { price, bestPrice, stands } = this;
    let least = Number.POSITIVE_INFINITY;
    let leastRound = 0;
    for (let round = 0; round < PROOF_ROUNDS; round += 1) {
      const bound = this.relaxed(starts, many);
      if (bound <= goal) return false;
      if (bound < least) {
        least = bound;
        leastRound = round;
        bestPrice.set(price);
      }
      this.count(starts);
      let norm = 0;
      for (let index = 0; index < many; index += 1) norm += (stands[index]! - 1) ** 2;
      if (norm === 0) return true;
      if (round + 1 === PROOF_ROUNDS) break;
      const size = (bound - goal) / norm;
      for (let index = 0; index < many; index += 1) price[index]! += size * (stands[index]! - 1);
    }
    if (leastRound + 1 === PROOF_ROUNDS) return true;
    price.set(bestPrice);
    this.relaxed(starts, many);
    return true;
  }

  /** The most the items can be worth at these prices when one may stand twice or not at all. */
  private relaxed({ nodes, end, index, worth, next }: Starts, many: number): number {
    const { price, most, chosen } = this;
    let best = 0;
    let start = 0;
    for (let node = 1; node <= nodes; node += 1) {
      let choice = -1;
      for (const until = end[node]!; start < until; start += 1) {
        const value = worth[start]! - price[index[start]!]! + most[next[start]!]!;
        if (value > best) {
          best = value;
          choice = start;
        }
      }
      most[node] = best;
      chosen[node] = choice;
    }
    let bound = best;
    for (let one = 0; one < many; one += 1) bound += price[one]!;
    return bound;
  }

  /** How often each item stands in what `relaxed` chose. */
  private count({ nodes, index, next }: Starts): void {
    const { stands, chosen } = this;
    stands.fill(0);
    for (let node = nodes; node > 0; ) {
      const start = chosen[node]!;
      if (start >= 0) stands[index[start]!]! += 1;
      node = start < 0 ? node - 1 : next[start]!;
    }
  }
}
