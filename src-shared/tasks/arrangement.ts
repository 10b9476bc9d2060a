// Where items lie while stretches of them are rearranged: the cell of each, who is on each cell, and the items in order of time.

/** Cells of a stretch, at most, unless its items alone take more: idle ones beyond are cut off. */
export const MOST_CELLS = 72;
/** On a cell nobody is on. */
export const IDLE = -1;
/** On a cell of what does not move. */
const HELD = -2;

/** Items in a row, their cells and the idle ones beside them. */
export interface Stretch {
  /** Place of the first item in the order, and how many there are. */
  readonly first: number;
  readonly items: number;
  from: number;
  readonly to: number;
}

export class Arrangement {
  /** Start cell of each item; -1 = not placed, or outside the game. */
  readonly at: Int32Array;
  /** Item on each cell, with its buffer. */
  readonly holder: Int32Array;
  /** The items in the game by their start. */
  readonly order: Int32Array;
  private readonly width: Int32Array;
  private readonly cells: number;

  /** `at` is changed in place. `taken` cells are held by what does not move. */
  constructor(at: Int32Array, width: Int32Array, taken: Uint8Array) {
    this.at = at;
    this.width = width;
    this.cells = taken.length;
    this.holder = new Int32Array(this.cells + 1);
    for (let cell = 0; cell < this.cells; cell += 1) this.holder[cell] = taken[cell] === 1 ? HELD : IDLE;
    this.holder[this.cells] = IDLE;
    this.order = Int32Array.from(at.keys()).filter((item) => at[item]! >= 0);
    for (const item of this.order) this.lay(item, at[item]!);
    this.sort();
  }

  lay(item: number, cell: number): void {
    this.at[item] = cell;
    this.hold(item, item);
  }

  /** Frees the cells of an item, which keeps its place in mind. */
  lift(item: number): void {
    this.hold(item, IDLE);
  }

  private hold(item: number, holder: number): void {
    const from = this.at[item]!;
    const to = from + this.width[item]!;
    for (let cell = from; cell < to; cell += 1) this.holder[cell] = holder;
  }

  /** Puts the order right after items were laid elsewhere: by insertion, because most stand right. */
  sort(): void {
    const { order, at } = this;
    for (let place = 1; place < order.length; place += 1) {
      const item = order[place]!;
      const cell = at[item]!;
      let before = place - 1;
      for (; before >= 0 && at[order[before]!]! > cell; before -= 1) order[before + 1] = order[before]!;
      order[before + 1] = item;
    }
  }

  /** So many items around a cell. */
  near(cell: number, items: number): Stretch {
    const { order, at } = this;
    let low = 0;
    let high = order.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at[order[middle]!]! < cell) low = middle + 1;
      else high = middle;
    }
    return this.around(Math.max(0, Math.min(low - (items >> 1), order.length - items)), items);
  }

  /** So many items from one on, or as many as there are. */
  around(first: number, wanted: number): Stretch {
    const { order, at, holder } = this;
    const items = Math.min(wanted, order.length - first);
    const last = order[first + items - 1]!;
    let from = at[order[first]!]!;
    let to = at[last]! + this.width[last]!;
    for (; from > 0 && holder[from - 1] === IDLE && to - from < MOST_CELLS; from -= 1);
    for (; to < this.cells && holder[to] === IDLE && to - from < MOST_CELLS; to += 1);
    return { first, items, from, to };
  }
}
