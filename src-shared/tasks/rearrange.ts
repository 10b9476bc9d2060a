// Exact search in small neighbourhoods: a few items lift off, and of all ways to lay them on the cells they held and the idle ones around, the best is taken.
// Prices that prove a bound for the whole schedule also bound what any such neighbourhood can gain: most are ruled out without a look.
import { Arrangement, type Stretch } from './arrangement';
import type { Dive } from './dive';
import type { NearWorth } from './near-worth';
import type { StartOptions } from './start-options';
import { TOGETHER } from './stretch-proof';
import { StretchSearch } from './stretch-search';

/** Other places tried for an item, and the cells that must lie between them. */
const PLACES = 3;
const PLACES_APART = 6;
/** A neighbourhood that can gain no more than this share of the bound is passed over. */
const LEAST_GAIN = 0.0002;
/** Items between the first of one stretch in a row and of the next: half of what a stretch holds is in the next again. */
const STRIDE = TOGETHER / 2;
/** Items around a place, where two are looked at together. */
const HALF = TOGETHER / 2;

interface Pair {
  readonly item: number;
  readonly cell: number;
  readonly hope: number;
}

/**
 * Betters `cells` (start cell of each item; -1 = not placed, or outside the game) in place until nothing more is found or `steps` neighbourhoods
 * are searched. `taken` cells are held by what does not move.
 * Gives the neighbourhoods searched and those that brought something.
 */
export function rearrange(
  options: StartOptions,
  duals: Dive,
  near: NearWorth,
  itemsOf: readonly (readonly number[])[],
  cells: Int32Array,
  taken: Uint8Array,
  steps: number,
): { tried: number; kept: number } {
  const arrangement = new Arrangement(cells, options.width, taken);
  const stretches = new StretchSearch(options, duals, itemsOf, arrangement, near.worth, near.closer);
  return new Rearranger(options, duals, near.worth, arrangement, stretches, steps).run();
}

class Rearranger {
  private readonly options: StartOptions;
  private readonly duals: Dive;
  private readonly worth: Float64Array;
  private readonly arrangement: Arrangement;
  private readonly stretches: StretchSearch;
  private readonly steps: number;
  private readonly leastGain: number;
  /** Filled by `findLiked`, the one that loses least first. */
  private readonly liked = { cells: new Int32Array(PLACES), losses: new Float64Array(PLACES) };
  private tried = 0;
  private kept = 0;

  constructor(
    options: StartOptions,
    duals: Dive,
    worth: Float64Array,
    arrangement: Arrangement,
    stretches: StretchSearch,
    steps: number,
  ) {
    this.options = options;
    this.duals = duals;
    this.worth = worth;
    this.arrangement = arrangement;
    this.stretches = stretches;
    this.steps = steps;
    this.leastGain = LEAST_GAIN * duals.bound;
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
    const { arrangement } = this;
    for (let first = 0; first < arrangement.order.length && this.tried < this.steps; first += STRIDE) {
      const stretch = arrangement.around(first, TOGETHER);
      this.search(this.lossIn(stretch), stretch, null);
    }
  }

  /** Neighbourhoods around an item and around a place it would rather have, those with most to gain first. */
  private swapAround(): void {
    const { arrangement, liked } = this;
    const pairs: Pair[] = [];
    for (const item of arrangement.order) {
      const own = this.lossIn(arrangement.near(arrangement.at[item]!, HALF));
      const places = this.findLiked(item);
      for (let place = 0; place < places; place += 1) {
        const cell = liked.cells[place]!;
        const hope = own + this.lossIn(arrangement.near(cell, HALF)) - liked.losses[place]!;
        if (hope >= this.leastGain) pairs.push({ item, cell, hope });
      }
    }
    pairs.sort((a, b) => b.hope - a.hope || a.item - b.item || a.cell - b.cell);
    for (const { item, cell } of pairs) {
      if (this.tried >= this.steps) return;
      const own = arrangement.near(arrangement.at[item]!, HALF);
      const other = arrangement.near(cell, HALF);
      const [early, late] = own.first < other.first ? [own, other] : [other, own];
      if (early.first + HALF > late.first) continue;
      // The idle cells between two neighbourhoods belong to the earlier.
      late.from = Math.max(late.from, early.to);
      this.search(this.lossIn(early) + this.lossIn(late), early, late);
    }
  }

  private search(loss: number, early: Stretch, late: Stretch | null): void {
    if (loss < this.leastGain) return;
    this.tried += 1;
    if (this.stretches.betters(this.leastGain, loss, early, late)) this.kept += 1;
  }

  /** Finds the places that lose an item least against the bound, apart from each other and from its own; gives how many. */
  private findLiked(item: number): number {
    const { onwards, price } = this.duals;
    const { cells, losses } = this.liked;
    const count = this.options.cells;
    const row = item * count;
    const width = this.options.width[item]!;
    const stands = this.arrangement.at[item]!;
    let found = 0;
    for (let cell = 0; cell < count; cell += 1) {
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

  /** What the present arrangement of a stretch loses against the bound: no other arrangement of it gains more. */
  private lossIn({ first, items, from, to }: Stretch): number {
    const { onwards, price } = this.duals;
    const { order, at } = this.arrangement;
    // Between the items nothing is lost but what their cells would be worth at the prices.
    let loss = onwards[from]! - onwards[to]!;
    for (let place = first; place < first + items; place += 1) {
      const item = order[place]!;
      loss += price[item]! - this.worth[item * this.options.cells + at[item]!]!;
    }
    return loss;
  }
}
