import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Board } from '#shared/tasks/board';
import { repack } from '#shared/tasks/repack';
import type { TaskDemand, TaskGroupJob } from '#shared/tasks/task-demand';
import { taskDemand as demand } from '../../../helpers/task-demand';

/** Free from 0 to `end`, a buffer of 10, a grid of 5. */
const job = (demands: readonly TaskDemand[], end = 100): TaskGroupJob => ({
  frame: { now: 0, gridMinutes: 5, bufferMinutes: 10, clock: { transitions: [], offsets: [0] }, energy: [] },
  free: {
    rawStart: Int32Array.of(-10),
    rawEnd: Int32Array.of(end + 10),
    usableStart: Int32Array.of(0),
    usableEnd: Int32Array.of(end),
  },
  demands,
  projectBlocks: [],
  algorithm: 'best',
  steps: 0,
  seed: 1,
});
const placed = (board: Board) => board.demands.flatMap((_, task) => (board.isPlaced(task) ? [task] : []));

describe('[TASK-97] repacking an overfull stretch', () => {
  it('takes the tasks of most weight that fit together with their buffers', () => {
    // 100 minutes hold 30 + 10 + 60, not 60 + 10 + 45.
    const board = new Board(
      job([demand({ minutes: 45, weight: 4 }), demand({ minutes: 60, weight: 4 }), demand({ minutes: 30, weight: 2 })]),
    );
    board.lay(0, 45, 0, 0);
    board.lay(2, 30, 0, 60);
    // 45 + 10 + 30 weighs 6 already, and 60 + 10 + 30 no more.
    expect(repack(board)).toBe(false);
    board.clear(2);
    expect(repack(board)).toBe(true);
    expect(board.totals.unplaced).toBe(4);
    expect(placed(board)).toEqual([0, 2]);
  });

  it('gives one heavy task up for two that weigh more together, earlier due first (5 minutes late at weight 8)', () => {
    const board = new Board(
      job([
        demand({ minutes: 90, weight: 8 }),
        demand({ minutes: 40, weight: 8, due: 90 }),
        demand({ minutes: 45, weight: 4, due: 50 }),
      ]),
    );
    board.lay(0, 90, 0, 0);
    expect(repack(board)).toBe(true);
    expect(board.piecesOf.map((pieces) => pieces.map((piece) => board.startOf(piece)))).toEqual([[], [55], [0]]);
    expect(board.totals).toMatchObject({ unplaced: 8, late: 40 });
  });

  it('leaves tied and split tasks where they stand and fills the room beside them', () => {
    const board = new Board(
      job([
        demand({ minutes: 30, chunk: { min: 15, max: 30 }, weight: 1 }),
        demand({ minutes: 30, weight: 1 }),
        demand({ minutes: 60, weight: 8, earliest: 20 }),
        demand({ minutes: 60, weight: 2 }),
      ]),
    );
    board.lay(0, 30, 0, 0);
    board.lay(1, 30, 0, 60);
    expect(repack(board)).toBe(true);
    // Room for 60 from 40 on: the heavy one may start at 20 at the earliest.
    expect(board.piecesOf.map((pieces) => pieces.map((piece) => board.startOf(piece)))).toEqual([[0], [], [40], []]);
  });

  it('[TASK-5] moves nobody before its earliest start or past its latest end: those stand, and the room beside them is filled', () => {
    const early = new Board(
      job([demand({ minutes: 40, weight: 1, earliest: 50 }), demand({ minutes: 40, weight: 8 })]),
    );
    early.lay(0, 40, 0, 50);
    expect(repack(early)).toBe(true);
    expect(early.piecesOf.map((pieces) => pieces.map((piece) => early.startOf(piece)))).toEqual([[50], [0]]);
    const late = new Board(
      job([demand({ minutes: 40, weight: 1, latestEnd: 45 }), demand({ minutes: 40, weight: 8, due: 10 })]),
    );
    late.lay(0, 40, 0, 0);
    expect(repack(late)).toBe(true);
    expect(late.piecesOf.map((pieces) => pieces.map((piece) => late.startOf(piece)))).toEqual([[0], [50]]);
  });

  it('is never beaten by any other choice of one stretch', () => {
    const one = fc.record({
      minutes: fc.integer({ min: 1, max: 12 }).map((n) => 5 * n),
      weight: fc.constantFrom(1, 2, 4, 8),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 9 }), (given) => {
        const board = new Board(
          job(
            given.map((more) => demand(more)),
            120,
          ),
        );
        repack(board);
        let most = 0;
        for (let set = 0; set < 1 << given.length; set += 1) {
          const chosen = given.filter((_, task) => (set >> task) & 1);
          const minutes = chosen.reduce((sum, task) => sum + task.minutes + 10, -10);
          if (minutes <= 120)
            most = Math.max(
              most,
              chosen.reduce((sum, { weight }) => sum + weight, 0),
            );
        }
        const all = given.reduce((sum, { weight }) => sum + weight, 0);
        expect(all - board.totals.unplaced).toBe(most);
        let end = -10;
        for (const piece of board.onRun[0]!) {
          expect(board.startOf(piece)).toBeGreaterThanOrEqual(end + 10);
          end = board.endOf(piece);
        }
        expect(end).toBeLessThanOrEqual(120);
      }),
    );
  });
});
