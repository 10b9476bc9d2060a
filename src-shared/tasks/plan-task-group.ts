// A pure function of its job: one group of tasks in, their pieces out. Runs in the pool or in place, with the same answer.
import type { MinuteSpan } from '../engine/epoch-minute';
import { Board } from './board';
import { byDensity, byDue, byWeight, keepPresent, orderOf, placeTask, type Urgency } from './construct';
import { placeEarliestFit } from './earliest-fit';
import { improve, isBetterTotals } from './improve';
import { SlotValues } from './slot-values';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';

export function planTaskGroup(job: TaskGroupJob): TaskGroupResult {
  if (job.algorithm === 'greedy') {
    const board = new Board(job);
    placeEarliestFit(board);
    return resultOf(board, 0);
  }
  const board = constructBest(job);
  const steps = improve(board, job.steps);
  return resultOf(board, steps);
}

/** Keeps the plan in force and adds what is new in each of three orders; the best beginning is improved. */
function constructBest(job: TaskGroupJob): Board {
  const orders: Urgency[] = [byWeight, byDue, byDensity];
  let best: Board | null = null;
  const values = new SlotValues(job.frame, job.free, job.demands);
  let candidates = 0;
  for (const urgency of orders) {
    const board = new Board(job, values);
    const order = orderOf(job.demands, urgency);
    let allKept = true;
    for (const task of order) if (!keepPresent(board, task)) allKept = false;
    if (!allKept) for (const task of order) if (!board.isPlaced(task)) placeTask(board, task);
    candidates += board.candidates;
    if (best === null || isBetterTotals(board.totals, best.totals)) best = board;
    if (allKept) break;
  }
  if (best!.totals.late > 0) {
    // The plain baseline meets due dates that a start by score may miss: the plan is never later than it.
    const plain = new Board(job, values);
    placeEarliestFit(plain);
    candidates += plain.candidates;
    if (isBetterTotals(plain.totals, best!.totals)) best = plain;
  }
  best!.candidates = candidates;
  return best!;
}

export function resultOf(board: Board, steps: number): TaskGroupResult {
  return {
    pieces: board.piecesOf.map((pieces) =>
      pieces
        .map(
          (piece): MinuteSpan => ({
            start: board.pieceStart[piece]!,
            end: board.pieceStart[piece]! + board.pieceMinutes[piece]!,
          }),
        )
        .sort((a, b) => a.start - b.start),
    ),
    candidates: board.candidates,
    steps,
  };
}
