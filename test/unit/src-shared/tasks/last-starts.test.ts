import { array, assert, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FixedStarts } from '#shared/tasks/fixed-starts';
import { LastStarts } from '#shared/tasks/last-starts';
import { squeezeIn } from '#shared/tasks/squeeze-in';
import type { StartOptions } from '#shared/tasks/start-options';

interface Asked {
  /** Quarters of an hour. */
  readonly width: number;
  /** What a start at each quarter is worth; 0 = not possible. */
  readonly worth: readonly number[];
}

/** One free run of quarters; `waits`: the last item waits for the first. */
function optionsOf(asked: readonly Asked[], cells: number, waits = false): StartOptions {
  const starts = Array.from({ length: cells }, (_, cell) => cell).flatMap((cell) =>
    asked.flatMap(({ width, worth }, item) =>
      worth[cell] && cell + width <= cells ? [{ cell, item, worth: worth[cell]!, next: cell + width }] : [],
    ),
  );
  const last = asked.length - 1;
  const before = asked.map((_, item) => (waits && item === last ? [{ task: 0, apart: 0 }] : []));
  const after = asked.map((_, item) => (waits && item === 0 ? [{ task: last, apart: 0 }] : []));
  return {
    items: asked.map(({ width }, task) => ({ task, minutes: 15 * width })),
    cells,
    cellStart: Int32Array.from({ length: cells }, (_, cell) => 15 * cell),
    firstCell: Int32Array.of(0, cells),
    width: Int32Array.from(asked, ({ width }) => width),
    from: Int32Array.from({ length: cells + 1 }, (_, cell) => starts.filter((start) => start.cell < cell).length),
    item: Int32Array.from(starts, ({ item }) => item),
    next: Int32Array.from(starts, ({ next }) => next),
    worth: Float64Array.from(starts, ({ worth }) => worth),
    most: Float64Array.from(asked, ({ worth }) => Math.max(0, ...worth)),
    precedence: { before, after },
  };
}

function standing(options: StartOptions): { fixed: FixedStarts; last: LastStarts } {
  const fixed = new FixedStarts(options, options.items.length, options.cells + 8);
  return { fixed, last: new LastStarts(options, fixed) };
}

/** As many as can be laid, and what those are worth at most, by trying everything. */
function byTrying(asked: readonly Asked[], cells: number, waits: boolean): [number, number] {
  let best: [number, number] = [0, 0];
  const lay = (item: number, taken: readonly boolean[], at: readonly number[], many: number, worth: number) => {
    if (item === asked.length) {
      if (many > best[0] || (many === best[0] && worth > best[1])) best = [many, worth];
      return;
    }
    lay(item + 1, taken, [...at, -1], many, worth);
    const own = asked[item]!;
    for (let cell = 0; cell + own.width <= cells; cell += 1) {
      if (!own.worth[cell] || taken.slice(cell, cell + own.width).includes(true)) continue;
      if (waits && item === asked.length - 1 && (at[0]! < 0 || at[0]! > cell)) continue;
      lay(
        item + 1,
        taken.map((one, quarter) => one || (quarter >= cell && quarter < cell + own.width)),
        [...at, cell],
        many + 1,
        worth + own.worth[cell]!,
      );
    }
  };
  lay(0, Array(cells).fill(false), [], 0, 0);
  return best;
}

describe('the last starts of a dive', () => {
  const pair = [
    { width: 1, worth: [5, 3, 1] },
    { width: 1, worth: [4, 3, 1] },
  ];

  it('[TASK-80] are the best there are: 5 + 3, because 4 + 3 is less', () => {
    const { last } = standing(optionsOf(pair, 3));
    expect(last.find([0, 1])).toBe(2);
    expect([...last.found].slice(0, 2)).toEqual([0, 1]);
    expect(last.worthOf(Int32Array.of(0, 1))).toBe(8);
  });

  it('keep clear of what stands', () => {
    const { fixed, last } = standing(optionsOf(pair, 3));
    fixed.fix(1, 0, 1, 4);
    expect(last.find([0])).toBe(1);
    expect(last.found[0]).toBe(1);
  });

  it('[TASK-6] keep what waits behind what it waits for, though it would be worth more before: 1 + 5, not 5 + 3', () => {
    const asked = [
      { width: 1, worth: [1, 3, 0] },
      { width: 1, worth: [5, 5, 0] },
    ];
    const { last } = standing(optionsOf(asked, 3, true));
    expect(last.find([0, 1])).toBe(2);
    expect([...last.found].slice(0, 2)).toEqual([0, 1]);
  });

  it('are of the greatest number first, and say who has none: two of one quarter before one of three', () => {
    const asked = [
      { width: 3, worth: [9, 0, 0] },
      { width: 1, worth: [1, 1, 1] },
      { width: 1, worth: [1, 1, 2] },
    ];
    const { last } = standing(optionsOf(asked, 3));
    expect(last.find([0, 1, 2])).toBe(2);
    expect(last.found[0]).toBe(-1);
    expect(last.found[2]).toBe(2);
  });

  it('[TASK-80] are as good as trying everything says', () => {
    const item = record({
      width: integer({ min: 1, max: 3 }),
      worth: array(integer({ min: 0, max: 9 }), { minLength: 7, maxLength: 7 }),
    });
    assert(
      property(array(item, { minLength: 1, maxLength: 4 }), integer({ min: 0, max: 1 }), (asked, waits) => {
        const waiting = waits === 1 && asked.length > 1;
        const { last } = standing(optionsOf(asked, 7, waiting));
        const items = asked.map((_, index) => index);
        const many = last.find(items);
        const worth = last.worthOf(last.found.slice(0, asked.length));
        expect([many, worth]).toEqual(byTrying(asked, 7, waiting));
      }),
      { numRuns: 60 },
    );
  });
});

describe('squeezing in', () => {
  const onwards = new Float64Array(12);

  it('[TASK-80] lifts who stands in the way and finds both the best places: 5 + 3 beside each other', () => {
    const options = optionsOf(
      [
        { width: 1, worth: [5, 3, 1] },
        { width: 2, worth: [4, 3, 0] },
      ],
      3,
    );
    const { fixed, last } = standing(options);
    fixed.fix(0, 1, 2, 3);
    expect(squeezeIn(1, options, fixed, last, onwards)).toBe(true);
    expect([...fixed.at]).toEqual([0, 1]);
    expect(fixed.open).toBe(0);
  });

  it('leaves everything where it stood when there is no room', () => {
    const options = optionsOf(
      [
        { width: 2, worth: [5, 3, 0] },
        { width: 2, worth: [4, 3, 0] },
      ],
      3,
    );
    const { fixed, last } = standing(options);
    fixed.fix(0, 1, 3, 3);
    expect(squeezeIn(1, options, fixed, last, onwards)).toBe(false);
    expect([...fixed.at]).toEqual([1, -1]);
    expect([fixed.open, fixed.fits(1, 0, 1), fixed.fits(1, 0, 2)]).toEqual([1, true, false]);
  });
});
