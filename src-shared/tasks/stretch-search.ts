// The best way to lay a few lifted items on the cells they held and the idle ones around: exact, over all sets of items laid so far.
import { type Arrangement, IDLE, MOST_CELLS, type Stretch } from './arrangement';
import type { Dive } from './dive';
import type { StartOptions } from './start-options';
import { StretchProof, startsOn, TOGETHER } from './stretch-proof';

/** Columns of the table: sets of lifted items. */
const SETS = 1 << TOGETHER;
const TINY = 1e-9;

export class StretchSearch {
  private readonly options: StartOptions;
  private readonly arrangement: Arrangement;
  private readonly worth: Float64Array;
  private readonly duals: Pick<Dive, 'price' | 'onwards'>;
  private readonly closer: Float64Array;
  private readonly itemsOf: readonly (readonly number[])[];
  /** The lifted items and where they stood. */
  private readonly items = new Int32Array(TOGETHER);
  private readonly stood = new Int32Array(TOGETHER);
  private many = 0;
  /** The set that must be laid before each of them, and between which minutes it may start. */
  private readonly needs = new Int32Array(TOGETHER);
  private readonly lowest = new Float64Array(TOGETHER);
  private readonly highest = new Float64Array(TOGETHER);
  /** The most each may lose against the bound, where it starts. */
  private readonly mayLose = new Float64Array(TOGETHER);
  private tables = tablesFor(MOST_CELLS);

  /** `worth` of each item at each cell, one row of cells an item, -1 = not possible; at most `closer` of each item more than the options say. */
  constructor(
    options: StartOptions,
    duals: Pick<Dive, 'price' | 'onwards'>,
    itemsOf: readonly (readonly number[])[],
    arrangement: Arrangement,
    worth: Float64Array,
    closer: Float64Array,
  ) {
    this.options = options;
    this.duals = duals;
    this.itemsOf = itemsOf;
    this.arrangement = arrangement;
    this.worth = worth;
    this.closer = closer;
  }

  /**
   * Lays the items of one stretch, or of two, as well as their cells allow. False, and nothing changed, when that gains no more than `leastGain`.
   * `loss`: what they lose against the bound as they lie.
   */
  betters(leastGain: number, loss: number, early: Stretch, late: Stretch | null): boolean {
    this.many = 0;
    this.lift(early);
    if (late !== null) this.lift(late);
    const { items, many, stood, arrangement } = this;
    let before = 0;
    for (let index = 0; index < many; index += 1) before += this.worthAt(items[index]!, stood[index]!);
    this.findLimits(loss - leastGain);
    this.findStarts(early, late);
    const { proof, starts } = this.tables;
    for (let index = 0; index < many; index += 1) proof.price[index] = this.duals.price[items[index]!]!;
    const goal = before + leastGain;
    if (proof.couldBeat(goal, starts, many) && this.fill(goal) > goal) {
      this.layBest();
      arrangement.sort();
      return true;
    }
    for (let index = 0; index < many; index += 1) arrangement.lay(items[index]!, stood[index]!);
    return false;
  }

  private lift({ first, items }: Stretch): void {
    const { arrangement } = this;
    for (let place = first; place < first + items; place += 1) {
      const item = arrangement.order[place]!;
      this.items[this.many] = item;
      this.stood[this.many] = arrangement.at[item]!;
      this.many += 1;
      arrangement.lift(item);
    }
  }

  private worthAt(item: number, cell: number): number {
    return this.worth[item * this.options.cells + cell]!;
  }

  /**
   * What must be laid before each item, and between which minutes it may start, by everything it waits for or that waits for it.
   * `mayLose`: all together against the bound. None loses less than nothing, but by what being closer to its project than the bound knows is worth.
   */
  private findLimits(mayLose: number): void {
    const { items, many, needs, lowest, highest } = this;
    let closer = TINY;
    for (let index = 0; index < many; index += 1) closer += this.closer[items[index]!]!;
    const { at } = this.arrangement;
    const { items: all, precedence, cellStart } = this.options;
    for (let index = 0; index < many; index += 1) {
      const { task, minutes } = all[items[index]!]!;
      this.mayLose[index] = mayLose + closer - this.closer[items[index]!]!;
      needs[index] = 0;
      lowest[index] = Number.NEGATIVE_INFINITY;
      highest[index] = Number.POSITIVE_INFINITY;
      for (const far of precedence.before[task]!) {
        for (const other of this.itemsOf[far.task]!) {
          const position = this.positionOf(other);
          if (position >= 0) needs[index]! |= 1 << position;
          else if (at[other]! >= 0)
            lowest[index] = Math.max(lowest[index]!, cellStart[at[other]!]! + all[other]!.minutes);
        }
      }
      for (const far of precedence.after[task]!) {
        for (const other of this.itemsOf[far.task]!) {
          if (at[other]! >= 0 && this.positionOf(other) < 0)
            highest[index] = Math.min(highest[index]!, cellStart[at[other]!]! - minutes);
        }
      }
    }
  }

  /** Position of an item among the lifted; -1 when it is not one. */
  private positionOf(item: number): number {
    for (let index = 0; index < this.many; index += 1) if (this.items[index] === item) return index;
    return -1;
  }

  /** Every start the lifted items could have on the free cells without losing too much, from the last cell on. */
  private findStarts(early: Stretch, late: Stretch | null): void {
    const { items, many, lowest, highest, mayLose, arrangement } = this;
    const { width, cellStart } = this.options;
    const { price, onwards } = this.duals;
    const cells = early.to - early.from + (late === null ? 0 : late.to - late.from);
    if (this.tables.cellOf.length <= cells) this.tables = tablesFor(cells);
    const { starts, cellOf, nodeFrom } = this.tables;
    let rows = 0;
    let node = 0;
    let start = 0;
    let inARow = 0;
    nodeFrom[0] = 0;
    for (let stretch = late ?? early; ; stretch = early) {
      for (let cell = stretch.to - 1; cell >= stretch.from; cell -= 1) {
        if (arrangement.holder[cell] !== IDLE) {
          inARow = 0;
          continue;
        }
        rows += 1;
        inARow += 1;
        const at = cellStart[cell]!;
        const before = start;
        for (let index = 0; index < many; index += 1) {
          const item = items[index]!;
          const own = this.worthAt(item, cell);
          const wide = width[item]!;
          if (own < 0 || wide > inARow || at < lowest[index]! || at > highest[index]!) continue;
          if (onwards[cell]! - own + price[item]! - onwards[cell + wide]! > mayLose[index]!) continue;
          starts.index[start] = index;
          starts.worth[start] = own;
          starts.next[start] = nodeFrom[rows - wide]!;
          start += 1;
        }
        if (start > before) {
          node += 1;
          cellOf[node] = cell;
          starts.end[node] = start;
        }
        nodeFrom[rows] = node;
      }
      if (stretch === early) break;
      if (early.to !== stretch.from) inARow = 0;
    }
    starts.nodes = node;
  }

  /** Fills the table with every set that can still reach the goal; gives the most all items can be laid for, or minus infinity. */
  private fill(goal: number): number {
    const { needs } = this;
    const { starts, net, value, choice, reached, proof } = this.tables;
    const { nodes, end, index, next } = starts;
    const { price, most } = proof;
    let prices = 0;
    for (let one = 0; one < this.many; one += 1) prices += price[one]!;
    for (let start = 0; start < end[nodes]!; start += 1) net[start] = starts.worth[start]! - price[index[start]!]!;
    // Not even the most that can follow would reach the goal with less.
    const short = goal - prices;
    reached.fill(0, 0, 2 * (nodes + 1));
    value[nodes * SETS] = 0;
    reached[2 * nodes] = 1;
    const reach = (node: number, set: number, worth: number, start: number): void => {
      if (worth + most[node]! < short) return;
      const word = 2 * node + (set >> 5);
      const bit = 1 << (set & 31);
      const then = node * SETS + set;
      if ((reached[word]! & bit) !== 0 && worth <= value[then]!) return;
      reached[word]! |= bit;
      value[then] = worth;
      choice[then] = start;
    };
    for (let node = nodes; node > 0; node -= 1) {
      for (let word = 0; word < 2; word += 1) {
        for (let sets = reached[2 * node + word]!; sets !== 0; sets &= sets - 1) {
          const set = 32 * word + 31 - Math.clz32(sets & -sets);
          const so = value[node * SETS + set]!;
          reach(node - 1, set, so, -1);
          for (let start = end[node - 1]!; start < end[node]!; start += 1) {
            const one = index[start]!;
            if ((set >> one) & 1 || (set & needs[one]!) !== needs[one]!) continue;
            reach(next[start]!, set | (1 << one), so + net[start]!, start);
          }
        }
      }
    }
    const all = (1 << this.many) - 1;
    const isReached = ((reached[all >> 5]! >> (all & 31)) & 1) === 1;
    return isReached ? value[all]! + prices : Number.NEGATIVE_INFINITY;
  }

  /** Lays all items as the table says. */
  private layBest(): void {
    const { starts, cellOf, choice } = this.tables;
    const { end, index } = starts;
    let set = (1 << this.many) - 1;
    for (let node = 0; set !== 0; ) {
      const start = choice[node * SETS + set]!;
      if (start < 0) {
        node += 1;
        continue;
      }
      // The node a start belongs to is not noted at the start: it lies close behind.
      while (end[node]! <= start) node += 1;
      set &= ~(1 << index[start]!);
      this.arrangement.lay(this.items[index[start]!]!, cellOf[node]!);
    }
  }
}

function tablesFor(cells: number) {
  return {
    starts: startsOn(cells),
    /** Cell of each node. */
    cellOf: new Int32Array(cells + 1),
    /** The first node at or behind each free cell, counted from the last. */
    nodeFrom: new Int32Array(cells + 1),
    /** Worth of each start less the price of its item. */
    net: new Float64Array(cells * TOGETHER),
    /** The most a set is worth that is laid before each node, less its prices, and by which start: -1 = by none. */
    value: new Float64Array((cells + 1) * SETS),
    choice: new Int32Array((cells + 1) * SETS),
    /** Two words of bits a node: the sets reached there. Of 64 a handful is; nothing else of `value` and `choice` holds. */
    reached: new Int32Array(2 * (cells + 1)),
    proof: new StretchProof(cells),
  };
}
