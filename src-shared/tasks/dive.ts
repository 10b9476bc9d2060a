// Where each task would start in the best schedule, almost: the time-indexed program relaxed and then fixed step by step.
// Relaxed is "each piece of work once": every item gets a price, and one pass over the cells from the last to the first finds the dearest schedule in which an
// item may stand twice or not at all. Prices of what stands twice rise and of what is missing fall (subgradient; after Abdul-Razaq & Potts 1988, Sourd 2009).
// Then the starts that nearly every such schedule agrees on are fixed, and prices are mended for the rest, until all is fixed or nothing fits.
import type { Precedence } from './precedence';
import type { StartOptions } from './start-options';
import type { TaskDemand } from './task-demand';

export interface Dive {
  /** Cell of each item's start; -1 = it found none. */
  readonly cells: Int32Array;
  /** No schedule of everything in time is worth more, with neighbours and projects at what the options count for them. */
  readonly bound: number;
  /** The prices behind the bound, and what the cells from each one on are worth at them: what a choice loses against the bound can be read from these. */
  readonly price: Float64Array;
  readonly onwards: Float64Array;
  /** Options looked at. */
  readonly looks: number;
}

const FIRST_ROUNDS = 20;
const ROUNDS_BETWEEN = 5;
/** Of the open items, so many are fixed at a time. */
const FIXED_SHARE = 0.25;
/** An option whose best schedule loses more than this share of the bound is out. */
const HOPELESS = 0.003;
/** How far below the bound the best schedule is thought to be, to size the steps: at first, and when only the rest is mended. */
const FIRST_GAP = 0.05;
const LATER_GAP = 0.005;
/** After a round that brought no better bound, the gap is thought to be smaller. */
const SMALLER = 0.8;
/** So much of the way comes from the rounds before: prices that swing find their middle. */
const MOMENTUM = 0.35;
/** Dives, at most: what found no start in one goes first in the next. */
const ATTEMPTS = 3;

/** Beyond every cell. */
const NEVER = 0x7fff_ffff;

export function dive(demands: readonly TaskDemand[], options: StartOptions): Dive {
  return new Diver(demands, options).run();
}

/** Only the bound, settled for so many rounds. Proven for tasks without projects, all of them placed in time. */
export function priceBound(demands: readonly TaskDemand[], options: StartOptions, rounds: number): number {
  return new Diver(demands, options).boundAfter(rounds);
}

/** Which options are left, as `StartOptions` has them, with what is derived from them. */
interface Left {
  readonly from: Int32Array;
  readonly item: Int32Array;
  readonly worth: Float64Array;
  readonly next: Int32Array;
}

class Diver {
  private readonly precedence: Precedence;
  private readonly options: StartOptions;
  private readonly cells: number;
  private readonly cellStart: Int32Array;
  private readonly from: Int32Array;
  private readonly item: Int32Array;
  private readonly worth: Float64Array;
  private readonly next: Int32Array;
  private readonly often: Float64Array;
  private readonly price: Float64Array;
  private readonly bestPrice: Float64Array;
  /** Items that have a start at all. */
  private readonly hasOption: Uint8Array;
  private readonly direction: Float64Array;
  private readonly count: Int32Array;
  /** Value of the best schedule from a cell on. */
  private readonly onwards: Float64Array;
  private readonly chosen: Int32Array;
  private readonly fixedAt: Int32Array;
  /** The first taken cell at or after each: what starts at a cell fits before it or not at all. */
  private readonly nextTaken: Int32Array;
  private readonly earliest: Int32Array;
  private readonly latest: Int32Array;
  /** How many options each item has left. */
  private readonly left: Int32Array;
  /** The options of item i, in order of time, are `own[ownFrom[i]]` up to, not including, `own[ownFrom[i + 1]]`; with their cells. */
  private readonly ownFrom: Int32Array;
  private readonly own: Int32Array;
  private readonly filled: Int32Array;
  private readonly ownCell: Int32Array;
  /** Whether these lists hold: they are asked for less often than options go. */
  private ownListed = false;
  private readonly itemsOf: readonly (readonly number[])[];
  private readonly width: Int32Array;
  private readonly widest: number;
  private readonly taskOf: Int32Array;
  private readonly minutesOf: Int32Array;
  private fixedWorth = 0;
  private open: number;
  private looks = 0;

  constructor(demands: readonly TaskDemand[], options: StartOptions) {
    this.precedence = options.precedence;
    this.options = options;
    const { items, cells, width } = options;
    this.cells = cells;
    this.cellStart = options.cellStart;
    this.from = options.from.slice();
    this.item = options.item.slice();
    this.worth = options.worth.slice();
    const widest = width.reduce((most, one) => Math.max(most, one), 0);
    this.width = width;
    this.widest = widest;
    this.taskOf = Int32Array.from(items, ({ task }) => task);
    this.minutesOf = Int32Array.from(items, ({ minutes }) => minutes);
    this.left = new Int32Array(items.length);
    this.ownFrom = new Int32Array(items.length + 1);
    this.own = new Int32Array(this.item.length);
    this.filled = new Int32Array(items.length + 1);
    this.ownCell = new Int32Array(this.item.length);
    const itemsOf: number[][] = demands.map(() => []);
    items.forEach(({ task }, item) => {
      itemsOf[task]!.push(item);
    });
    this.itemsOf = itemsOf;
    this.next = new Int32Array(this.item.length);
    this.often = new Float64Array(this.item.length);
    this.price = new Float64Array(items.length);
    this.bestPrice = new Float64Array(items.length);
    this.hasOption = new Uint8Array(items.length);
    this.direction = new Float64Array(items.length);
    this.count = new Int32Array(items.length);
    this.onwards = new Float64Array(cells + widest + 1);
    this.chosen = new Int32Array(cells);
    this.fixedAt = new Int32Array(items.length).fill(-1);
    this.nextTaken = new Int32Array(cells + widest + 1).fill(NEVER);
    this.earliest = new Int32Array(demands.length).fill(-1);
    this.latest = new Int32Array(demands.length).fill(0x7fff_ffff);
    this.open = items.length;
    for (let cell = 0; cell < cells; cell += 1) {
      for (let at = this.from[cell]!; at < this.from[cell + 1]!; at += 1) {
        const item = this.item[at]!;
        this.next[at] = cell + width[item]!;
        this.hasOption[item] = 1;
        if (this.worth[at]! > this.price[item]!) this.price[item] = this.worth[at]!;
      }
    }
  }

  boundAfter(rounds: number): number {
    return this.settlePrices(rounds, FIRST_GAP);
  }

  run(): Dive {
    const bound = this.settlePrices(FIRST_ROUNDS, FIRST_GAP);
    this.price.set(this.bestPrice);
    this.dropHopeless(bound);
    const onwards = this.onwards.slice();
    const price = this.price.slice();
    const begin = this.copyLeft();
    const first: number[] = [];
    let best = this.fixedAt.slice();
    let fewest = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < ATTEMPTS && fewest > 0; attempt += 1) {
      if (attempt > 0) this.restore(begin, price);
      for (const item of first) this.fixBest(item, onwards);
      while (this.open > 0 && this.fixSome()) this.settlePrices(ROUNDS_BETWEEN, LATER_GAP);
      const missing: number[] = [];
      this.fixedAt.forEach((cell, item) => {
        if (cell < 0 && this.hasOption[item] === 1) missing.push(item);
      });
      if (missing.length < fewest) {
        fewest = missing.length;
        best = this.fixedAt.slice();
      }
      for (const item of missing) if (!first.includes(item)) first.unshift(item);
    }
    return { cells: best, bound, price, onwards, looks: this.looks };
  }

  private copyLeft(): Left {
    const kept = this.from[this.cells]!;
    return {
      from: this.from.slice(),
      item: this.item.slice(0, kept),
      worth: this.worth.slice(0, kept),
      next: this.next.slice(0, kept),
    };
  }

  private restore(left: Left, price: Float64Array): void {
    this.from.set(left.from);
    this.item.set(left.item);
    this.worth.set(left.worth);
    this.next.set(left.next);
    this.price.set(price);
    this.often.fill(0);
    this.fixedAt.fill(-1);
    this.nextTaken.fill(NEVER);
    this.earliest.fill(-1);
    this.latest.fill(0x7fff_ffff);
    this.fixedWorth = 0;
    this.open = this.fixedAt.length;
    this.countLeft();
    this.schedule();
    this.follow();
  }

  /** Fixes one item at the start that loses least against the bound. */
  private fixBest(item: number, onwards: Float64Array): void {
    let least = Number.POSITIVE_INFINITY;
    let bestAt = -1;
    this.listOwn();
    for (let position = this.ownFrom[item]!; position < this.ownFrom[item + 1]!; position += 1) {
      const at = this.own[position]!;
      const cell = this.ownCell[position]!;
      const lost = onwards[cell]! - this.worth[at]! - onwards[this.next[at]!]!;
      if (lost < least && this.fits(at, cell) && !this.strands(at, cell)) {
        least = lost;
        bestAt = at;
      }
    }
    if (bestAt < 0) return;
    this.fix(bestAt);
    this.keepOptions((at, cell) => this.fixedAt[this.item[at]!]! < 0 && this.fits(at, cell));
    this.settlePrices(ROUNDS_BETWEEN, LATER_GAP);
  }

  /** Rounds of the subgradient method; gives the least bound seen. */
  private settlePrices(rounds: number, thoughtGap: number): number {
    const { price, bestPrice, direction, count, options } = this;
    const items = options.items.length;
    let least = Number.POSITIVE_INFINITY;
    let gap = thoughtGap;
    for (let round = 0; round < rounds; round += 1) {
      let bound = this.schedule() + this.fixedWorth;
      for (let item = 0; item < items; item += 1) if (this.fixedAt[item]! < 0) bound += price[item]!;
      this.follow();
      if (bound < least) {
        least = bound;
        bestPrice.set(price);
      } else {
        gap *= SMALLER;
      }
      let norm = 0;
      for (let item = 0; item < items; item += 1) {
        if (this.fixedAt[item]! >= 0) continue;
        const wrong = count[item]! - 1;
        const way = round === 0 ? wrong : MOMENTUM * direction[item]! + (1 - MOMENTUM) * wrong;
        direction[item] = way;
        norm += way * way;
      }
      if (norm === 0) break;
      const size = (bound - least * (1 - gap)) / norm;
      for (let item = 0; item < items; item += 1) if (this.fixedAt[item]! < 0) price[item]! += size * direction[item]!;
    }
    return least;
  }

  /** The dearest schedule at the present prices, from the last cell to the first. */
  private schedule(): number {
    const { from, item, worth, next, price, onwards, chosen } = this;
    this.looks += from[this.cells]!;
    // Nothing but the way out stands after the loop: a first call that is compiled inside it has not seen what follows, and would fall back to slow code in every plan.
    let best = 0;
    for (let cell = this.cells - 1; cell >= 0; cell -= 1) {
      let choice = -1;
      for (let at = from[cell]!, end = from[cell + 1]!; at < end; at += 1) {
        const value = worth[at]! - price[item[at]!]! + onwards[next[at]!]!;
        if (value > best) {
          best = value;
          choice = at;
        }
      }
      onwards[cell] = best;
      chosen[cell] = choice;
    }
    return best;
  }

  /** Counts how often each item stands in the schedule. */
  private follow(): void {
    this.count.fill(0);
    for (let cell = 0; cell < this.cells; ) {
      const choice = this.chosen[cell]!;
      if (choice < 0) {
        cell += 1;
        continue;
      }
      this.count[this.item[choice]!]! += 1;
      this.often[choice]! += 1;
      cell = this.next[choice]!;
    }
  }

  /** Takes out the options that no schedule near the bound uses. */
  private dropHopeless(bound: number): void {
    const best = this.schedule();
    const least = best - HOPELESS * bound;
    const { from, item, worth, next, price, onwards } = this;
    const until = new Float64Array(onwards.length).fill(Number.NEGATIVE_INFINITY);
    until[0] = 0;
    for (let cell = 0; cell < this.cells; cell += 1) {
      if (until[cell]! > until[cell + 1]!) until[cell + 1] = until[cell]!;
      for (let at = from[cell]!, end = from[cell + 1]!; at < end; at += 1) {
        const value = until[cell]! + worth[at]! - price[item[at]!]!;
        if (value > until[next[at]!]!) until[next[at]!] = value;
      }
    }
    this.keepOptions((at, cell) => until[cell]! + worth[at]! - price[item[at]!]! + onwards[next[at]!]! >= least);
  }

  /** Fixes the starts most schedules agree on, and takes out what they rule out. False when nothing more can be fixed. */
  private fixSome(): boolean {
    let most = 0;
    for (let at = 0, end = this.from[this.cells]!; at < end; at += 1) most = Math.max(most, this.often[at]!);
    const agreed = this.byAgreement(most / 2, Number.POSITIVE_INFINITY);
    const wanted = Math.max(1, Math.ceil(this.open * FIXED_SHARE));
    let fixed = 0;
    for (const at of agreed) {
      if (fixed === wanted) break;
      if (!this.isOpen(at) || this.strands(at, this.cellOf(at))) continue;
      this.fix(at);
      fixed += 1;
    }
    if (fixed === 0 && !this.fixRare(agreed, most / 2)) return false;
    this.keepOptions((at, cell) => this.fixedAt[this.item[at]!]! < 0 && this.fits(at, cell));
    return true;
  }

  /** Fixes one start that few schedules agree on; when every choice leaves somebody without a start, the best there is. */
  private fixRare(agreed: readonly number[], below: number): boolean {
    const rare = this.byAgreement(Number.MIN_VALUE, below);
    const chosen =
      rare.find((at) => this.isOpen(at) && !this.strands(at, this.cellOf(at))) ??
      agreed.find((at) => this.isOpen(at)) ??
      rare.find((at) => this.isOpen(at));
    if (chosen !== undefined) this.fix(chosen);
    return chosen !== undefined;
  }

  private isOpen(at: number): boolean {
    return this.fixedAt[this.item[at]!]! < 0 && this.fits(at, this.cellOf(at));
  }

  private cellOf(at: number): number {
    return this.next[at]! - this.width[this.item[at]!]!;
  }

  /** The starts that so many schedules agree on, `least` or more and fewer than `below`: those with most first, then those worth most. */
  private byAgreement(least: number, below: number): number[] {
    const { often, worth } = this;
    const seen: number[] = [];
    for (let at = 0, end = this.from[this.cells]!; at < end; at += 1) {
      if (often[at]! > 0 && often[at]! >= least && often[at]! < below) seen.push(at);
    }
    return seen.sort((a, b) => often[b]! - often[a]! || worth[b]! - worth[a]! || a - b);
  }

  private fits(at: number, cell: number): boolean {
    if (this.nextTaken[cell]! < this.next[at]!) return false;
    const item = this.item[at]!;
    const task = this.taskOf[item]!;
    const start = this.cellStart[cell]!;
    return start >= this.earliest[task]! && start + this.minutesOf[item]! <= this.latest[task]!;
  }

  /** Whether some open item would have no start left, its place taken or its dependency too late. */
  private strands(at: number, cell: number): boolean {
    const { left, item, fixedAt, count: lost } = this;
    const task = this.taskOf[item[at]!]!;
    const minutes = this.minutesOf[item[at]!]!;
    const end = this.next[at]!;
    lost.fill(0);
    for (let begin = Math.max(0, cell - this.widest); begin < end && begin < this.cells; begin += 1) {
      for (let other = this.from[begin]!; other < this.from[begin + 1]!; other += 1) {
        if (begin >= cell || this.next[other]! > cell) lost[item[other]!]! += 1;
      }
    }
    const { before, after } = this.precedence;
    const start = this.cellStart[cell]!;
    for (const far of before[task]!) this.countLost(far.task, cell, end, Number.NEGATIVE_INFINITY, start - far.apart);
    for (const far of after[task]!)
      this.countLost(far.task, cell, end, start + minutes + far.apart, Number.POSITIVE_INFINITY);
    for (let other = 0; other < left.length; other += 1) {
      if (other !== item[at]! && fixedAt[other]! < 0 && left[other]! > 0 && lost[other]! === left[other]!) return true;
    }
    return false;
  }

  /** Counts the options of a task that start before `earliest` or end after `latest`; those that reach into the cells up to `end` are counted already. */
  private countLost(task: number, cell: number, end: number, earliest: number, latest: number): void {
    this.listOwn();
    for (const item of this.itemsOf[task]!) {
      const minutes = this.minutesOf[item]!;
      for (let position = this.ownFrom[item]!; position < this.ownFrom[item + 1]!; position += 1) {
        const begin = this.ownCell[position]!;
        if (begin < end && this.next[this.own[position]!]! > cell) continue;
        const start = this.cellStart[begin]!;
        if (start < earliest || start + minutes > latest) this.count[item]! += 1;
      }
    }
  }

  private fix(at: number): void {
    const item = this.item[at]!;
    const task = this.taskOf[item]!;
    const minutes = this.minutesOf[item]!;
    const cell = this.cellOf(at);
    const start = this.cellStart[cell]!;
    this.fixedAt[item] = cell;
    this.fixedWorth += this.worth[at]!;
    this.open -= 1;
    for (let taken = cell; taken < this.next[at]!; taken += 1) this.nextTaken[taken] = taken;
    for (let before = cell - 1; before >= 0 && this.nextTaken[before]! > cell; before -= 1)
      this.nextTaken[before] = cell;
    for (const far of this.precedence.before[task]!)
      this.latest[far.task] = Math.min(this.latest[far.task]!, start - far.apart);
    for (const far of this.precedence.after[task]!)
      this.earliest[far.task] = Math.max(this.earliest[far.task]!, start + minutes + far.apart);
  }

  private keepOptions(keeps: (at: number, cell: number) => boolean): void {
    const { from, item, worth, next, often } = this;
    let kept = 0;
    let begin = from[0]!;
    for (let cell = 0; cell < this.cells; cell += 1) {
      const end = from[cell + 1]!;
      from[cell] = kept;
      for (let at = begin; at < end; at += 1) {
        if (!keeps(at, cell)) continue;
        item[kept] = item[at]!;
        worth[kept] = worth[at]!;
        next[kept] = next[at]!;
        // What earlier rounds agreed on counts less than what the next will.
        often[kept] = often[at]! * 0.3;
        kept += 1;
      }
      begin = end;
    }
    from[this.cells] = kept;
    this.countLeft();
  }

  private countLeft(): void {
    const { from, item, left } = this;
    left.fill(0);
    for (let at = 0, end = from[this.cells]!; at < end; at += 1) left[item[at]!]! += 1;
    this.ownListed = false;
  }

  /** Lists the options item by item, if the lists do not hold any more. */
  private listOwn(): void {
    if (this.ownListed) return;
    this.ownListed = true;
    const { from, item, left, filled, ownFrom, own, ownCell } = this;
    for (let one = 0; one < left.length; one += 1) ownFrom[one + 1] = ownFrom[one]! + left[one]!;
    filled.set(ownFrom);
    for (let cell = 0; cell < this.cells; cell += 1) {
      for (let at = from[cell]!, end = from[cell + 1]!; at < end; at += 1) {
        const position = filled[item[at]!]!;
        own[position] = at;
        ownCell[position] = cell;
        filled[item[at]!] = position + 1;
      }
    }
  }
}
