// A pure function of its job: one group of tasks in, their pieces out. Runs in the pool or in place, with the same answer.
import type { MinuteSpan } from '../engine/epoch-minute';
import { Board } from './board';
import { byDensity, byDue, byWeight, compare, keepPresent, orderOf, placeTask, type Urgency } from './construct';
import { placeEarliestFit } from './earliest-fit';
import { fairStarts } from './fair-starts';
import { improve, isBetterTotals } from './improve';
import { noEffort, type SearchEffort } from './search-effort';
import { SlotValues } from './slot-values';
import type { TaskGroupJob, TaskGroupResult } from './task-demand';

/** Layouts by fair starts: each gives those that came too late in the one before more time. */
const FAIR_ATTEMPTS = 6;
const SOONER_MINUTES = 720;

/** `now` is read for the report only. */
export function planTaskGroup(job: TaskGroupJob, now: () => number = () => 0): TaskGroupResult {
  if (job.algorithm === 'greedy') {
    const board = new Board(job);
    placeEarliestFit(board);
    return resultOf(board);
  }
  const board = constructBest(job);
  const begun = now();
  improve(board, job.steps);
  board.effort.improveMilliseconds = now() - begun;
  return resultOf(board);
}

/** Keeps the plan in force and adds what is new in each of three orders and by fair starts; the best beginning is improved. */
function constructBest(job: TaskGroupJob): Board {
  const effort = noEffort();
  const values = new SlotValues(job.frame, job.free, job.demands, effort.slotValues);
  let best = null as Board | null;
  const consider = (board: Board) => {
    if (best === null || isBetterTotals(board.totals, best.totals)) best = board;
  };
  for (const urgency of [byWeight, byDue, byDensity]) {
    const board = new Board(job, values, effort);
    const allKept = construct(board, urgency);
    consider(board);
    if (allKept) return board;
  }
  // Groups of a cut problem are laid out without steps and then begin from there: fair starts, dear on long horizons, gained nothing for them.
  const isWholeProblem = job.steps > 0 && job.demands.every((demand) => demand.begin === undefined);
  if (isWholeProblem) constructFairly(job, values, effort, consider);
  if (best!.totals.late > 0 || best!.totals.unplaced > 0) {
    // The plain baseline meets due dates that a start by score may miss: the plan is never later than it.
    const plain = new Board(job, values, effort);
    placeEarliestFit(plain);
    consider(plain);
  }
  return best!;
}

/** By fair starts, until none is late or homeless or the attempts are used up. */
function constructFairly(
  job: TaskGroupJob,
  values: SlotValues,
  effort: SearchEffort,
  consider: (board: Board) => void,
): void {
  const starts = fairStarts(job.frame, job.free, job.demands, values);
  const startOf = new Map(job.demands.map((demand, task) => [demand, starts[task]!]));
  for (let attempt = 0; attempt < FAIR_ATTEMPTS; attempt += 1) {
    const board = new Board(job, values, effort);
    construct(board, (a, b) => compare(startOf.get(a)!, startOf.get(b)!) || byDensity(a, b));
    consider(board);
    if (board.totals.unplaced === 0 && board.totals.late === 0) break;
    // Who came too late goes first the next time.
    job.demands.forEach((demand, task) => {
      if (!board.isPlaced(task) || board.lateOf(task) > 0) startOf.set(demand, startOf.get(demand)! - SOONER_MINUTES);
    });
  }
}

/** Whether everything could be kept where it was. */
function construct(board: Board, urgency: Urgency): boolean {
  const order = orderOf(board.demands, urgency);
  let allKept = true;
  for (const task of order) if (!keepPresent(board, task)) allKept = false;
  if (!allKept) for (const task of order) if (!board.isPlaced(task)) placeTask(board, task);
  return allKept;
}

export function resultOf(board: Board): TaskGroupResult {
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
    effort: board.effort,
  };
}
