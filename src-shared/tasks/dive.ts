// Where each task would start in the best schedule, almost: the time-indexed program relaxed by prices and then fixed step by step.
// The starts that nearly every schedule of the price rounds agrees on are fixed, and prices are mended for the rest, until all is fixed or nothing fits.
import { listOf } from '../base/list-of';
import { FixedStarts } from './fixed-starts';
import { LAST_TOGETHER, LastStarts } from './last-starts';
import { type OptionLists, PriceRounds } from './price-rounds';
import { squeezeIn } from './squeeze-in';
import { type StartOptions, widestOf } from './start-options';
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

const FIRST_ROUNDS = 15;
const ROUNDS_BETWEEN = 5;
/** Of the open items, so many are fixed at a time. */
const FIXED_SHARE = 0.3;
/** An option whose best schedule loses more than this share of the bound is out. */
const HOPELESS = 0.002;
/** Dives, at most: what had to be squeezed in in one goes first in the next. */
const ATTEMPTS = 2;
/** A dive is tried again when it is worth this share of the bound less than the bound. */
const CLOSE = 0.03;
/** After so many options looked at, what is open is left to others: hundreds of pieces over a year would go on for minutes. */
const MOST_LOOKS = 200_000_000;
/** What earlier rounds agreed on counts less than what the next will, after every fixing. */
const REMEMBERED = 0.3;

export function dive(demands: readonly TaskDemand[], options: StartOptions): Dive {
  const prices = new PriceRounds(options);
  const bound = prices.find(FIRST_ROUNDS);
  const hopeful = prices.withoutHopeless(HOPELESS * bound);
  const price = prices.price.slice();
  const onwards = prices.onwards.slice();
  const cells = new Diver(demands.length, options, prices, hopeful).run(price, onwards, bound);
  return { cells, bound, price, onwards, looks: prices.looks };
}

/** Only the bound, settled for so many rounds. Proven for tasks without projects, all of them placed in time. */
export function priceBound(options: StartOptions, rounds: number): number {
  return new PriceRounds(options).find(rounds);
}

class Diver {
  private readonly options: StartOptions;
  private readonly prices: PriceRounds;
  /** What every attempt begins with. */
  private readonly hopeful: OptionLists;
  private readonly fixed: FixedStarts;
  private readonly last: LastStarts;
  private readonly cells: number;
  /** The options left, in the same lists as the prices have them. */
  private readonly from: Int32Array;
  private readonly item: Int32Array;
  private readonly worth: Float64Array;
  private readonly next: Int32Array;
  private readonly often: Float64Array;
  private readonly width: Int32Array;
  private readonly widest: number;
  /** How many options each item has left, and how many of them a start would take. */
  private readonly left: Int32Array;
  private readonly lost: Int32Array;
  private readonly itemsOf: readonly (readonly number[])[];

  constructor(tasks: number, options: StartOptions, prices: PriceRounds, hopeful: OptionLists) {
    const { items, cells, width } = options;
    this.options = options;
    this.prices = prices;
    this.hopeful = hopeful;
    this.cells = cells;
    this.from = hopeful.from.slice();
    this.item = hopeful.item.slice();
    this.worth = hopeful.worth.slice();
    this.next = hopeful.next.slice();
    this.often = prices.often;
    const { from, item, worth, next } = this;
    prices.lists = { from, item, worth, next };
    this.width = width;
    this.widest = widestOf(options);
    this.fixed = new FixedStarts(options, tasks, cells + this.widest + 1);
    this.last = new LastStarts(options, this.fixed);
    this.left = new Int32Array(items.length);
    this.lost = new Int32Array(items.length);
    const itemsOf = listOf<number[]>(tasks, () => []);
    items.forEach(({ task }, item) => {
      itemsOf[task]!.push(item);
    });
    this.itemsOf = itemsOf;
  }

  /**
   * Cell of each item's start, from the attempt that left out the fewest and was worth most. Tried again while somebody has no start or more is lost
   * against the bound than a good dive loses. `price`, `onwards`: as the first rounds found them.
   */
  run(price: Float64Array, onwards: Float64Array, bound: number): Int32Array {
    const { fixed, last } = this;
    const first: number[] = [];
    let best = fixed.at.slice();
    let fewest = Number.POSITIVE_INFINITY;
    let most = 0;
    this.keepFitting();
    for (let attempt = 0; attempt < ATTEMPTS && (fewest > 0 || most < (1 - CLOSE) * bound); attempt += 1) {
      if (attempt > 0) this.beginAgain(price);
      for (const item of first) if (!this.isSpent()) this.fixBest(item, onwards);
      while (this.open().length > LAST_TOGETHER && !this.isSpent() && this.fixSome()) this.mend();
      const late = this.settle();
      const missing = late.filter((item) => this.isSpent() || !squeezeIn(item, this.options, fixed, last, onwards));
      const worth = last.worthOf(fixed.at);
      if (missing.length < fewest || (missing.length === fewest && worth > most)) {
        fewest = missing.length;
        most = worth;
        best = fixed.at.slice();
      }
      if (this.isSpent()) break;
      for (const item of late) if (!first.includes(item)) first.unshift(item);
    }
    return best;
  }

  private isSpent(): boolean {
    return this.prices.looks > MOST_LOOKS;
  }

  /** The items that are open and have a start left. */
  private open(): number[] {
    const open: number[] = [];
    for (let item = 0; item < this.left.length; item += 1) if (this.left[item]! > 0) open.push(item);
    return open;
  }

  /** Settles the few that are open still; gives those that have no start then. */
  private settle(): number[] {
    const { fixed, last } = this;
    const open = this.open().slice(0, LAST_TOGETHER);
    last.find(open);
    open.forEach((item, index) => {
      const cell = last.found[index]!;
      if (cell >= 0) last.fix(item, cell);
    });
    const late: number[] = [];
    for (let item = 0; item < fixed.at.length; item += 1)
      if (fixed.at[item]! < 0 && this.options.most[item]! > 0) late.push(item);
    return late;
  }

  private beginAgain(price: Float64Array): void {
    this.from.set(this.hopeful.from);
    this.item.set(this.hopeful.item);
    this.worth.set(this.hopeful.worth);
    this.next.set(this.hopeful.next);
    this.often.fill(0);
    this.prices.price.set(price);
    this.fixed.clear();
    this.keepFitting();
    this.prices.schedule();
    this.prices.follow();
  }

  private mend(): void {
    this.prices.mend(ROUNDS_BETWEEN, this.fixed.at, this.fixed.worth);
  }

  /** Fixes one item at the start that loses least against the bound and leaves a start to everybody. */
  private fixBest(wanted: number, onwards: Float64Array): void {
    const { from, item, next, worth } = this;
    const starts: { readonly at: number; readonly loss: number }[] = [];
    for (let cell = 0; cell < this.cells; cell += 1) {
      for (let at = from[cell]!, end = from[cell + 1]!; at < end; at += 1) {
        if (item[at] === wanted) starts.push({ at, loss: onwards[cell]! - worth[at]! - onwards[next[at]!]! });
      }
    }
    // Whom a start strands costs most to ask: so the best are asked first.
    const best = starts.sort((a, b) => a.loss - b.loss).find(({ at }) => this.isOpen(at) && !this.strands(at));
    if (!best) return;
    this.fix(best.at);
    this.keepFitting();
    this.mend();
  }

  /** Fixes the starts most schedules agree on, and takes out what they rule out. False when nothing more can be fixed. */
  private fixSome(): boolean {
    const { often } = this;
    const seen: number[] = [];
    let most = 0;
    for (let at = 0, end = this.from[this.cells]!; at < end; at += 1) {
      if (often[at] === 0) continue;
      seen.push(at);
      if (often[at]! > most) most = often[at]!;
    }
    const agreed = this.byAgreement(seen.filter((at) => often[at]! >= most / 2));
    const wanted = Math.max(1, Math.ceil(this.fixed.open * FIXED_SHARE));
    let fixed = 0;
    for (const at of agreed) {
      if (fixed === wanted) break;
      if (!this.isOpen(at) || this.strands(at)) continue;
      this.fix(at);
      fixed += 1;
      for (let other = 0; other < this.left.length; other += 1) this.left[other]! -= this.lost[other]!;
    }
    if (fixed === 0) {
      const chosen = this.rareStart(agreed, this.byAgreement(seen.filter((at) => often[at]! < most / 2)));
      if (chosen === undefined) return false;
      this.fix(chosen);
    }
    this.keepFitting();
    return true;
  }

  /** A start that few schedules agree on; when every choice leaves somebody without a start, the best there is. */
  private rareStart(agreed: readonly number[], rare: readonly number[]): number | undefined {
    return (
      rare.find((at) => this.isOpen(at) && !this.strands(at)) ??
      agreed.find((at) => this.isOpen(at)) ??
      rare.find((at) => this.isOpen(at))
    );
  }

  /** What most schedules agree on first, then what is worth most. */
  private byAgreement(options: number[]): number[] {
    const { often, worth } = this;
    return options.sort((a, b) => often[b]! - often[a]! || worth[b]! - worth[a]! || a - b);
  }

  private isOpen(at: number): boolean {
    return this.fixed.fits(this.item[at]!, this.cellOf(at), this.next[at]!);
  }

  private cellOf(at: number): number {
    return this.next[at]! - this.width[this.item[at]!]!;
  }

  private fix(at: number): void {
    this.fixed.fix(this.item[at]!, this.cellOf(at), this.next[at]!, this.worth[at]!);
  }

  /** Whether some open item would have no start left, its place taken or its dependency too late. */
  private strands(at: number): boolean {
    const { from, item, next, left, lost } = this;
    const own = item[at]!;
    const task = this.fixed.taskOf[own]!;
    const cell = this.cellOf(at);
    const end = next[at]!;
    lost.fill(0);
    for (let begin = Math.max(0, cell - this.widest); begin < end && begin < this.cells; begin += 1) {
      for (let other = from[begin]!, last = from[begin + 1]!; other < last; other += 1) {
        if ((begin >= cell || next[other]! > cell) && this.fixed.fits(item[other]!, begin, next[other]!))
          lost[item[other]!]! += 1;
      }
    }
    const { before, after } = this.options.precedence;
    const start = this.options.cellStart[cell]!;
    const behind = start + this.fixed.minutesOf[own]!;
    for (const far of before[task]!) this.countLost(far.task, cell, end, Number.NEGATIVE_INFINITY, start - far.apart);
    for (const far of after[task]!) this.countLost(far.task, cell, end, behind + far.apart, Number.POSITIVE_INFINITY);
    for (let other = 0; other < left.length; other += 1) {
      if (lost[other]! > 0 && lost[other] === left[other] && other !== own && this.fixed.at[other]! < 0) return true;
    }
    return false;
  }

  /** Counts the options of a task that start before `earliest` or end after `latest`; those that reach into the cells up to `end` are counted already. */
  private countLost(task: number, cell: number, end: number, earliest: number, latest: number): void {
    const { from, item, next } = this;
    for (const one of this.itemsOf[task]!) {
      if (this.left[one] === 0) continue;
      const minutes = this.fixed.minutesOf[one]!;
      for (let begin = 0; begin < this.cells; begin += 1) {
        const start = this.options.cellStart[begin]!;
        if (start >= earliest && start + minutes <= latest) continue;
        for (let at = from[begin]!, last = from[begin + 1]!; at < last; at += 1) {
          if (item[at] === one && !(begin < end && next[at]! > cell) && this.fixed.fits(one, begin, next[at]!))
            this.lost[one]! += 1;
        }
      }
    }
  }

  /** Takes out the options that do not fit any more. */
  private keepFitting(): void {
    const { from, item, worth, next, often, left, fixed } = this;
    left.fill(0);
    let kept = 0;
    let begin = from[0]!;
    for (let cell = 0; cell < this.cells; cell += 1) {
      const end = from[cell + 1]!;
      from[cell] = kept;
      for (let at = fixed.isTaken(cell) ? end : begin; at < end; at += 1) {
        const one = item[at]!;
        if (!fixed.fits(one, cell, next[at]!)) continue;
        item[kept] = one;
        worth[kept] = worth[at]!;
        next[kept] = next[at]!;
        often[kept] = often[at]! * REMEMBERED;
        left[one]! += 1;
        kept += 1;
      }
      begin = end;
    }
    from[this.cells] = kept;
  }
}
