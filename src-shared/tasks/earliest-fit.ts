// The named baseline `greedy`: by due date, each task at the first free place that holds it. No score, no second thought.
import { firstRunEndingAfter } from '../engine/free-time';
import { onGrid } from '../engine/local-clock';
import { byDue, orderOf } from './construct';
import { Layout } from './layout';
import type { SearchEffort } from './search-effort';

/** A layout for who never asks for the third level. */
export class PlainLayout extends Layout {
  protected worthOf(): number {
    return 0;
  }
  protected joins(): void {}
  protected leaves(): void {}
}

export function placeEarliestFit(board: Layout, effort: SearchEffort): void {
  for (const task of orderOf(board.demands, byDue)) {
    const demand = board.demands[task]!;
    if (demand.chunk === null || demand.minutes <= demand.chunk.max) {
      placeFirst(board, effort, task, demand.minutes);
      continue;
    }
    let rest = demand.minutes;
    while (rest > 0 && placeFirst(board, effort, task, Math.min(rest, demand.chunk.max))) rest -= demand.chunk.max;
    const whole = board.piecesOf[task]!.reduce((sum, piece) => sum + board.pieceMinutes[piece]!, 0) === demand.minutes;
    const longEnough = board.piecesOf[task]!.every((piece) => board.pieceMinutes[piece]! >= demand.chunk!.min);
    if (!whole || !longEnough) board.clear(task);
  }
}

function placeFirst(board: Layout, effort: SearchEffort, task: number, minutes: number): boolean {
  const lowest = board.earliestStart(task);
  const highest = board.latestEnd(task);
  const buffer = board.frame.bufferMinutes;
  if (lowest + minutes > highest) return false;
  let run = board.nextRunWithGap(firstRunEndingAfter(board.free, lowest), minutes);
  for (; run >= 0; run = board.nextRunWithGap(run + 1, minutes)) {
    let from = board.free.usableStart[run]!;
    for (let position = 0; position <= board.onRun[run]!.length; position += 1) {
      const after = board.onRun[run]![position];
      const to = Math.min(
        after === undefined ? board.free.usableEnd[run]! : board.pieceStart[after]! - buffer,
        highest,
      );
      const start = onGrid(board.frame.clock, Math.max(from, lowest), board.frame.gridMinutes);
      effort.candidates += 1;
      if (start + minutes <= to) {
        board.lay(task, minutes, run, start);
        return true;
      }
      if (after !== undefined) from = board.pieceStart[after]! + board.pieceMinutes[after]! + buffer;
    }
  }
  return false;
}
