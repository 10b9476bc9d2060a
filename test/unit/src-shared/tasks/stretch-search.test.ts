import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Arrangement } from '#shared/tasks/arrangement';
import type { Precedence } from '#shared/tasks/precedence';
import type { StartOptions } from '#shared/tasks/start-options';
import { StretchSearch } from '#shared/tasks/stretch-search';

const CELLS = 16;
const GRID = 15;

/** Whole numbers as worths, so that sums are exact. */
interface Case {
  readonly widths: readonly number[];
  readonly worth: Float64Array;
  readonly at: readonly number[];
  readonly taken: Uint8Array;
  readonly prices: Float64Array;
  readonly waits: boolean;
}

/** Items side by side with gaps between, worth something at some cells; the second waits for the first where `waits` says so. */
const cases = fc
  .record({
    widths: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 2, maxLength: 4 }),
    gaps: fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 4, maxLength: 4 }),
    worths: fc.array(fc.integer({ min: -3, max: 9 }), { minLength: 4 * CELLS, maxLength: 4 * CELLS }),
    prices: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }),
    takenLast: fc.boolean(),
    waits: fc.boolean(),
  })
  .map(({ widths, gaps, worths, prices, takenLast, waits }): Case => {
    const at: number[] = [];
    let cell = 0;
    widths.forEach((width, item) => {
      cell += gaps[item]!;
      at.push(cell);
      cell += width;
    });
    const worth = Float64Array.from(worths.slice(0, widths.length * CELLS), (one) => (one < 0 ? -1 : one));
    at.forEach((start, item) => {
      worth[item * CELLS + start] = Math.max(0, worth[item * CELLS + start]!);
    });
    const taken = new Uint8Array(CELLS);
    if (takenLast && cell < CELLS) taken[CELLS - 1] = 1;
    return { widths, worth, at, taken, prices: Float64Array.from(prices.slice(0, widths.length)), waits };
  });

/** What the cells from each on are worth at the prices, when an item may stand twice or not at all. */
function onwardsOf({ widths, worth, prices }: Case): Float64Array {
  const onwards = new Float64Array(CELLS + 4);
  for (let cell = CELLS - 1; cell >= 0; cell -= 1) {
    onwards[cell] = onwards[cell + 1]!;
    widths.forEach((width, item) => {
      const own = worth[item * CELLS + cell]!;
      if (own >= 0) onwards[cell] = Math.max(onwards[cell]!, own - prices[item]! + onwards[cell + width]!);
    });
  }
  return onwards;
}

/** What the items lose against those prices where they lie, from one cell to another. */
function lossOf({ worth, at, prices }: Case, onwards: Float64Array, from: number, to: number): number {
  return at.reduce(
    (loss, cell, item) => loss + prices[item]! - worth[item * CELLS + cell]!,
    onwards[from]! - onwards[to]!,
  );
}

function searchOn(one: Case) {
  const { widths, worth, at, taken, prices, waits } = one;
  const before: Precedence['before'][number][] = widths.map(() => []);
  const after: Precedence['after'][number][] = widths.map(() => []);
  if (waits) {
    before[1] = [{ task: 0, apart: 0 }];
    after[0] = [{ task: 1, apart: 0 }];
  }
  const options: StartOptions = {
    items: widths.map((width, task) => ({ task, minutes: width * GRID })),
    cells: CELLS,
    cellStart: Int32Array.from({ length: CELLS }, (_, cell) => cell * GRID),
    firstCell: Int32Array.from([0, CELLS]),
    width: Int32Array.from(widths),
    from: new Int32Array(CELLS + 1),
    item: new Int32Array(0),
    next: new Int32Array(0),
    worth: new Float64Array(0),
    most: new Float64Array(0),
    precedence: { before, after },
  };
  const arrangement = new Arrangement(Int32Array.from(at), options.width, taken);
  const itemsOf = widths.map((_, item) => [item]);
  const onwards = onwardsOf(one);
  const closer = new Float64Array(widths.length);
  const search = new StretchSearch(options, { price: prices, onwards }, itemsOf, arrangement, worth, closer);
  return { arrangement, onwards, search };
}

const worthOf = ({ worth }: Case, at: Iterable<number>) =>
  [...at].reduce((sum, cell, item) => sum + worth[item * CELLS + cell]!, 0);

/** The most all items can be worth on the cells from `from` to `to`, by trying everything. */
function bestByTrying(one: Case, from: number, to: number): number {
  const { widths, worth, waits } = one;
  const at: number[] = [];
  let best = Number.NEGATIVE_INFINITY;
  const place = (item: number) => {
    if (item === widths.length) {
      best = Math.max(best, worthOf(one, at));
      return;
    }
    for (let cell = from; cell + widths[item]! <= to; cell += 1) {
      const overlaps = at.some((other, before) => cell < other + widths[before]! && other < cell + widths[item]!);
      if (overlaps || worth[item * CELLS + cell]! < 0) continue;
      if (waits && item === 1 && cell < at[0]! + widths[0]!) continue;
      at.push(cell);
      place(item + 1);
      at.pop();
    }
  };
  place(0);
  return best;
}

describe('the best way to lay a stretch', () => {
  it('is the best of all ways there are, or nothing changes', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { arrangement, onwards, search } = searchOn(one);
        const stretch = arrangement.around(0, one.widths.length);
        const best = bestByTrying(one, stretch.from, stretch.to);
        const before = worthOf(one, one.at);
        const isBetter = search.betters(0.5, lossOf(one, onwards, stretch.from, stretch.to), stretch, null);
        expect(isBetter).toBe(best > before);
        expect(worthOf(one, arrangement.at)).toBe(isBetter ? best : before);
        if (!isBetter) expect([...arrangement.at]).toEqual(one.at);
        // Nobody stands on another, and the order is that of time.
        const held = one.widths.reduce((sum, width) => sum + width, 0);
        expect([...arrangement.holder].filter((item) => item >= 0)).toHaveLength(held);
        const starts = [...arrangement.order].map((item) => arrangement.at[item]!);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
      }),
      { numRuns: 200 },
    );
  });

  it('exchanges items of two stretches, the idle cells between them belonging to the first', () => {
    // Two of one cell at 0 and 10, each worth 5 where the other stands and 1 where it stands itself.
    const worth = new Float64Array(2 * CELLS).fill(-1);
    worth[0] = 1;
    worth[10] = 5;
    worth[CELLS] = 5;
    worth[CELLS + 10] = 1;
    const one: Case = {
      widths: [1, 1],
      worth,
      at: [0, 10],
      taken: new Uint8Array(CELLS),
      prices: new Float64Array(2),
      waits: false,
    };
    const { arrangement, onwards, search } = searchOn(one);
    const early = arrangement.near(0, 1);
    const late = arrangement.near(10, 1);
    expect([early.from, early.to, late.from, late.to]).toEqual([0, 10, 1, CELLS]);
    late.from = Math.max(late.from, early.to);
    const loss = lossOf(one, onwards, early.from, late.to);
    expect(search.betters(8, loss, early, late)).toBe(false);
    expect(search.betters(7, loss, early, late)).toBe(true);
    expect([...arrangement.at]).toEqual([10, 0]);
    expect([...arrangement.order]).toEqual([1, 0]);
  });

  it('a stretch may have more cells than most have', () => {
    // One item of 100 cells and one of 1 cell, the other way round.
    const cells = 101;
    const worth = new Float64Array(2 * cells).fill(-1);
    worth[0] = 1;
    worth[1] = 3;
    worth[cells + 100] = 1;
    worth[cells] = 1;
    const options: StartOptions = {
      items: [
        { task: 0, minutes: 1500 },
        { task: 1, minutes: 15 },
      ],
      cells,
      cellStart: Int32Array.from({ length: cells }, (_, cell) => cell * GRID),
      firstCell: Int32Array.from([0, cells]),
      width: Int32Array.from([100, 1]),
      from: new Int32Array(cells + 1),
      item: new Int32Array(0),
      next: new Int32Array(0),
      worth: new Float64Array(0),
      most: new Float64Array(0),
      precedence: { before: [[], []], after: [[], []] },
    };
    const arrangement = new Arrangement(Int32Array.from([0, 100]), options.width, new Uint8Array(cells));
    const none = { price: new Float64Array(2), onwards: new Float64Array(cells + 101) };
    const search = new StretchSearch(options, none, [[0], [1]], arrangement, worth, new Float64Array(2));
    // Nothing is ruled out by what it loses.
    expect(search.betters(1, 100, arrangement.around(0, 2), null)).toBe(true);
    expect([...arrangement.at]).toEqual([1, 0]);
  });
});
