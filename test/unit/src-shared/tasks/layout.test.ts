import { describe, expect, it } from 'vitest';
import type { MinuteSpan } from '#shared/engine/epoch-minute';
import { Board } from '#shared/tasks/board';
import { keep, orderOf } from '#shared/tasks/construct';
import type { TaskDemand, TaskGroupJob } from '#shared/tasks/task-demand';
import { taskDemand as demand } from '../../../helpers/task-demand';

/** Two free runs, 100 to 200 and 300 to 400, a buffer of 10. */
const job = (demands: readonly TaskDemand[]): TaskGroupJob => ({
  frame: { now: 0, gridMinutes: 5, bufferMinutes: 10, clock: { transitions: [], offsets: [0] }, energy: [] },
  free: {
    rawStart: Int32Array.of(90, 290),
    rawEnd: Int32Array.of(210, 410),
    usableStart: Int32Array.of(100, 300),
    usableEnd: Int32Array.of(200, 400),
  },
  demands,
  projectBlocks: [],
  algorithm: 'best',
  steps: 0,
  seed: 1,
});

const span = (start: number, end: number): MinuteSpan => ({ start, end });
const laidOut = (demands: readonly TaskDemand[], spans: readonly (readonly MinuteSpan[])[]) => {
  const board = new Board(job(demands));
  board.layOut(orderOf(demands, []), spans);
  return board;
};
const placed = (board: Board) => board.demands.map((_, task) => board.isPlaced(task));

describe('a board laid out in one pass', () => {
  it('has the gaps and the first two levels of one that is laid task by task', () => {
    const demands = [demand({ due: 150, weight: 4 }), demand(), demand({ minutes: 60, due: 350 })];
    const spans = [[span(140, 170)], [span(100, 130)], [span(300, 360)]];
    const board = laidOut(demands, spans);
    const oneByOne = new Board(job(demands));
    for (const task of [0, 1, 2]) keep(oneByOne, task, spans[task]!);
    expect(placed(board)).toEqual([true, true, true]);
    // 20 min late at weight 4, 10 min late at weight 2.
    expect(board.totals).toMatchObject({ unplaced: 0, late: 100 });
    expect(oneByOne.totals).toMatchObject({ unplaced: 0, late: 100 });
    // Left over are 180 to 200 and 370 to 400.
    for (const each of [board, oneByOne]) {
      expect([20, 30, 31].map((minutes) => each.nextRunWithGap(0, minutes))).toEqual([0, 1, -1]);
    }
  });

  it('leaves off what is nearer than the buffer, outside free time, or before its earliest start', () => {
    const demands = [demand(), demand(), demand(), demand({ earliest: 340 })];
    const board = laidOut(demands, [[span(100, 130)], [span(135, 165)], [span(380, 410)], [span(330, 360)]]);
    expect(placed(board)).toEqual([true, false, false, false]);
    expect(board.totals.unplaced).toBe(6);
  });

  it('leaves off what waits for something that is off or ends later, and all that waits for that', () => {
    const demands = [
      demand(),
      demand({ dependsOn: [0] }),
      demand({ dependsOn: [1] }),
      demand({ dependsOn: [4] }),
      demand(),
    ];
    const board = laidOut(demands, [[], [span(100, 130)], [span(300, 330)], [span(140, 170)], [span(340, 370)]]);
    expect(placed(board)).toEqual([false, false, false, false, true]);
  });

  it('takes a task in pieces off as a whole, and what waits for it', () => {
    const demands = [demand(), demand({ minutes: 60, chunk: { min: 15, max: 30 } }), demand({ dependsOn: [1] })];
    const board = laidOut(demands, [[span(300, 330)], [span(100, 130), span(325, 355)], [span(370, 400)]]);
    expect(placed(board)).toEqual([true, false, false]);
    expect(board.totals.unplaced).toBe(4);
  });

  it('is as new once it is emptied', () => {
    const demands = [demand({ project: 'house' }), demand({ project: 'house' })];
    const board = laidOut(demands, [[span(100, 130)], [span(300, 330)]]);
    board.empty();
    const fresh = new Board(job(demands));
    expect(board.totals).toEqual(fresh.totals);
    for (const each of [board, fresh]) each.lay(1, 30, 0, 150);
    expect(board.totals).toEqual(fresh.totals);
    expect(board.nextRunWithGap(0, 100)).toBe(1);
  });
});
