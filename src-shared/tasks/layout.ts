// Where pieces of tasks lie on the free runs, and the first two levels that follow from it, kept up to date at every change.
// Invariants: (1) the pieces of a run are sorted by start and keep the buffer among themselves; (2) the longest gap of every run is right;
// (3) the totals equal what a fresh count over all pieces would give, of level 3 since the board was laid out in one pass; (4) a task is either wholly placed or, between two moves, being placed.
import { listOf } from '../base/list-of';
import type { MinuteSpan } from '../engine/epoch-minute';
import { type FreeTime, firstRunEndingAfter } from '../engine/free-time';
import { LongestRunTree } from '../engine/longest-run-tree';
import { inTimeOrder } from './in-time-order';
import { insertAt, remove } from './short-list';
import { columnsOf, type TaskColumns } from './task-columns';
import type { TaskDemand, TaskFrame, TaskGroupJob } from './task-demand';

export interface Totals {
  unplaced: number;
  late: number;
  preference: number;
}

/** What the pieces are worth, and what else follows them about, is left to the board that is laid out. */
export abstract class Layout {
  readonly frame: TaskFrame;
  readonly free: FreeTime;
  readonly demands: readonly TaskDemand[];
  readonly columns: TaskColumns;
  readonly totals: Totals = { unplaced: 0, late: 0, preference: 0 };

  readonly pieceTask: number[] = [];
  readonly pieceStart: number[] = [];
  readonly pieceMinutes: number[] = [];
  /** Run of a piece; -1 while it is off the board. */
  readonly pieceRun: number[] = [];
  /** Pieces of a task on the board. */
  readonly piecesOf: number[][];
  readonly onRun: number[][] = [];
  readonly dependents: number[][];

  /** So many of the first pieces are no task's: they stay when all others are taken off. */
  protected fixed = 0;
  private longest: LongestRunTree;
  private readonly spare: number[] = [];

  constructor(job: TaskGroupJob) {
    this.frame = job.frame;
    this.free = job.free;
    this.demands = job.demands;
    this.columns = columnsOf(job.demands);
    for (let run = 0; run < job.free.usableStart.length; run += 1) this.onRun.push([]);
    this.piecesOf = listOf(job.demands.length, () => []);
    this.dependents = listOf(job.demands.length, () => []);
    job.demands.forEach((demand, task) => {
      for (const other of demand.dependsOn) this.dependents[other]!.push(task);
    });
    this.longest = this.gapTree();
    this.totals.unplaced = this.weightOfAll();
  }

  /** What a piece changes of level 3 where it stands, while it is not in the list of its run but would be at `position`. */
  protected abstract worthOf(piece: number, position: number): number;
  /** A piece that has its place begins to count for others, or no longer does. */
  protected abstract joins(piece: number): void;
  protected abstract leaves(piece: number): void;

  isPlaced(task: number): boolean {
    return this.piecesOf[task]!.length > 0;
  }

  /** The runs a task stands on. */
  runsOf(task: number): number[] {
    return this.piecesOf[task]!.map((piece) => this.pieceRun[piece]!);
  }

  /** First minute the task may start, by what it depends on; infinite while one of those has no place. */
  earliestStart(task: number): number {
    let earliest = this.columns.earliest[task]!;
    if (this.columns.tied[task] === 0) return earliest;
    for (const other of this.demands[task]!.dependsOn) {
      const pieces = this.piecesOf[other]!;
      if (pieces.length === 0) return Number.POSITIVE_INFINITY;
      for (const piece of pieces) earliest = Math.max(earliest, this.pieceStart[piece]! + this.pieceMinutes[piece]!);
    }
    return earliest;
  }

  /** Last minute the task may end, by what waits for it. */
  latestEnd(task: number): number {
    let latest = this.columns.latestEnd[task]!;
    if (this.columns.tied[task] === 0) return latest;
    for (const other of this.dependents[task]!) {
      for (const piece of this.piecesOf[other]!) latest = Math.min(latest, this.pieceStart[piece]!);
    }
    return latest;
  }

  /** Weighted minutes after due of the pieces on the board. */
  lateOf(task: number): number {
    const due = this.columns.due[task]!;
    if (due === Number.POSITIVE_INFINITY) return 0;
    let late = 0;
    for (const piece of this.piecesOf[task]!) {
      late = Math.max(late, this.pieceStart[piece]! + this.pieceMinutes[piece]! - due);
    }
    return late * this.columns.weight[task]!;
  }

  /** Lays a new piece. The place must be free. */
  lay(task: number, minutes: number, run: number, start: number): number {
    const piece = this.newPiece(task);
    this.pieceMinutes[piece] = minutes;
    this.put(piece, run, start);
    return piece;
  }

  /** Puts a piece that is off the board to a place. */
  put(piece: number, run: number, start: number): void {
    const task = this.pieceTask[piece]!;
    const position = this.positionOn(run, start);
    this.totals.late -= this.lateOf(task);
    if (!this.isPlaced(task)) this.totals.unplaced -= this.columns.weight[task]!;
    this.pieceStart[piece] = start;
    this.pieceRun[piece] = run;
    this.totals.preference += this.worthOf(piece, position);
    this.enter(piece, position);
    this.totals.late += this.lateOf(task);
  }

  /** Takes a piece off the board; it can be put elsewhere or `drop`ped. */
  take(piece: number): void {
    const task = this.pieceTask[piece]!;
    const position = this.onRun[this.pieceRun[piece]!]!.indexOf(piece);
    this.totals.late -= this.lateOf(task);
    this.leave(piece);
    this.totals.preference -= this.worthOf(piece, position);
    this.pieceRun[piece] = -1;
    if (!this.isPlaced(task)) this.totals.unplaced += this.columns.weight[task]!;
    this.totals.late += this.lateOf(task);
  }

  /** Puts a piece back where it stood, or takes it off, when an attempt is undone: the totals are for the caller to set back. */
  putBack(piece: number, run: number, start: number): void {
    this.pieceStart[piece] = start;
    this.pieceRun[piece] = run;
    this.enter(piece, this.positionOn(run, start));
  }

  takeBack(piece: number): void {
    this.leave(piece);
    this.pieceRun[piece] = -1;
  }

  private enter(piece: number, position: number): void {
    const run = this.pieceRun[piece]!;
    this.joins(piece);
    this.piecesOf[this.pieceTask[piece]!]!.push(piece);
    insertAt(this.onRun[run]!, position, piece);
    this.measure(run);
  }

  private leave(piece: number): void {
    const run = this.pieceRun[piece]!;
    remove(this.onRun[run]!, piece);
    remove(this.piecesOf[this.pieceTask[piece]!]!, piece);
    this.leaves(piece);
    this.measure(run);
  }

  /** Takes everything off. */
  empty(): void {
    for (const list of this.piecesOf) list.length = 0;
    for (const list of this.onRun) list.length = 0;
    for (const column of [this.pieceTask, this.pieceStart, this.pieceMinutes, this.pieceRun])
      column.length = this.fixed;
    this.spare.length = 0;
    this.longest = this.gapTree();
    Object.assign(this.totals, { unplaced: this.weightOfAll(), late: 0, preference: 0 });
  }

  /** Frees the number of a piece that is off the board. */
  drop(piece: number): void {
    this.spare.push(piece);
  }

  /** Takes all pieces of a task off and forgets them. */
  clear(task: number): void {
    for (const piece of [...this.piecesOf[task]!]) {
      this.take(piece);
      this.drop(piece);
    }
  }

  /**
   * Lays out whole tasks on an empty board, in one pass over the time instead of a search for each. A task stays off where it could not stand:
   * nearer than the buffer to the one before it, outside the free runs, or before what it depends on has ended.
   * `order`: all tasks, none before what it depends on. Level 3 counts from here: whoever betters a layout asks for the difference.
   */
  layOut(order: readonly number[], spans: readonly (readonly MinuteSpan[])[]): void {
    const stands = new Uint8Array(this.demands.length);
    for (const task of order) if (this.mayStand(task, spans, stands)) stands[task] = 1;
    let run = 0;
    let roomFrom = Number.NEGATIVE_INFINITY;
    for (const { task, start, end } of inTimeOrder(spans, stands)) {
      while (run < this.onRun.length && this.free.usableEnd[run]! <= start) {
        run += 1;
        roomFrom = Number.NEGATIVE_INFINITY;
      }
      const fits = start >= Math.max(roomFrom, this.free.usableStart[run] ?? Number.POSITIVE_INFINITY);
      if (!fits || end > this.free.usableEnd[run]!) {
        stands[task] = 0;
        continue;
      }
      roomFrom = end + this.frame.bufferMinutes;
      const piece = this.newPiece(task);
      this.pieceStart[piece] = start;
      this.pieceMinutes[piece] = end - start;
      this.pieceRun[piece] = run;
      this.joins(piece);
      this.onRun[run]!.push(piece);
      this.piecesOf[task]!.push(piece);
    }
    for (const task of order) {
      if (this.piecesOf[task]!.length === 0) continue;
      this.totals.unplaced -= this.columns.weight[task]!;
      this.totals.late += this.lateOf(task);
    }
    this.longest = this.gapTree();
    for (const task of order) {
      if (stands[task] === 1 && this.mayStand(task, spans, stands)) continue;
      stands[task] = 0;
      this.clear(task);
    }
  }

  /** The first run at or after `run` with a gap of at least so many minutes; -1 when there is none. O(log n). */
  nextRunWithGap(run: number, minutes: number): number {
    return this.longest.nextAtLeast(run, minutes);
  }

  /** Whether a stretch is free with its buffers, and on which run; -1 when it is not. */
  runHolding(start: number, minutes: number): number {
    const run = firstRunEndingAfter(this.free, start);
    if (run >= this.onRun.length) return -1;
    if (start < this.free.usableStart[run]! || start + minutes > this.free.usableEnd[run]!) return -1;
    const list = this.onRun[run]!;
    const position = this.positionOn(run, start);
    const buffer = this.frame.bufferMinutes;
    const before = list[position - 1];
    const after = list[position];
    if (before !== undefined && this.pieceStart[before]! + this.pieceMinutes[before]! + buffer > start) return -1;
    if (after !== undefined && start + minutes + buffer > this.pieceStart[after]!) return -1;
    return run;
  }

  startOf(piece: number): number {
    return this.pieceStart[piece]!;
  }

  endOf(piece: number): number {
    return this.pieceStart[piece]! + this.pieceMinutes[piece]!;
  }

  /** Weight of a piece: its task's, by its part of the task's minutes; 0 for fixed blocks. */
  shareOf(piece: number): number {
    const task = this.pieceTask[piece]!;
    return task < 0 ? 0 : this.shareFor(task, this.pieceMinutes[piece]!);
  }

  /** Weight of so many minutes of a task. */
  shareFor(task: number, minutes: number): number {
    return (this.columns.weight[task]! * minutes) / this.columns.minutes[task]!;
  }

  firstRunAfter(minute: number): number {
    return firstRunEndingAfter(this.free, minute);
  }

  protected positionOn(run: number, start: number): number {
    const list = this.onRun[run]!;
    let low = 0;
    let high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.pieceStart[list[middle]!]! < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Whether a task has a place in `spans` that what it waits for leaves it. */
  private mayStand(task: number, spans: readonly (readonly MinuteSpan[])[], stands: Uint8Array): boolean {
    const start = spans[task]![0]?.start;
    if (start === undefined || start < this.columns.earliest[task]!) return false;
    return this.demands[task]!.dependsOn.every((other) => stands[other] === 1 && spans[other]!.at(-1)!.end <= start);
  }

  private measure(run: number): void {
    this.longest.set(run, this.longestGap(run));
  }

  private gapTree(): LongestRunTree {
    return new LongestRunTree(this.onRun.map((_, run) => this.longestGap(run)));
  }

  private weightOfAll(): number {
    return this.columns.weight.reduce((sum, weight) => sum + weight, 0);
  }

  private longestGap(run: number): number {
    const buffer = this.frame.bufferMinutes;
    let from = this.free.usableStart[run]!;
    let longest = 0;
    for (const piece of this.onRun[run]!) {
      longest = Math.max(longest, this.pieceStart[piece]! - buffer - from);
      from = this.endOf(piece) + buffer;
    }
    return Math.max(longest, this.free.usableEnd[run]! - from);
  }

  protected newPiece(task: number): number {
    const piece = this.spare.pop() ?? this.pieceTask.length;
    this.pieceTask[piece] = task;
    this.pieceStart[piece] = 0;
    this.pieceMinutes[piece] = 0;
    this.pieceRun[piece] = -1;
    return piece;
  }
}
