// Exact search in small neighbourhoods: a few items lift off, and of all ways to lay them on the cells they held and the idle ones around, the best is taken.
// Prices that prove a bound for the whole schedule also bound what any such neighbourhood can gain: most are ruled out without a look.
import type { Dive } from './dive';
import type { StartOptions } from './start-options';
import { StretchProof, TOGETHER } from './stretch-proof';

/** Cells of a neighbourhood, at most: idle stretches beyond are cut off. */
const MOST_CELLS = 72;
/** Other places tried for an item, and the cells that must lie between them. */
const PLACES = 3;
const PLACES_APART = 6;
/** A neighbourhood that can gain less than this share of the bound is passed over. */
const LEAST_GAIN = 0.0002;
/** One that provably cannot gain this share of the bound is not searched to its end. */
const LEAST_TO_SEARCH = 0.0004;
/** Items between the first of one stretch in a row and of the next: half of what a stretch holds is in the next again. */
const STRIDE = TOGETHER / 2;

interface Stretch {
  from: number;
  to: number;
}

interface Pair {
  readonly item: number;
  readonly cell: number;
  readonly hope: number;
}

/**
 * Betters `cells` (start cell of each item; -1 = not placed, or outside the game) in place until nothing more is found or `steps` neighbourhoods
 * are searched. `taken` cells are held by what does not move. Gives the neighbourhoods searched and those that brought something.
 */
export function rearrange(
  options: StartOptions,
  duals: Dive,
  cells: Int32Array,
  taken: Uint8Array,
  steps: number,
): { tried: number; kept: number } {
  return new Rearranger(options, duals, cells, taken, steps).run();
}

class Rearranger {
  private readonly options: StartOptions;
  private readonly duals: Dive;
  private readonly at: Int32Array;
  private readonly count: number;
  private readonly steps: number;
  private readonly leastGain: number;
  private readonly leastToSearch: number;
  /** Worth of each item at each cell; -1 = not possible. */
  private readonly worth: Float64Array;
  /** Item on each cell, with its buffer; -1 idle, -2 held by what does not move. */
  private readonly holder: Int32Array;
  /** Items by their start, and the place of each in that order. */
  private readonly order: number[] = [];
  private value = new Float64Array(MOST_CELLS * (1 << TOGETHER));
  private choice = new Int16Array(MOST_CELLS * (1 << TOGETHER));
  /** Two words of bits a row: the sets reached there. Of 64 a handful is; nothing else of `value` and `choice` holds. */
  private reached = new Int32Array(2 * MOST_CELLS);
  private readonly proof = new StretchProof(MOST_CELLS);
  /** The cells of the neighbourhood that is searched. */
  private readonly free: Int32Array;
  /** Prices of the items that a set still lacks. */
  private readonly lacking = new Float64Array(1 << TOGETHER);
  /** Filled by `likedPlaces`, the one that loses least first. */
  private readonly liked = { cells: new Int32Array(PLACES), losses: new Float64Array(PLACES) };
  private tried = 0;
  private kept = 0;

  constructor(options: StartOptions, duals: Dive, cells: Int32Array, taken: Uint8Array, steps: number) {
    this.options = options;
    this.duals = duals;
    this.at = cells;
    this.count = options.cells;
    this.steps = steps;
    this.leastGain = LEAST_GAIN * duals.bound;
    this.leastToSearch = LEAST_TO_SEARCH * duals.bound;
    this.worth = new Float64Array(options.items.length * this.count).fill(-1);
    for (let cell = 0; cell < this.count; cell += 1) {
      for (let option = options.from[cell]!; option < options.from[cell + 1]!; option += 1)
        this.worth[options.item[option]! * this.count + cell] = options.worth[option]!;
    }
    this.holder = new Int32Array(this.count + 1).fill(-1);
    for (let cell = 0; cell < this.count; cell += 1) if (taken[cell] === 1) this.holder[cell] = -2;
    for (let item = 0; item < cells.length; item += 1) if (cells[item]! >= 0) this.lay(item, cells[item]!);
    this.free = new Int32Array(this.count);
    this.sort();
  }

  run(): { tried: number; kept: number } {
    for (let again = true; again && this.tried < this.steps; ) {
      const before = this.kept;
      this.sweep();
      this.swapAround();
      again = this.kept > before;
    }
    return { tried: this.tried, kept: this.kept };
  }

  /** Neighbourhoods of items that stand one after the other. */
  private sweep(): void {
    for (let first = 0; first < this.order.length && this.tried < this.steps; first += STRIDE) {
      const items = this.order.slice(first, first + TOGETHER);
      const stretch = this.around(first, items.length);
      if (this.lossIn(stretch) >= this.leastGain) this.search(items, [stretch]);
    }
  }

  /** Neighbourhoods around an item and around a place it would rather have, those with most to gain first. */
  private swapAround(): void {
    const half = TOGETHER / 2;
    const pairs: Pair[] = [];
    for (const item of this.order) {
      const own = this.lossIn(this.near(this.at[item]!, half).stretch);
      const places = this.likedPlaces(item);
      for (let place = 0; place < places; place += 1) {
        const cell = this.liked.cells[place]!;
        const hope = own + this.lossIn(this.near(cell, half).stretch) - this.liked.losses[place]!;
        if (hope >= this.leastGain) pairs.push({ item, cell, hope });
      }
    }
    pairs.sort((a, b) => b.hope - a.hope || a.item - b.item || a.cell - b.cell);
    for (const { item, cell } of pairs) {
      if (this.tried >= this.steps) return;
      const own = this.near(this.at[item]!, half);
      const other = this.near(cell, half);
      const [early, late] = own.first < other.first ? [own, other] : [other, own];
      if (early.first + half > late.first) continue;
      // The idle cells between two neighbourhoods belong to the earlier.
      late.stretch.from = Math.max(late.stretch.from, early.stretch.to);
      if (this.lossIn(early.stretch) + this.lossIn(late.stretch) < this.leastGain) continue;
      this.search(
        [...this.order.slice(early.first, early.first + half), ...this.order.slice(late.first, late.first + half)],
        [early.stretch, late.stretch],
      );
    }
  }

  /** Finds the places that lose an item least against the bound, apart from each other and from its own; gives how many. */
  private likedPlaces(item: number): number {
    const { onwards, price } = this.duals;
    const { cells, losses } = this.liked;
    const row = item * this.count;
    const width = this.options.width[item]!;
    const stands = this.at[item]!;
    let found = 0;
    for (let cell = 0; cell < this.count; cell += 1) {
      const worth = this.worth[row + cell]!;
      if (worth < 0 || Math.abs(cell - stands) < PLACES_APART) continue;
      const loss = onwards[cell]! - worth + price[item]! - onwards[cell + width]!;
      let gap = 0;
      while (gap < found && Math.abs(cells[gap]! - cell) >= PLACES_APART) gap += 1;
      // The new place takes the gap of the one it is too near to, or of the last, and moves up from there.
      if (gap < found) {
        if (losses[gap]! <= loss) continue;
      } else if (found < PLACES) {
        found += 1;
      } else {
        gap = PLACES - 1;
        if (losses[gap]! <= loss) continue;
      }
      for (; gap > 0 && losses[gap - 1]! > loss; gap -= 1) {
        cells[gap] = cells[gap - 1]!;
        losses[gap] = losses[gap - 1]!;
      }
      cells[gap] = cell;
      losses[gap] = loss;
    }
    return found;
  }

  /** So many items around a cell, and their stretch. */
  private near(cell: number, items: number): { first: number; stretch: Stretch } {
    let low = 0;
    let high = this.order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.at[this.order[middle]!]! < cell) low = middle + 1;
      else high = middle;
    }
    const first = Math.max(0, Math.min(low - (items >> 1), this.order.length - items));
    return { first, stretch: this.around(first, items) };
  }

  /** The cells of some items in a row and the idle ones beside them. */
  private around(first: number, items: number): Stretch {
    const { order, at } = this;
    const { width } = this.options;
    const last = Math.min(order.length, first + items) - 1;
    const start = at[order[first]!]!;
    const end = at[order[last]!]! + width[order[last]!]!;
    let from = start;
    let to = end;
    for (; from > 0 && this.holder[from - 1] === -1 && to - from < MOST_CELLS; from -= 1);
    for (; to < this.count && this.holder[to] === -1 && to - from < MOST_CELLS; to += 1);
    return { from, to };
  }

  /** What the present arrangement of a stretch loses against the bound: no other arrangement of it gains more. */
  private lossIn({ from, to }: Stretch): number {
    const { onwards, price } = this.duals;
    let loss = 0;
    for (let cell = from; cell < to; ) {
      const item = this.holder[cell]!;
      if (item < 0) {
        loss += onwards[cell]! - onwards[cell + 1]!;
        cell += 1;
        continue;
      }
      const end = cell + this.options.width[item]!;
      loss += onwards[cell]! - this.worth[item * this.count + cell]! + price[item]! - onwards[end]!;
      cell = end;
    }
    return loss;
  }

  /** Lays the items as well as the idle cells and their own allow. False, and nothing changed, when that is no better. */
  private search(items: readonly number[], stretches: readonly Stretch[]): boolean {
    this.tried += 1;
    const { at, worth, count } = this;
    const { width, cellStart } = this.options;
    const many = items.length;
    const all = (1 << many) - 1;
    const columns = all + 1;
    let before = 0;
    const stood = items.map((item) => at[item]!);
    for (const item of items) before += worth[item * count + at[item]!]!;
    for (const item of items) this.lift(item);
    const { needs, lowest, highest } = this.limitsOf(items);
    const { free } = this;
    let rows = 0;
    for (const { from, to } of stretches) {
      for (let cell = from; cell < to; cell += 1) {
        if (this.holder[cell] !== -1) continue;
        free[rows] = cell;
        rows += 1;
      }
    }
    if (this.value.length < (rows + 1) * columns) {
      this.value = new Float64Array((rows + 1) * columns);
      this.choice = new Int16Array((rows + 1) * columns);
      this.reached = new Int32Array(2 * (rows + 1));
      this.proof.grow(rows + 1);
    }
    const { lacking } = this;
    const { able, price } = this.proof;
    // Who can start at a row is asked once, not once a set.
    let inARow = 0;
    for (let row = rows - 1; row >= 0; row -= 1) {
      const cell = free[row]!;
      const start = cellStart[cell]!;
      inARow = row + 1 < rows && free[row + 1] === cell + 1 ? inARow + 1 : 1;
      let end = row * TOGETHER;
      for (let index = 0; index < many; index += 1) {
        const item = items[index]!;
        const own = worth[item * count + cell]!;
        if (own < 0 || width[item]! > inARow || start < lowest[index]! || start > highest[index]!) continue;
        able.index[end] = index;
        able.worth[end] = own;
        able.rows[end] = width[item]!;
        end += 1;
      }
      able.end[row] = end;
    }
    const prices = items.map((item) => this.duals.price[item]!);
    const goal = before + this.leastToSearch;
    if (!this.proof.couldBeat(goal, prices, rows)) {
      items.forEach((item, index) => {
        this.lay(item, stood[index]!);
      });
      return false;
    }
    lacking[all] = 0;
    for (let set = all - 1; set >= 0; set -= 1) {
      const lowestBit = ~set & (set + 1);
      lacking[set] = lacking[set | lowestBit]! + price[31 - Math.clz32(lowestBit)]!;
    }
    const { value, choice, reached } = this;
    reached.fill(0, 0, 2 * (rows + 1));
    value[0] = 0;
    reached[0] = 1;
    for (let row = 0; row < rows; row += 1) {
      const here = row * columns;
      const first = row * TOGETHER;
      const end = able.end[row]!;
      const short = goal - able.most[row]!;
      for (let word = 0; word < 2; word += 1) {
        for (let sets = reached[2 * row + word]!; sets !== 0; sets &= sets - 1) {
          const set = 32 * word + 31 - Math.clz32(sets & -sets);
          const so = value[here + set]!;
          // Not even the most that can follow would reach the goal.
          if (so + lacking[set]! < short) continue;
          this.reach(row + 1, columns, set, so, -1);
          for (let position = first; position < end; position += 1) {
            const index = able.index[position]!;
            if ((set >> index) & 1 || (set & needs[index]!) !== needs[index]!) continue;
            this.reach(row + able.rows[position]!, columns, set | (1 << index), so + able.worth[position]!, index);
          }
        }
      }
    }
    const last = rows * columns + all;
    const better = ((reached[2 * rows + (all >> 5)]! >> (all & 31)) & 1) === 1 && value[last]! > before + 1e-9;
    if (better) {
      for (let row = rows, set = all; row > 0; ) {
        const index = choice[row * columns + set]!;
        if (index < 0) {
          row -= 1;
          continue;
        }
        row -= width[items[index]!]!;
        set &= ~(1 << index);
        this.lay(items[index]!, free[row]!);
      }
      this.kept += 1;
      this.sort();
    } else {
      items.forEach((item, index) => {
        this.lay(item, stood[index]!);
      });
    }
    return better;
  }

  /** Notes a way to have laid a set up to a row, if it is the best so far. */
  private reach(row: number, columns: number, set: number, worth: number, index: number): void {
    const { value, choice, reached } = this;
    const word = 2 * row + (set >> 5);
    const bit = 1 << (set & 31);
    const then = row * columns + set;
    if ((reached[word]! & bit) !== 0 && worth <= value[then]!) return;
    reached[word]! |= bit;
    value[then] = worth;
    choice[then] = index;
  }

  /** What must be laid before each item, and between which minutes it may start, by everything it waits for or that waits for it. */
  private limitsOf(items: readonly number[]): { needs: Int32Array; lowest: Int32Array; highest: Int32Array } {
    const { items: all, precedence, cellStart } = this.options;
    const needs = new Int32Array(items.length);
    const lowest = new Int32Array(items.length);
    const highest = new Int32Array(items.length).fill(0x7fff_ffff);
    items.forEach((item, index) => {
      const { task, minutes } = all[item]!;
      if (precedence.before[task]!.length + precedence.after[task]!.length === 0) return;
      for (let other = 0; other < all.length; other += 1) {
        const its = all[other]!;
        const position = items.indexOf(other);
        if (precedence.before[task]!.some((far) => far.task === its.task)) {
          if (position >= 0) needs[index]! |= 1 << position;
          else if (this.at[other]! >= 0)
            lowest[index] = Math.max(lowest[index]!, cellStart[this.at[other]!]! + its.minutes);
        } else if (
          position < 0 &&
          this.at[other]! >= 0 &&
          precedence.after[task]!.some((far) => far.task === its.task)
        ) {
          highest[index] = Math.min(highest[index]!, cellStart[this.at[other]!]! - minutes);
        }
      }
    });
    return { needs, lowest, highest };
  }

  private lay(item: number, cell: number): void {
    this.at[item] = cell;
    this.holder.fill(item, cell, cell + this.options.width[item]!);
  }

  private lift(item: number): void {
    const cell = this.at[item]!;
    this.holder.fill(-1, cell, cell + this.options.width[item]!);
  }

  private sort(): void {
    this.order.length = 0;
    for (let item = 0; item < this.at.length; item += 1) if (this.at[item]! >= 0) this.order.push(item);
    this.order.sort((a, b) => this.at[a]! - this.at[b]!);
  }
}
