// What a handful of items can choose from beside all that stands is small enough to be searched whole.
import type { FixedStarts } from './fixed-starts';
import { type StartOptions, widestOf } from './start-options';

/** Items settled together, at most: a row of the table has a column for each set of them. */
export const LAST_TOGETHER = 6;
const COLUMNS = 1 << LAST_TOGETHER;

/** A table over the cells where something can start, and every set of items that can lie before each. */
export class LastStarts {
  /** What each item is worth at each cell; -1 = not possible. */
  readonly worth: Float64Array;
  /** Filled by `find`: the cell of each of its items, -1 = none. */
  readonly found = new Int32Array(LAST_TOGETHER);
  private readonly options: StartOptions;
  private readonly fixed: FixedStarts;
  private readonly cells: number;
  /** The cells where something can start, in order, and for every cell the first such row at or after it. */
  private readonly rowCell: Int32Array;
  private readonly rowFrom: Int32Array;
  /** Which of the items can start at each row, from row x LAST_TOGETHER to `end`, and what each is worth there. */
  private readonly able: Int32Array;
  private readonly ableWorth: Float64Array;
  private readonly end: Int32Array;
  private value = new Float64Array(0);
  /** What led to a set at a row: the row an item started at x LAST_TOGETHER + which one; -1 = the row before, and nothing. */
  private choice = new Int32Array(0);
  /** Two words of bits a row: the sets reached. Nothing else of `value` and `choice` holds. */
  private reached = new Int32Array(0);

  constructor(options: StartOptions, fixed: FixedStarts) {
    const { cells, from, item, worth, items } = options;
    this.options = options;
    this.fixed = fixed;
    this.cells = cells;
    this.worth = new Float64Array(items.length * cells).fill(-1);
    for (let cell = 0; cell < cells; cell += 1) {
      for (let at = from[cell]!, end = from[cell + 1]!; at < end; at += 1)
        this.worth[item[at]! * cells + cell] = worth[at]!;
    }
    this.rowCell = new Int32Array(cells + 1);
    this.rowFrom = new Int32Array(cells + widestOf(options) + 1);
    this.able = new Int32Array(cells * LAST_TOGETHER);
    this.ableWorth = new Float64Array(cells * LAST_TOGETHER);
    this.end = new Int32Array(cells);
  }

  /** Finds the starts by which as many as possible of some open items have one, and are worth most then; gives how many have. */
  find(items: readonly number[]): number {
    const needs = this.needsOf(items);
    const rows = this.listRows(items);
    if (this.reached.length < 2 * (rows + 1)) {
      this.value = new Float64Array((rows + 1) * COLUMNS);
      this.choice = new Int32Array((rows + 1) * COLUMNS);
      this.reached = new Int32Array((rows + 1) * 2);
    }
    const { able, ableWorth, end, rowFrom, value, reached } = this;
    const { width } = this.options;
    reached.fill(0, 0, 2 * (rows + 1));
    value[0] = 0;
    reached[0] = 1;
    for (let row = 0; row < rows; row += 1) {
      const cell = this.rowCell[row]!;
      const first = row * LAST_TOGETHER;
      for (let word = 0; word < 2; word += 1) {
        for (let sets = reached[2 * row + word]!; sets !== 0; sets &= sets - 1) {
          const set = 32 * word + 31 - Math.clz32(sets & -sets);
          const so = value[row * COLUMNS + set]!;
          this.reach(row + 1, set, so, -1);
          for (let at = first; at < end[row]!; at += 1) {
            const index = able[at]!;
            if ((set >> index) & 1 || (set & needs[index]!) !== needs[index]!) continue;
            this.reach(rowFrom[cell + width[items[index]!]!]!, set | (1 << index), so + ableWorth[at]!, first + index);
          }
        }
      }
    }
    return this.follow(rows, items);
  }

  /** Fixes an item at a cell. */
  fix(item: number, cell: number): void {
    this.fixed.fix(item, cell, cell + this.options.width[item]!, this.worth[item * this.cells + cell]!);
  }

  /** What items are worth together where they start; -1 = nowhere. */
  worthOf(at: Int32Array): number {
    let sum = 0;
    for (let item = 0; item < at.length; item += 1)
      if (at[item]! >= 0) sum += this.worth[item * this.cells + at[item]!]!;
    return sum;
  }

  /** Lists who can start where, cell by cell; gives the number of rows. */
  private listRows(items: readonly number[]): number {
    const { able, ableWorth, cells, end, fixed, rowCell, rowFrom, worth } = this;
    const { width } = this.options;
    let rows = 0;
    for (let cell = 0; cell < cells; cell += 1) {
      rowFrom[cell] = rows;
      let at = rows * LAST_TOGETHER;
      for (let index = 0; index < items.length; index += 1) {
        const item = items[index]!;
        const own = worth[item * cells + cell]!;
        if (own < 0 || !fixed.fits(item, cell, cell + width[item]!)) continue;
        able[at] = index;
        ableWorth[at] = own;
        at += 1;
      }
      if (at === rows * LAST_TOGETHER) continue;
      rowCell[rows] = cell;
      end[rows] = at;
      rows += 1;
    }
    rowFrom.fill(rows, cells);
    return rows;
  }

  /** Notes a way to have laid a set up to a row, if it is the best so far. */
  private reach(row: number, set: number, worth: number, choice: number): void {
    const { value, reached } = this;
    const word = 2 * row + (set >> 5);
    const bit = 1 << (set & 31);
    const then = row * COLUMNS + set;
    if ((reached[word]! & bit) !== 0 && worth <= value[then]!) return;
    reached[word]! |= bit;
    value[then] = worth;
    this.choice[then] = choice;
  }

  /** The way to the most items laid, and of those to the most worth; gives how many. */
  private follow(rows: number, items: readonly number[]): number {
    const { choice, found, reached, rowCell, value } = this;
    let best = 0;
    let most = 0;
    for (let set = 1; set < 1 << items.length; set += 1) {
      if (((reached[2 * rows + (set >> 5)]! >> (set & 31)) & 1) === 0) continue;
      const many = bitsOf(set);
      if (many < most || (many === most && value[rows * COLUMNS + set]! <= value[rows * COLUMNS + best]!)) continue;
      best = set;
      most = many;
    }
    found.fill(-1);
    for (let row = rows, set = best; set > 0; ) {
      const made = choice[row * COLUMNS + set]!;
      if (made < 0) {
        row -= 1;
        continue;
      }
      const index = made % LAST_TOGETHER;
      row = (made - index) / LAST_TOGETHER;
      found[index] = rowCell[row]!;
      set &= ~(1 << index);
    }
    return most;
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
