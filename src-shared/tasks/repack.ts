// Overfull time: of what stands on a stretch and what has no place, the tasks of most weight that fit together are chosen, stretch by stretch.
// Each stretch is a knapsack solved exactly; what is given up may win a place in another.

import { groupBy } from '../base/group-by';
import type { Board } from './board';
import { compare } from './construct';
import { isLoose } from './task-columns';
import type { TaskGroupResult } from './task-demand';

/** Each pass places more weight; what is gained after so many is not worth the time. */
const MOST_PASSES = 6;
/** Worth more than all that may stay where it stands: weight goes first. */
const WEIGHT_FIRST = 4096;

interface Stretch {
  readonly run: number;
  /** First start on the grid. */
  readonly from: number;
  /** Grid steps that pieces with their buffers may fill. */
  readonly steps: number;
  readonly to: number;
  /** Of tasks in one piece that nothing ties. */
  readonly pieces: readonly number[];
}

/** Betters level 1 in place; true when anything was gained. Split and tied tasks, and what is fixed, stand still. */
export function repack(board: Board): boolean {
  let isBetter = false;
  for (let pass = 0; pass < MOST_PASSES && board.totals.unplaced > 0; pass += 1) {
    let gained = false;
    for (let run = 0; run < board.onRun.length; run += 1)
      for (const stretch of stretchesOf(board, run)) gained = repackStretch(board, stretch) || gained;
    if (!gained) break;
    isBetter = true;
  }
  return isBetter;
}

/** Where a repacking begins: as it stands, and from nothing but what is split or tied. */
export function beginnings(board: Board, pieces: TaskGroupResult['pieces']): TaskGroupResult['pieces'][] {
  return [pieces, pieces.map((spans, task) => (isLoose(board.demands, board.columns, task) ? [] : spans))];
}

/** The parts of a run between what stands still. */
function stretchesOf(board: Board, run: number): Stretch[] {
  const { bufferMinutes, gridMinutes } = board.frame;
  const found: Stretch[] = [];
  let from = board.free.usableStart[run]!;
  let pieces: number[] = [];
  const end = (to: number) => {
    const first = board.gridFrom(from);
    const steps = Math.floor((to - first + bufferMinutes) / gridMinutes);
    if (steps > 0) found.push({ run, from: first, steps, to, pieces });
  };
  for (const piece of board.onRun[run]!) {
    const task = board.pieceTask[piece]!;
    if (isLoose(board.demands, board.columns, task)) {
      pieces.push(piece);
      continue;
    }
    end(board.startOf(piece) - bufferMinutes);
    from = board.endOf(piece) + bufferMinutes;
    pieces = [];
  }
  end(board.free.usableEnd[run]!);
  return found;
}

function repackStretch(board: Board, stretch: Stretch): boolean {
  const standing = stretch.pieces.map((piece) => board.pieceTask[piece]!);
  const chosen = heaviest(board, stretch, standing);
  const weightOf = (tasks: readonly number[]) => tasks.reduce((sum, task) => sum + board.columns.weight[task]!, 0);
  if (weightOf(chosen) <= weightOf(standing)) return false;
  const { due } = board.columns;
  for (const task of standing) board.clear(task);
  let start = stretch.from;
  for (const task of chosen.sort((a, b) => compare(due[a]!, due[b]!) || a - b)) {
    board.lay(task, board.columns.minutes[task]!, stretch.run, start);
    start += stepsOf(board, task) * board.frame.gridMinutes;
  }
  return true;
}

/** A knapsack over the steps of the stretch: tasks of most weight, and among those as many as can be of the ones that stand there. */
function heaviest(board: Board, stretch: Stretch, standing: readonly number[]): number[] {
  const { steps } = stretch;
  const candidates = candidatesFor(board, stretch, standing);
  const best = new Float64Array(steps + 1);
  const taken = candidates.map(() => new Uint8Array(steps + 1));
  candidates.forEach(({ task, stands }, index) => {
    const size = stepsOf(board, task);
    const worth = board.columns.weight[task]! * WEIGHT_FIRST + (stands ? 1 : 0);
    const took = taken[index]!;
    for (let room = steps; room >= size; room -= 1) {
      const value = best[room - size]! + worth;
      if (value <= best[room]!) continue;
      best[room] = value;
      took[room] = 1;
    }
  });
  const chosen: number[] = [];
  for (let index = candidates.length - 1, room = steps; index >= 0; index -= 1) {
    if (taken[index]![room] === 0) continue;
    chosen.push(candidates[index]!.task);
    room -= stepsOf(board, candidates[index]!.task);
  }
  return chosen;
}

/** What stands there, and of each size as many of those without a place as there is room for, the heaviest. */
function candidatesFor(
  board: Board,
  { from, steps, to }: Stretch,
  standing: readonly number[],
): { task: number; stands: boolean }[] {
  const { earliest, latestEnd, weight } = board.columns;
  const out = [...board.demands.keys()].filter(
    (task) =>
      !board.isPlaced(task) &&
      isLoose(board.demands, board.columns, task) &&
      earliest[task]! <= from &&
      latestEnd[task]! >= to &&
      stepsOf(board, task) <= steps,
  );
  const found = standing.map((task) => ({ task, stands: true }));
  for (const [size, tasks] of groupBy(out, (task) => stepsOf(board, task))) {
    tasks.sort((a, b) => weight[b]! - weight[a]! || a - b);
    for (const task of tasks.slice(0, Math.floor(steps / size))) found.push({ task, stands: false });
  }
  return found;
}

/** Grid steps of a task with the buffer behind it. */
function stepsOf(board: Board, task: number): number {
  return Math.ceil((board.columns.minutes[task]! + board.frame.bufferMinutes) / board.frame.gridMinutes);
}
