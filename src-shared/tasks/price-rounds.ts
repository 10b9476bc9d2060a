// What each item is worth in the best schedule, almost: prices under which the dearest schedule has every item about once.
// Relaxed is "each piece of work once": every item gets a price, and one pass over the cells from the last to the first finds the dearest schedule in which an
// item may stand twice or not at all. Prices of what stands twice rise and of what is missing fall (subgradient; after Abdul-Razaq & Potts 1988, Sourd 2009).
import { type StartOptions, widestOf } from './start-options';

/** Options cell by cell, as `StartOptions` has them. */
export interface OptionLists {
  readonly from: Int32Array;
  readonly item: Int32Array;
  readonly worth: Float64Array;
  readonly next: Int32Array;
}

/** How far below the bound the best schedule is thought to be, to size the steps: at first, and when only the rest is mended. */
const FIRST_GAP = 0.05;
const LATER_GAP = 0.005;
/** After a round that brought no better bound, the gap is thought to be smaller. */
const FIRST_SMALLER = 0.65;
const LATER_SMALLER = 0.8;
/** The step of an item that swings is halved, and of one that goes on the same way lengthened (after Riedmiller & Braun 1993). */
const SWINGING = 0.5;
const GOING_ON = 1.75;
/** When the rest is mended, so much of the way comes from the rounds before: prices that swing find their middle. */
const MOMENTUM = 0.35;

/** How far an item steps at first, by what it is worth at its dearest and by the cells it takes. */
const HEAVY = 0.65;
const LONG = 0.4;

export class PriceRounds {
  /** The options in the game. */
  lists: OptionLists;
  readonly price: Float64Array;
  /** How often each option stood in a schedule, earlier ones counting less once options were taken out. */
  readonly often: Float64Array;
  /** Value of the dearest schedule from a cell on. */
  readonly onwards: Float64Array;
  /** Options looked at. */
  looks = 0;
  private readonly cells: number;
  private readonly width: Int32Array;
  private readonly bestPrice: Float64Array;
  private readonly direction: Float64Array;
  /** How often each item stands in the present schedule. */
  private readonly count: Int32Array;
  private readonly chosen: Int32Array;

  constructor(options: StartOptions) {
    const { items, cells, width, most } = options;
    this.lists = options;
    this.cells = cells;
    this.width = width;
    this.bestPrice = new Float64Array(items.length);
    this.direction = new Float64Array(items.length);
    this.count = new Int32Array(items.length);
    this.often = new Float64Array(options.item.length);
    this.onwards = new Float64Array(cells + widestOf(options) + 1);
    this.chosen = new Int32Array(cells);
    this.price = most.slice();
  }

  /**
   * Finds prices from nothing, in so many rounds; gives the least bound seen and goes back to its prices. Every item steps as far as it is heavy and long,
   * shorter where it swings: the heavy need long steps to their price and the light would be thrown about by them.
   */
  find(rounds: number): number {
    const { price, bestPrice, onwards, count } = this;
    const bestOnwards = onwards.slice();
    const items = price.length;
    const step = price.map((most, item) => most ** HEAVY * this.width[item]! ** LONG);
    const wrongBefore = new Int32Array(items);
    let least = Number.POSITIVE_INFINITY;
    let gap = FIRST_GAP;
    for (let round = 0; round < rounds; round += 1) {
      // At the first prices, each item's dearest, nothing is worth laying.
      let bound = round === 0 ? 0 : this.schedule();
      for (let item = 0; item < items; item += 1) bound += price[item]!;
      if (round > 0) this.follow();
      if (bound < least) {
        least = bound;
        bestPrice.set(price);
        bestOnwards.set(onwards);
      } else {
        gap *= FIRST_SMALLER;
      }
      let norm = 0;
      for (let item = 0; item < items; item += 1) {
        const wrong = count[item]! - 1;
        const same = wrongBefore[item]! * wrong;
        if (same !== 0) step[item]! *= same < 0 ? SWINGING : GOING_ON;
        wrongBefore[item] = wrong;
        norm += wrong * wrong * step[item]!;
      }
      if (norm === 0) break;
      const size = (bound - least * (1 - gap)) / norm;
      for (let item = 0; item < items; item += 1) price[item]! += size * step[item]! * wrongBefore[item]!;
    }
    price.set(bestPrice);
    onwards.set(bestOnwards);
    return least;
  }

  /** Mends the prices of the items that have no start yet; `fixedWorth` is what the others are worth where they stand. */
  mend(rounds: number, fixedAt: Int32Array, fixedWorth: number): void {
    const { price, direction, count } = this;
    const items = price.length;
    let least = Number.POSITIVE_INFINITY;
    let gap = LATER_GAP;
    for (let round = 0; round < rounds; round += 1) {
      let bound = this.schedule() + fixedWorth;
      for (let item = 0; item < items; item += 1) if (fixedAt[item]! < 0) bound += price[item]!;
      this.follow();
      if (bound < least) least = bound;
      else gap *= LATER_SMALLER;
      let norm = 0;
      for (let item = 0; item < items; item += 1) {
        if (fixedAt[item]! >= 0) continue;
        const wrong = count[item]! - 1;
        const way = round === 0 ? wrong : MOMENTUM * direction[item]! + (1 - MOMENTUM) * wrong;
        direction[item] = way;
        norm += way * way;
      }
      if (norm === 0) break;
      const size = (bound - least * (1 - gap)) / norm;
      for (let item = 0; item < items; item += 1) if (fixedAt[item]! < 0) price[item]! += size * direction[item]!;
    }
  }

  /** The value of the dearest schedule at the present prices, from the last cell to the first. */
  schedule(): number {
    const { price, onwards, chosen } = this;
    const { from, item, worth, next } = this.lists;
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
  follow(): void {
    const { count, often, chosen } = this;
    const { item, next } = this.lists;
    count.fill(0);
    for (let cell = 0; cell < this.cells; ) {
      const choice = chosen[cell]!;
      if (choice < 0) {
        cell += 1;
        continue;
      }
      count[item[choice]!]! += 1;
      often[choice]! += 1;
      cell = next[choice]!;
    }
  }

  /** After `find`: the options that some schedule uses which is worth no more than `loss` less than the dearest, in lists of their own; how often they stood goes with them. */
  withoutHopeless(loss: number): OptionLists {
    const { price, onwards, often } = this;
    const least = onwards[0]! - loss;
    const { from, item, worth, next } = this.lists;
    const until = new Float64Array(onwards.length).fill(Number.NEGATIVE_INFINITY);
    until[0] = 0;
    const kept = { from: new Int32Array(from.length), at: new Int32Array(item.length) };
    let many = 0;
    for (let cell = 0; cell < this.cells; cell += 1) {
      if (until[cell]! > until[cell + 1]!) until[cell + 1] = until[cell]!;
      for (let at = from[cell]!, end = from[cell + 1]!; at < end; at += 1) {
        const value = until[cell]! + worth[at]! - price[item[at]!]!;
        if (value > until[next[at]!]!) until[next[at]!] = value;
        if (value + onwards[next[at]!]! < least) continue;
        kept.at[many] = at;
        many += 1;
      }
      kept.from[cell + 1] = many;
    }
    const lists = {
      from: kept.from,
      item: new Int32Array(many),
      worth: new Float64Array(many),
      next: new Int32Array(many),
    };
    for (let to = 0; to < many; to += 1) {
      const at = kept.at[to]!;
      lists.item[to] = item[at]!;
      lists.worth[to] = worth[at]!;
      lists.next[to] = next[at]!;
      often[to] = often[at]!;
    }
    return lists;
  }
}
