import { describe, expect, it } from 'vitest';
import { packGroups, packResults, unpackGroups, unpackResults } from '#shared/tasks/packed-groups';
import { noEffort } from '#shared/tasks/search-effort';
import type { TaskDemand, TaskGroupJob } from '#shared/tasks/task-demand';
import { taskDemand } from '../../../helpers/task-demand';

/** All that may be left out is left out. */
const plain = taskDemand({ earliest: 29_900_000, latestEnd: 29_910_000 });
/** All that may be said is said, noughts among it. */
const full: TaskDemand = {
  ...plain,
  due: 0,
  chunk: { min: 15, max: 45 },
  energy: 'low',
  part: { from: 0, to: 720 },
  ratherFrom: 29_905_000,
  project: 'house',
  dependsOn: [0, 2],
  present: [
    { start: 29_901_000, end: 29_901_020 },
    { start: 29_902_000, end: 29_902_010 },
  ],
};
const job: TaskGroupJob = {
  frame: {
    now: 29_899_999,
    gridMinutes: 5,
    bufferMinutes: 10,
    clock: { transitions: [29_904_000], offsets: [60, 120] },
    energy: [{ from: 480, to: 720, level: 'high' }],
  },
  free: {
    rawStart: Int32Array.of(29_900_000, 29_901_440),
    rawEnd: Int32Array.of(29_900_700, 29_902_140),
    usableStart: Int32Array.of(29_900_010, 29_901_450),
    usableEnd: Int32Array.of(29_900_690, 29_902_130),
  },
  demands: [plain, full, { ...plain, energy: 'high', project: 'garden' }],
  begin: [[], [], [{ start: 1, end: 31 }]],
  projectBlocks: [{ project: 'house', start: 29_900_100, end: 29_900_160 }],
  algorithm: 'best',
  steps: 200,
  seed: 7,
};

describe('groups on their way to a thread', () => {
  it('[TASK-13] arrive as they left, each with its own steps and free time', () => {
    const { begin: _, ...begunInForce } = job;
    const empty: TaskGroupJob = {
      ...begunInForce,
      free: {
        rawStart: new Int32Array(0),
        rawEnd: new Int32Array(0),
        usableStart: new Int32Array(0),
        usableEnd: new Int32Array(0),
      },
      demands: [{ ...plain, project: 'house' }],
      steps: 0,
    };
    expect(unpackGroups(structuredClone(packGroups([job, empty])))).toEqual([job, empty]);
  });

  it('[TASK-13] leave the ids of their tasks behind', () => {
    const packed = packGroups([{ ...job, demands: [{ ...plain, id: 'a task' }], begin: [[]] }]);
    expect(JSON.stringify(packed)).not.toContain('a task');
    expect(unpackGroups(packed)[0]!.demands).toEqual([plain]);
  });

  it('come back with their pieces and what the search did', () => {
    const effort = {
      ...noEffort(),
      candidates: 5,
      steps: 4,
      moves: { tried: 3, kept: 2 },
      swaps: { tried: 9, kept: 1 },
      skippedRuns: 7,
      slotValues: { hits: 11, misses: 12 },
      improveMilliseconds: 1.5,
    };
    const results = [
      { pieces: [[], [{ start: 10, end: 40 }]], effort },
      {
        pieces: [
          [
            { start: 1, end: 2 },
            { start: 3, end: 4 },
          ],
        ],
        effort: noEffort(),
      },
    ];
    expect(unpackResults(structuredClone(packResults(results)))).toEqual(results);
  });
});
