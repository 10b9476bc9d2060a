// Whether a few items could be laid on a few rows better than they lay: prices that let none stand twice or be missing prove most times that they could not.

/** Items lifted together, at most. The tables of the search have 2^k columns. */
export const TOGETHER = 6;
/** Rounds of prices that try to prove a neighbourhood hopeless before its table is filled. */
const PROOF_ROUNDS = 12;

export class StretchProof {
  /** Filled by the asker before `couldBeat`. */
  able: Able;
  /** The prices that `able.most` was counted at. */
  readonly price = new Float64Array(TOGETHER);
  private readonly bestPrice = new Float64Array(TOGETHER);
  private readonly stands = new Int32Array(TOGETHER);

  constructor(rows: number) {
    this.able = ableIn(rows);
  }

  /** Makes room for so many rows. */
  grow(rows: number): void {
    this.able = ableIn(rows);
  }

  /**
   * Whether the items laid on the rows could be worth more than `before`. Prices that let none stand twice or be missing prove most times that they could not
   * (subgradient, aimed at `before`); else `able.most` holds what can follow each row at the best prices found, which rules out most of the table.
   */
  couldBeat(before: number, prices: ArrayLike<number>, rows: number): boolean {
    const { price, bestPrice, stands, able } = this;
    const many = prices.length;
    for (let index = 0; index < many; index += 1) price[index] = prices[index]!;
    let least = Number.POSITIVE_INFINITY;
    let leastRound = 0;
    for (let round = 0; round < PROOF_ROUNDS; round += 1) {
      const bound = this.relaxed(rows, many);
      if (bound <= before) return false;
      if (bound < least) {
        least = bound;
        leastRound = round;
        bestPrice.set(price);
      }
      stands.fill(0);
      for (let row = 0; row < rows; ) {
        const position = able.chosen[row]!;
        if (position >= 0) stands[able.index[position]!]! += 1;
        row += position < 0 ? 1 : able.rows[position]!;
      }
      let norm = 0;
      for (let index = 0; index < many; index += 1) norm += (stands[index]! - 1) ** 2;
      if (norm === 0) return true;
      if (round + 1 === PROOF_ROUNDS) break;
      const size = (bound - before) / norm;
      for (let index = 0; index < many; index += 1) price[index]! += size * (stands[index]! - 1);
    }
    if (leastRound + 1 === PROOF_ROUNDS) return true;
    price.set(bestPrice);
    this.relaxed(rows, many);
    return true;
  }

  /** The most the rows can bear at the local prices when an item may stand twice or not at all. */
  private relaxed(rows: number, many: number): number {
    const { able, price } = this;
    const { most, chosen, index, worth, rows: steps } = able;
    most[rows] = 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
      let best = most[row + 1]!;
      let choice = -1;
      for (let position = row * TOGETHER, end = able.end[row]!; position < end; position += 1) {
        const value = worth[position]! - price[index[position]!]! + most[row + steps[position]!]!;
        if (value > best) {
          best = value;
          choice = position;
        }
      }
      most[row] = best;
      chosen[row] = choice;
    }
    let bound = most[0]!;
    for (let one = 0; one < many; one += 1) bound += price[one]!;
    return bound;
  }
}

/** Per row of the table, the items that can start there, from row x TOGETHER to `end`; what the rows from it on can bear, and by which choice. */
interface Able {
  readonly end: Int32Array;
  readonly index: Int32Array;
  readonly worth: Float64Array;
  readonly rows: Int32Array;
  readonly most: Float64Array;
  readonly chosen: Int32Array;
}

function ableIn(rows: number): Able {
  return {
    end: new Int32Array(rows),
    index: new Int32Array(rows * TOGETHER),
    worth: new Float64Array(rows * TOGETHER),
    rows: new Int32Array(rows * TOGETHER),
    most: new Float64Array(rows + 1),
    chosen: new Int32Array(rows),
  };
}
