import { describe, expect, it } from 'vitest';
import { worthByCell } from '#shared/tasks/near-worth';
import type { StartOptions } from '#shared/tasks/start-options';
import type { TaskDemand } from '#shared/tasks/task-demand';

const demand = (project: string | null): TaskDemand => ({
  id: 'one',
  minutes: 60,
  weight: 7,
  earliest: 0,
  latestEnd: 10_000,
  due: null,
  chunk: null,
  energy: null,
  part: null,
  ratherFrom: null,
  project,
  dependsOn: [],
  present: [],
});

/** Two tasks of an hour that may start at minute 0, 240 or 480. */
const options: StartOptions = {
  items: [
    { task: 0, minutes: 60 },
    { task: 1, minutes: 60 },
  ],
  cells: 4,
  cellStart: Int32Array.from([0, 240, 480, 720]),
  firstCell: Int32Array.from([0, 4]),
  width: Int32Array.from([1, 1]),
  from: Int32Array.from([0, 2, 4, 6, 6]),
  item: Int32Array.from([0, 1, 0, 1, 0, 1]),
  next: Int32Array.from([1, 1, 2, 2, 3, 3]),
  worth: Float64Array.from([4, 4, 3, 3, 2, 2]),
  most: Float64Array.from([4, 4]),
  precedence: { before: [[], []], after: [[], []] },
};

/** Weight 7 of a factor that weighs 0.5 of 7; nearness 0.8 is in the options already. */
const nearBy = (worth: number, nearness: number) => worth + 0.5 * (nearness - 0.8);

describe('worth of every item at every cell', () => {
  it('[TASK-17] counts the nearest block of the project that is not its own', () => {
    const blocks = new Map([
      [
        'p',
        [
          { start: 240, end: 300, task: 0 },
          { start: 480, end: 540, task: -1 },
        ],
      ],
    ]);
    const { worth, closer } = worthByCell(options, [demand('p'), demand(null)], blocks);
    const table = [...worth];
    // 0.5 x (1 - 0.8), and nothing without a project.
    expect(closer[0]).toBeCloseTo(0.1, 12);
    expect(closer[1]).toBe(0);
    const expected = [
      // To the block at 480 from an end at 60, 300 and 540; its own at 240 is none to be near to.
      nearBy(4, Math.exp(-7 / 4)),
      nearBy(3, Math.exp(-3 / 4)),
      nearBy(2, 1),
      -1,
      // Without a project nothing changes.
      4,
      3,
      2,
      -1,
    ];
    expect(table).toHaveLength(expected.length);
    table.forEach((value, at) => {
      expect(value).toBeCloseTo(expected[at]!, 12);
    });
  });

  it('[TASK-17] is neutral where the project has no other block', () => {
    const blocks = new Map([['p', [{ start: 240, end: 300, task: 0 }]]]);
    expect(worthByCell(options, [demand('p'), demand('q')], blocks).worth[0]).toBeCloseTo(nearBy(4, 0.5), 12);
    expect(worthByCell(options, [demand('p'), demand('q')], blocks).worth[4]).toBeCloseTo(nearBy(4, 0.5), 12);
  });
});
