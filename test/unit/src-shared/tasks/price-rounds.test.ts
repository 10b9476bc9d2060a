import { describe, expect, it } from 'vitest';
import { dive, priceBound } from '#shared/tasks/dive';
import { FixedStarts } from '#shared/tasks/fixed-starts';
import { PriceRounds } from '#shared/tasks/price-rounds';
import type { StartOptions } from '#shared/tasks/start-options';
import type { TaskDemand } from '#shared/tasks/task-demand';

/** Two tasks of a quarter of an hour and three quarters to put them on: worth 5, 3, 1 and 4, 3, 1. The second may wait for the first. */
function threeQuarters(waits = false): StartOptions {
  return {
    items: [
      { task: 0, minutes: 15 },
      { task: 1, minutes: 15 },
    ],
    cells: 3,
    cellStart: Int32Array.of(0, 15, 30),
    firstCell: Int32Array.of(0, 3),
    width: Int32Array.of(1, 1),
    from: Int32Array.of(0, 2, 4, 6),
    item: Int32Array.of(0, 1, 0, 1, 0, 1),
    next: Int32Array.of(1, 1, 2, 2, 3, 3),
    worth: Float64Array.of(5, 4, 3, 3, 1, 1),
    most: Float64Array.of(5, 4),
    precedence: waits
      ? { before: [[], [{ task: 0, apart: 0 }]], after: [[{ task: 1, apart: 0 }], []] }
      : { before: [[], []], after: [[], []] },
  };
}

const two = [{}, {}] as unknown as readonly TaskDemand[];

describe('prices', () => {
  it('[TASK-80] bound the best schedule from above and come near it: 5 + 3, because 4 + 3 is less', () => {
    const bound = priceBound(threeQuarters(), 60);
    expect(bound).toBeGreaterThanOrEqual(8 - 1e-9);
    expect(bound).toBeLessThan(8.1);
  });

  it('never promise less with more rounds', () => {
    const bounds = [1, 2, 5, 10, 20].map((rounds) => priceBound(threeQuarters(), rounds));
    expect(bounds[0]).toBe(9);
    for (let index = 1; index < bounds.length; index += 1)
      expect(bounds[index]!).toBeLessThanOrEqual(bounds[index - 1]!);
  });

  it('take out what loses more than is allowed: at the dearest prices, 5 and 4, all but the best starts and one that loses 1', () => {
    const { from, item, worth } = new PriceRounds(threeQuarters()).withoutHopeless(1);
    expect([...from]).toEqual([0, 2, 3, 3]);
    expect([...item]).toEqual([0, 1, 1]);
    expect([...worth]).toEqual([5, 4, 3]);
  });
});

describe('a dive', () => {
  it('[TASK-80] finds the best schedule of two tasks that want the same quarter', () => {
    expect([...dive(two, threeQuarters()).cells]).toEqual([0, 1]);
  });
});

describe('fixed starts', () => {
  it('leave the cells before them to what ends there, and nothing to what reaches into them', () => {
    const fixed = new FixedStarts(threeQuarters(), 2, 4);
    fixed.fix(0, 1, 2, 3);
    expect([fixed.fits(1, 0, 1), fixed.fits(1, 0, 2), fixed.fits(1, 1, 2), fixed.fits(1, 2, 3)]).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([fixed.open, fixed.worth]).toEqual([1, 3]);
  });

  it('[TASK-6] hold back what waits for them and hurry what they wait for', () => {
    const waiting = new FixedStarts(threeQuarters(true), 2, 4);
    waiting.fix(0, 1, 2, 3);
    expect([waiting.fits(1, 0, 1), waiting.fits(1, 2, 3)]).toEqual([false, true]);
    waiting.clear();
    waiting.fix(1, 1, 2, 3);
    expect([waiting.fits(0, 0, 1), waiting.fits(0, 2, 3)]).toEqual([true, false]);
  });

  it('[TASK-6] forget what was opened again: its cells and the limits it set, and nothing of the others', () => {
    const fixed = new FixedStarts(threeQuarters(true), 2, 4);
    fixed.fix(0, 1, 2, 3);
    fixed.reopen([0]);
    expect([fixed.open, fixed.fits(1, 0, 1), fixed.fits(0, 1, 2)]).toEqual([2, true, true]);
    fixed.fix(1, 1, 2, 3);
    fixed.reopen([]);
    expect([fixed.open, fixed.fits(0, 0, 1), fixed.fits(0, 1, 2), fixed.fits(0, 2, 3)]).toEqual([
      1,
      true,
      false,
      false,
    ]);
  });
});
