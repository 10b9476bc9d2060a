// Overfull time: of what stands on a stretch and what has no place, the tasks of most weight that fit together are chosen, stretch by stretch.
// Each stretch is a knapsack solved exactly; what is given up may win a place in another.

import type { Board } from './board';
import { compare } from './construct';
import { insertAt } from './short-list';
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
  /** Of tasks in one piece that nothing ties and that may stand anywhere on the stretch. */
  readonly pieces: readonly number[];
}

/** Betters level 1 in place; true when anything was gained. Split and tied tasks, and what is fixed, stand still. */
export function repack(board: Board): boolean {
  let isBetter = false;
  for (let pass = 0; pass < MOST_PASSES && board.totals.unplaced > 0; pass += 1) {
    const waiting = new Waiting(board);
    let gained = false;
    for (let run = 0; run < board.onRun.length; run += 1)
      for (const stretch of stretchesOf(board, run)) gained = repackStretch(board, waiting, stretch) || gained;
    if (!gained) break;
    isBetter = true;
  }
  return isBetter;
}

/** The tasks that may be laid anywhere and have no place, by their length: asked for at every stretch, of which a year has thousands. */
class Waiting {
  private readonly board: Board;
  /** By size in grid steps, the heaviest first. Who found a place is still in it, and passed over. */
  private readonly bySize: number[][] = [];

  constructor(board: Board) {
    this.board = board;
    for (let task = 0; task < board.demands.length; task += 1)
      if (!board.isPlaced(task) && isLoose(board.demands, board.columns, task)) this.list(task).push(task);
    for (const tasks of this.bySize) tasks.sort((a, b) => this.compare(a, b));
  }

  /** One that lost its place. */
  add(task: number): void {
    const tasks = this.list(task);
    let at = 0;
    while (at < tasks.length && this.compare(tasks[at]!, task) < 0) at += 1;
    if (tasks[at] !== task) insertAt(tasks, at, task);
  }

  /**
   * Of each size as many as there is room for, the heaviest of those that may stand anywhere on the stretch. The longest come first, and of equal
   * weight the knapsack takes who comes first: a short task finds room elsewhere.
   */
  for({ from, steps, to }: Stretch): number[] {
    const { earliest, latestEnd } = this.board.columns;
    const found: number[] = [];
    for (let size = Math.min(steps, this.bySize.length - 1); size > 0; size -= 1) {
      const tasks = this.bySize[size]!;
      let room = Math.floor(steps / size);
      for (let at = 0; at < tasks.length && room > 0; at += 1) {
        const task = tasks[at]!;
        if (this.board.isPlaced(task) || earliest[task]! > from || latestEnd[task]! < to) continue;
        found.push(task);
        room -= 1;
      }
    }
    return found;
  }

  private list(task: number): number[] {
    const size = stepsOf(this.board, task);
    while (this.bySize.length <= size) this.bySize.push([]);
    return this.bySize[size]!;
  }

  private compare(a: number, b: number): number {
    const { weight } = this.board.columns;
    return weight[b]! - weight[a]! || a - b;
  }
}

/** Where a repacking begins: as it stands, and from nothing but what is split or tied. */
export function beginnings(board: Board, pieces: TaskGroupResult['pieces']): TaskGroupResult['pieces'][] {
  return [pieces, pieces.map((spans, task) => (isLoose(board.demands, board.columns, task) ? [] : spans))];
}

/** The parts of a run between what stands still: what is split or tied, and what may not go to the beginning of its part or to the end of the run. */
function stretchesOf(board: Board, run: number): Stretch[] {
  const { bufferMinutes, gridMinutes } = board.frame;
  const { earliest, latestEnd } = board.columns;
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
    const isMovable = earliest[task]! <= board.gridFrom(from) && latestEnd[task]! >= board.free.usableEnd[run]!;
    if (isMovable && isLoose(board.demands, board.columns, task)) {
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

function repackStretch(board: Board, waiting: Waiting, stretch: Stretch): boolean {
  const others = waiting.for(stretch);
  if (others.length === 0) return false;
  const standing = stretch.pieces.map((piece) => board.pieceTask[piece]!);
  const chosen = heaviest(board, stretch.steps, standing, others);
  const weightOf = (tasks: readonly number[]) => tasks.reduce((sum, task) => sum + board.columns.weight[task]!, 0);
  if (weightOf(chosen) <= weightOf(standing)) return false;
  const { due } = board.columns;
  for (const task of standing) board.clear(task);
  let start = stretch.from;
  for (const task of chosen.sort((a, b) => compare(due[a]!, due[b]!) || a - b)) {
    board.lay(task, board.columns.minutes[task]!, stretch.run, start);
    start += stepsOf(board, task) * board.frame.gridMinutes;
  }
  for (const task of standing) if (!board.isPlaced(task)) waiting.add(task);
  return true;
}

/** A knapsack over so many grid steps: tasks of most weight, and among those as many as can be of the ones that stand there. */
function heaviest(board: Board, steps: number, standing: readonly number[], others: readonly number[]): number[] {
  const candidates = [...standing, ...others];
  const best = new Float64Array(steps + 1);
  const taken = candidates.map(() => new Uint8Array(steps + 1));
  candidates.forEach((task, index) => {
    const size = stepsOf(board, task);
    const worth = board.columns.weight[task]! * WEIGHT_FIRST + (index < standing.length ? 1 : 0);
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
    chosen.push(candidates[index]!);
    room -= stepsOf(board, candidates[index]!);
  }
  return chosen;
}

/** Grid steps of a task with the buffer behind it. */
function stepsOf(board: Board, task: number): number {
  return Math.ceil((board.columns.minutes[task]! + board.frame.bufferMinutes) / board.frame.gridMinutes);
}
