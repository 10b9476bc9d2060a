// Greedy construction: one task after the other, each at its best free place, in an order that respects dependencies.
import { listOf } from '../base/list-of';
import type { MinuteSpan } from '../engine/epoch-minute';
import type { Board, Slot } from './board';
import type { TaskDemand } from './task-demand';

/** What demands are ordered by, the first figure first; the less of it, the sooner. */
export type Urgency = readonly ((demand: TaskDemand, task: number) => number)[];

const due = (demand: TaskDemand) => demand.due ?? Number.POSITIVE_INFINITY;
const lightness = (demand: TaskDemand) => -demand.weight;
const minutes = (demand: TaskDemand) => demand.minutes;

export function compare(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Heavy first, then the earlier due, then the shorter. */
export const byWeight: Urgency = [lightness, due, minutes];

/** Earlier due first, then the heavier, then the shorter. */
export const byDue: Urgency = [due, lightness, minutes];

/** Most weight for a minute first (Smith's rule for weighted completion). */
export const byDensity: Urgency = [(demand) => -(demand.weight / demand.minutes), due];

/** Positions of all demands: by urgency, but never before what they depend on. Ties keep the given order. O(n log n + n x waiting). */
export function orderOf(demands: readonly TaskDemand[], urgency: Urgency): number[] {
  // Each figure is asked for once a demand, not at every comparison.
  const columns = listOf(urgency.length, (rank) => Float64Array.from(demands, urgency[rank]!));
  const inOrder = (a: number, b: number): number => {
    for (const column of columns) {
      const one = column[a]!;
      const other = column[b]!;
      if (one !== other) return one < other ? -1 : 1;
    }
    return a - b;
  };
  const sorted = Int32Array.from(demands, (_, task) => task).sort(inOrder);
  const done = new Uint8Array(demands.length);
  const order: number[] = [];
  // By a list of one's own instead of a call within a call: a chain may be longer than calls can be nested.
  const asked = new Int32Array(demands.length);
  const path: number[] = [];
  const enter = (task: number) => {
    if (done[task] === 1) return;
    done[task] = 1;
    path.push(task);
  };
  const visit = (urgent: number) => {
    enter(urgent);
    while (path.length > 0) {
      const task = path.at(-1)!;
      // What an urgent task waits for is as urgent as the task itself.
      const other = demands[task]!.dependsOn[asked[task]!];
      asked[task]! += 1;
      if (other !== undefined) enter(other);
      else order.push(path.pop()!);
    }
  };
  for (const task of sorted) visit(task);
  return order;
}

/** Places a task as well as the board allows without moving anything. False, and nothing changed, when it does not fit whole. */
export function placeTask(board: Board, task: number): boolean {
  const demand = board.demands[task]!;
  const slot: Slot = { run: -1, start: 0, late: 0, gain: 0 };
  if (demand.chunk === null || demand.minutes <= demand.chunk.max) {
    if (board.bestSlot(task, demand.minutes, slot)) {
      board.lay(task, demand.minutes, slot.run, slot.start);
      if (demand.chunk === null || slot.late === 0) return true;
    } else if (demand.chunk === null) {
      return false;
    }
  } else {
    placeEvenly(board, task, slot);
  }
  // A splittable task that is late or homeless in few pieces may be in time in more.
  if (board.isPlaced(task) && board.lateOf(task) === 0) return true;
  const late = board.isPlaced(task) ? board.lateOf(task) : Number.POSITIVE_INFINITY;
  const pieces = layout(board, task);
  board.clear(task);
  if (fillInOrder(board, task) && board.lateOf(task) < late) return true;
  board.clear(task);
  restore(board, task, pieces);
  return pieces.length > 0;
}

/** As few pieces as the maximum allows, of nearly equal length, each at its best place. */
function placeEvenly(board: Board, task: number, slot: Slot): void {
  const demand = board.demands[task]!;
  for (const minutes of evenPieces(demand.minutes, demand.chunk!.max, board.frame.gridMinutes)) {
    if (minutes < demand.chunk!.min || !board.bestSlot(task, minutes, slot)) {
      board.clear(task);
      return;
    }
    board.lay(task, minutes, slot.run, slot.start);
  }
}

/** Splits a length into the fewest pieces of at most `most` minutes, equal but for grid steps, the longer ones first. */
export function evenPieces(minutes: number, most: number, grid: number): number[] {
  const count = Math.ceil(minutes / most);
  const pieces: number[] = [];
  let rest = minutes;
  for (let left = count; left > 0; left -= 1) {
    const even = rest / left;
    const piece = Math.min(most, rest, left === 1 ? rest : Math.ceil(even / grid) * grid);
    pieces.push(piece);
    rest -= piece;
  }
  return pieces;
}

/** Fills the gaps from the earliest on with pieces as long as they may be. */
function fillInOrder(board: Board, task: number): boolean {
  const demand = board.demands[task]!;
  const { min, max } = demand.chunk!;
  const buffer = board.frame.bufferMinutes;
  const lowest = board.earliestStart(task);
  const highest = board.latestEnd(task);
  let rest = demand.minutes;
  for (let run = 0; run < board.onRun.length && rest > 0; run += 1) {
    if (board.free.usableEnd[run]! <= lowest) continue;
    if (board.free.usableStart[run]! >= highest) break;
    let from = board.free.usableStart[run]!;
    for (let position = 0; position <= board.onRun[run]!.length && rest > 0; position += 1) {
      const after = board.onRun[run]![position];
      const to = Math.min(
        after === undefined ? board.free.usableEnd[run]! : board.pieceStart[after]! - buffer,
        highest,
      );
      const start = board.gridFrom(Math.max(from, lowest));
      const minutes = pieceFor(rest, to - start, min, max);
      if (minutes > 0) {
        board.lay(task, minutes, run, start);
        rest -= minutes;
        from = start + minutes + buffer;
      } else if (after !== undefined) {
        from = board.pieceStart[after]! + board.pieceMinutes[after]! + buffer;
      }
    }
  }
  if (rest > 0) board.clear(task);
  return rest === 0;
}

/** The longest piece that fits and leaves a rest that can still be a piece; 0 when there is none. */
function pieceFor(rest: number, room: number, min: number, max: number): number {
  const most = Math.min(rest, room, max);
  const least = Math.min(min, rest);
  const piece = rest - most > 0 && rest - most < least ? rest - least : most;
  return piece >= least && piece <= most ? piece : 0;
}

interface Laid {
  readonly run: number;
  readonly start: number;
  readonly minutes: number;
}

export function layout(board: Board, task: number): Laid[] {
  return board.piecesOf[task]!.map((piece) => ({
    run: board.pieceRun[piece]!,
    start: board.pieceStart[piece]!,
    minutes: board.pieceMinutes[piece]!,
  }));
}

export function restore(board: Board, task: number, pieces: readonly Laid[]): void {
  for (const piece of pieces) board.lay(task, piece.minutes, piece.run, piece.start);
}

/** Lays a task in its places if every piece may stand there and together they are the task. */
export function keep(board: Board, task: number, spans: readonly MinuteSpan[]): boolean {
  const demand = board.demands[task]!;
  let minutes = 0;
  for (const span of spans) minutes += span.end - span.start;
  if (spans.length === 0 || minutes !== demand.minutes) return false;
  if (demand.chunk === null ? spans.length > 1 : !chunksFit(demand, spans)) return false;
  const lowest = board.earliestStart(task);
  const highest = board.latestEnd(task);
  for (const span of spans) {
    const run = span.start < lowest || span.end > highest ? -1 : board.runHolding(span.start, span.end - span.start);
    if (run < 0) {
      board.clear(task);
      return false;
    }
    board.lay(task, span.end - span.start, run, span.start);
  }
  return true;
}

function chunksFit(demand: TaskDemand, spans: readonly MinuteSpan[]): boolean {
  const { min, max } = demand.chunk!;
  const least = Math.min(min, demand.minutes);
  return spans.every((span) => span.end - span.start >= least && span.end - span.start <= max);
}
