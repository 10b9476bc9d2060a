// Improvement: a piece moves to a better free place, or clears one for itself. An attempt is kept only if it is better on all levels together.
import { listOf } from '../base/list-of';
import type { Board, Slot } from './board';
import { placeTask } from './construct';
import { ejectFor } from './ejection';
import { isBetterTotals } from './levels';

/**
 * Improves until nothing gets better or the steps are used up.
 * A task that could not be bettered is passed over until something near it moved; at the end all are looked at once more.
 */
export function improve(
  board: Board,
  steps: number,
  tasks: readonly number[] = listOf(board.demands.length, (task) => task),
): void {
  let used = 0;
  board.changed([]);
  const waiting = new Uint8Array(board.demands.length).fill(1);
  // After how many changes each task was last looked at in vain: on the same board it would be in vain again.
  const vainAfter = new Int32Array(board.demands.length).fill(-1);
  let changes = 0;
  for (let whole = true; used < steps; ) {
    let changed = false;
    for (const task of tasks) {
      if (used >= steps) break;
      if (waiting[task] === 0 || vainAfter[task] === changes) continue;
      const tried = improveTask(board, task, steps - used);
      used += tried.steps;
      if (tried.better) {
        changed = true;
        changes += 1;
        for (const moved of board.tasksNearChange(task)) waiting[moved] = 1;
      } else {
        waiting[task] = 0;
        vainAfter[task] = changes;
      }
    }
    if (!changed) {
      if (whole) break;
      waiting.fill(1);
    }
    whole = !changed;
  }
  board.effort.steps += used;
}

function improveTask(board: Board, task: number, steps: number): { better: boolean; steps: number } {
  if (!board.isPlaced(task)) {
    if (placeTask(board, task)) {
      board.changed(board.runsOf(task));
      return { better: true, steps: 1 };
    }
    const tried = ejectFor(board, task, board.columns.minutes[task]!, -1, steps - 1);
    return { better: tried.better, steps: 1 + tried.steps };
  }
  let used = 0;
  let better = false;
  for (const piece of [...board.piecesOf[task]!]) {
    // An earlier attempt may have moved this piece under a new number.
    if (board.pieceTask[piece] !== task || board.pieceRun[piece]! < 0 || used >= steps) continue;
    used += 1;
    if (relocate(board, piece)) better = true;
    const tried = ejectFor(board, task, board.pieceMinutes[piece]!, piece, steps - used);
    used += tried.steps;
    better ||= tried.better;
  }
  return { better, steps: used };
}

/** Moves one piece to its best free place when that is better than where it stands. */
function relocate(board: Board, piece: number): boolean {
  board.effort.moves.tried += 1;
  const task = board.pieceTask[piece]!;
  const before = { ...board.totals };
  const run = board.pieceRun[piece]!;
  const start = board.pieceStart[piece]!;
  const slot: Slot = { run: -1, start: 0, late: 0, gain: 0 };
  const late = board.lateOf(task);
  board.take(piece);
  // Only what beats the place it has is looked for, which passes over most of the horizon.
  if (board.bestSlot(task, board.pieceMinutes[piece]!, slot, late, before.preference - board.totals.preference)) {
    board.put(piece, slot.run, slot.start);
    if (isBetterTotals(board.totals, before)) {
      board.changed([run, slot.run]);
      board.effort.moves.kept += 1;
      return true;
    }
    board.takeBack(piece);
  }
  board.putBack(piece, run, start);
  Object.assign(board.totals, before);
  return false;
}
