// What a place would be worth to a task by itself, with room on both sides: what the search asks before it moves anybody, to pass over what cannot gain.
import type { MinuteSpan } from '../engine/epoch-minute';
import { firstRunEndingAfter } from '../engine/free-time';
import type { Board } from './board';
import { FACTOR_WEIGHT, TOTAL_WEIGHT } from './factors';
import type { SlotValues } from './slot-values';
import { STAY_BONUS } from './stay-bonus';

export class LoneValues {
  private readonly board: Board;
  private readonly values: SlotValues;
  private readonly bestFrees: Float64Array;
  private readonly bestFreeAt: Int32Array;
  /** Counts the changes that were meant to last; see `bestFree`. */
  private changes = 0;

  constructor(board: Board, values: SlotValues) {
    this.board = board;
    this.values = values;
    this.bestFrees = new Float64Array(board.demands.length);
    this.bestFreeAt = new Int32Array(board.demands.length).fill(-1);
  }

  /** Forgets what was remembered of free places. */
  forget(): void {
    this.changes += 1;
  }

  /** Weighted own value of a piece if it had room on both sides: what a place could be worth once others made way. */
  valueAlone(task: number, minutes: number, start: number): number {
    const value = this.values.at(task, minutes, start) + FACTOR_WEIGHT.buffer;
    return (this.board.shareFor(task, minutes) / TOTAL_WEIGHT) * (value + this.board.stayAt(task, start, minutes));
  }

  /** No place at or after `from` has a greater `valueAlone`. */
  mostAlone(task: number, minutes: number, from: number): number {
    const share = this.board.shareFor(task, minutes) / TOTAL_WEIGHT;
    const stay = this.board.columns.stands[task] === 1 ? STAY_BONUS * TOTAL_WEIGHT : 0;
    return (
      share *
      (FACTOR_WEIGHT.promptness * this.values.promptAt(from) +
        this.values.mostOfDay(task, minutes) +
        FACTOR_WEIGHT.buffer +
        stay)
    );
  }

  /** The most `valueAlone` can be for a whole task at a place that is free now. Kept until the next change. */
  bestFree(task: number): number {
    if (this.bestFreeAt[task] === this.changes) return this.bestFrees[task]!;
    const minutes = this.board.columns.minutes[task]!;
    const lowest = this.board.earliestStart(task);
    const highest = this.board.latestEnd(task);
    const buffer = this.board.frame.bufferMinutes;
    let best = Number.NEGATIVE_INFINITY;
    let next = firstRunEndingAfter(this.board.free, lowest);
    let run = this.board.nextRunWithGap(next, minutes);
    for (; run >= 0; run = this.board.nextRunWithGap(next, minutes)) {
      this.board.effort.skippedRuns += run - next;
      next = run + 1;
      const first = Math.max(this.board.free.usableStart[run]!, lowest);
      if (first + minutes > highest || this.mostAlone(task, minutes, first) <= best) break;
      let from = first;
      for (const piece of this.board.onRun[run]!) {
        best = Math.max(best, this.bestBetween(task, from, Math.min(this.board.pieceStart[piece]! - buffer, highest)));
        from = Math.max(first, this.board.endOf(piece) + buffer);
      }
      best = Math.max(best, this.bestBetween(task, from, Math.min(this.board.free.usableEnd[run]!, highest)));
    }
    this.bestFreeAt[task] = this.changes;
    this.bestFrees[task] = best;
    return best;
  }

  /** The most `valueAlone` can be for a whole task in the stretch around `centre` that comes free when a piece and its ejected leave, and the piece goes to `taken`. */
  bestFreed(task: number, centre: number, leaving: number, ejected: readonly number[], taken: MinuteSpan): number {
    const run = this.board.pieceRun[centre]!;
    const list = this.board.onRun[run]!;
    const buffer = this.board.frame.bufferMinutes;
    const goes = (piece: number) => piece === leaving || ejected.includes(piece);
    let first = list.indexOf(centre);
    let last = first;
    while (first > 0 && goes(list[first - 1]!)) first -= 1;
    while (last + 1 < list.length && goes(list[last + 1]!)) last += 1;
    const from = first > 0 ? this.board.endOf(list[first - 1]!) + buffer : this.board.free.usableStart[run]!;
    const to =
      last + 1 < list.length ? this.board.pieceStart[list[last + 1]!]! - buffer : this.board.free.usableEnd[run]!;
    const lowest = Math.max(from, this.board.columns.earliest[task]!);
    const highest = Math.min(to, this.board.columns.latestEnd[task]!);
    if (taken.start >= to || taken.end <= from) return this.bestBetween(task, lowest, highest);
    return Math.max(
      this.bestBetween(task, lowest, Math.min(highest, taken.start - buffer)),
      this.bestBetween(task, Math.max(lowest, taken.end + buffer), highest),
    );
  }

  private bestBetween(task: number, from: number, to: number): number {
    const minutes = this.board.columns.minutes[task]!;
    let best = Number.NEGATIVE_INFINITY;
    if (from + minutes > to) return best;
    for (let start = this.board.gridFrom(from); start + minutes <= to; start += this.board.frame.gridMinutes) {
      const value = this.valueAlone(task, minutes, start);
      if (value > best) best = value;
    }
    return best;
  }
}
