// The end of a dive: what a handful of items can still choose from is small enough to be searched whole.
import type { OptionLists } from './price-rounds';
import type { StartOptions } from './start-options';

/** Items settled together, at most: a row of the table has a column for each set of them. */
export const LAST_TOGETHER = 6;
const COLUMNS = 1 << LAST_TOGETHER;

/** A table over the cells where something can start, and every set of items that can lie before each. */
export class LastStarts {
  private readonly options: StartOptions;
  /** The cells where something can start, in order, and for every cell the first such row at or after it. */
  private readonly rowCell: Int32Array;
  private readonly rowFrom: Int32Array;
  private readonly value: Float64Array;
  /** The option that led to a set at a row; -1 = the row before it, and nothing. */
  private readonly choice: Int32Array;
  /** Two words of bits a row: the sets reached. Nothing else of `value` and `choice` holds. */
  private readonly reached: Int32Array;

  constructor(options: StartOptions) {
    this.options = options;
    const beyond = options.cells + options.width.reduce((most, one) => Math.max(most, one), 0) + 1;
    this.rowCell = new Int32Array(options.cells + 1);
    this.rowFrom = new Int32Array(beyond);
    this.value = new Float64Array((options.cells + 1) * COLUMNS);
    this.choice = new Int32Array((options.cells + 1) * COLUMNS);
    this.reached = new Int32Array((options.cells + 1) * 2);
  }

  /** The option of each of the items by which as many as possible have a start, and are worth most then; -1 = none. `lists` holds no others. */
  find(lists: OptionLists, items: readonly number[]): Int32Array {
    const { from, item, worth, next } = lists;
    const { rowCell, rowFrom, reached } = this;
    const { cells } = this.options;
    const indexOf = new Int32Array(this.options.items.length);
    items.forEach((one, index) => {
      indexOf[one] = index;
    });
    const needs = this.needsOf(items);
    let rows = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      rowFrom[cell] = rows;
      if (from[cell]! < from[cell + 1]!) {
        rowCell[rows] = cell;
        rows += 1;
      }
    }
    rowFrom.fill(rows, cells);
    reached.fill(0, 0, 2 * (rows + 1));
    this.value[0] = 0;
    this.choice[0] = -1;
    reached[0] = 1;
    for (let row = 0; row < rows; row += 1) {
      const cell = rowCell[row]!;
      const first = from[cell]!;
      const end = from[cell + 1]!;
      for (let word = 0; word < 2; word += 1) {
        for (let sets = reached[2 * row + word]!; sets !== 0; sets &= sets - 1) {
          const set = 32 * word + 31 - Math.clz32(sets & -sets);
          const so = this.value[row * COLUMNS + set]!;
          this.reach(row + 1, set, so, -1);
          for (let at = first; at < end; at += 1) {
            const index = indexOf[item[at]!]!;
            if ((set >> index) & 1 || (set & needs[index]!) !== needs[index]!) continue;
            this.reach(rowFrom[next[at]!]!, set | (1 << index), so + worth[at]!, at);
          }
        }
      }
    }
    return this.follow(rows, lists, items, indexOf);
  }

  /** Notes a way to have laid a set up to a row, if it is the best so far. */
  private reach(row: number, set: number, worth: number, option: number): void {
    const { value, choice, reached } = this;
    const word = 2 * row + (set >> 5);
    const bit = 1 << (set & 31);
    const then = row * COLUMNS + set;
    if ((reached[word]! & bit) !== 0 && worth <= value[then]!) return;
    reached[word]! |= bit;
    value[then] = worth;
    choice[then] = option;
  }

  private follow(rows: number, lists: OptionLists, items: readonly number[], indexOf: Int32Array): Int32Array {
    const found = new Int32Array(items.length).fill(-1);
    let best = 0;
    let most = 0;
    for (let set = 1; set < 1 << items.length; set += 1) {
      if (((this.reached[2 * rows + (set >> 5)]! >> (set & 31)) & 1) === 0) continue;
      const many = bitsOf(set);
      if (many < most || (many === most && this.value[rows * COLUMNS + set]! <= this.value[rows * COLUMNS + best]!))
        continue;
      best = set;
      most = many;
    }
    for (let row = rows, set = best; row > 0 && set > 0; ) {
      const option = this.choice[row * COLUMNS + set]!;
      if (option < 0) {
        row -= 1;
        continue;
      }
      const item = lists.item[option]!;
      found[indexOf[item]!] = option;
      set &= ~(1 << indexOf[item]!);
      row = this.rowFrom[lists.next[option]! - this.options.width[item]!]!;
    }
    return found;
  }

  /** Which of the items must lie before each. */
  private needsOf(items: readonly number[]): Int32Array {
    const { items: all, precedence } = this.options;
    return Int32Array.from(items, (item) => {
      let needs = 0;
      for (const far of precedence.before[all[item]!.task]!) {
        items.forEach((other, index) => {
          if (all[other]!.task === far.task) needs |= 1 << index;
        });
      }
      return needs;
    });
  }
}

function bitsOf(set: number): number {
  let many = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) many += 1;
  return many;
}
